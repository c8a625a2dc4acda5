"""P6: the weekly rest with presence spells."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding, Severity
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.presence import has_presence, replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position, start in enumerate(timeline.starts if has_presence(timeline) else ()):
        law = timeline.law_at(start)
        window = (start, start + law["arrangements.presence_window_days"])
        if not replaces(timeline, window):
            continue
        rests = [upto - since for since, upto in timeline.rests_within(position, window[1])]
        if not _fits(rests, law, ()):
            excused = _fits(rests, law, law["arrangements.presence_shortened_rest_hours"])
            yield _finding(timeline, law, window, rests, excused=excused)


def _fits(rests: list[int], law: Law, shorter: tuple[int, ...]) -> bool:
    """Tell whether one long rest, the shorter ones and the other rests fit in the free time."""
    usual = law["arrangements.presence_rest_hours"]
    count = law["arrangements.presence_rests"] - len(shorter)
    return _placed(rests, (law["arrangements.presence_long_rest_hours"], *shorter), usual, count)


def _placed(rests: list[int], single: tuple[int, ...], usual: int, count: int) -> bool:
    if not single:
        return sum(rest // usual for rest in rests) >= count
    first, *others = single
    return any(
        rest >= first
        and _placed(
            [*rests[:index], rest - first, *rests[index + 1 :]], tuple(others), usual, count
        )
        for index, rest in enumerate(rests)
    )


def _finding(
    timeline: Timeline, law: Law, window: Span, rests: list[int], *, excused: bool
) -> Finding:
    usual = law["arrangements.presence_rest_hours"]
    needed = law["arrangements.presence_long_rest_hours"] + (
        usual * law["arrangements.presence_rests"]
    )
    message = _message(law, window, rests)
    return RULE.finding(
        timeline,
        window,
        min(sum(rest for rest in rests if rest >= usual), needed),
        needed,
        phrases.joined(message, _condition) if excused else message,
        Text(
            "Haal een dienst weg, zodat de rust langer aan één stuk is.",
            "Take a shift away, so that the rest is longer in one piece.",
        ),
        severity=Severity.WARNING if excused else Severity.BREACH,
    )


def _message(law: Law, window: Span, rests: list[int]) -> Text:
    usual, count = law["arrangements.presence_rest_hours"], law["arrangements.presence_rests"]
    longest = law["arrangements.presence_long_rest_hours"]
    return Text(
        f"In de 7 x 24 uur vanaf {when(window[0], 'nl')}, met een aanwezigheidsdienst, is nodig: "
        f"{hours(longest, 'nl')} rust en {count} keer {hours(usual, 'nl')}; er is "
        f"{' + '.join(hours(rest, 'nl') for rest in rests)}.",
        f"The 7 x 24 h from {when(window[0], 'en')}, with a presence spell, need: "
        f"{hours(longest, 'en')} of rest and {count} times {hours(usual, 'en')}; there is "
        f"{' + '.join(hours(rest, 'en') for rest in rests)}.",
    )


_condition = Text(
    " Het mag alleen in een uitzonderlijk geval dat de regeling noemt (ATB 4.8:1(4)).",
    " It is lawful only in an exceptional case that the arrangement names (ATB 4.8:1(4)).",
)


RULE = Rule(
    id="worktime.presence-weekly-rest",
    source_ref="P6",
    article="ATB 4.8:1(3)d",
    title=Text("Wekelijkse rust met aanwezigheidsdiensten", "Weekly rest with presence spells"),
    doc=Text(
        "Elke 7 x 24 uur met een aanwezigheidsdienst hebben 90 uur rust: 24 uur aan één stuk en "
        "6 keer 11 uur; rusten mogen aan elkaar vastzitten. Deze regel vervangt dan A5 en A6.",
        "Every 7 x 24 hours with a presence spell hold 90 hours of rest: 24 hours in one piece "
        "and 6 times 11 hours; rests may be joined. This rule then replaces A5 and A6.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    windowed=True,
)
