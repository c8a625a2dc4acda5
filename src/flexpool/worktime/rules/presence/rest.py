"""P5: the rest before and after a presence spell."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding, Severity
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.presence import exempts
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in _short_rests(timeline):
        law = timeline.law_at(timeline.starts[position])
        rest = timeline.rest_after(position) or 0
        excused = _is_excused(timeline, law, position, rest)
        yield _finding(timeline, law, position, rest, excused=excused)


def _short_rests(timeline: Timeline) -> Iterator[int]:
    """Give the spells after which a rest is too short, beside a presence spell."""
    if not timeline.kinds[ShiftKind.PRESENCE]:
        return
    for position in range(len(timeline.spells) - 1):
        beside = timeline.spells[position : position + 1 + 1]
        if not any(spell.has_presence and exempts(timeline, spell) for spell in beside):
            continue
        law = timeline.law_at(timeline.starts[position])
        rest = timeline.rest_after(position)
        if rest is not None and rest < law["arrangements.presence_rest_hours"]:
            yield position


def _is_excused(timeline: Timeline, law: Law, position: int, rest: int) -> bool:
    """Tell whether the exception holds: once 8 and once 10 hours, made up for in the next rest."""
    needed = law["arrangements.presence_rest_hours"]
    allowed = sorted(law["arrangements.presence_shortened_rest_hours"])
    since = timeline.ends[position] - law["arrangements.presence_window_days"]
    lengths = sorted(
        timeline.rest_after(other) or 0
        for other in _short_rests(timeline)
        if other <= position and timeline.ends[other] > since
    )
    fits = len(lengths) <= len(allowed) and all(
        length >= least for length, least in zip(lengths, allowed, strict=False)
    )
    following = timeline.rest_after(position + 1)
    return fits and (following is None or following >= needed + needed - rest)


def _finding(timeline: Timeline, law: Law, position: int, rest: int, *, excused: bool) -> Finding:
    needed = law["arrangements.presence_rest_hours"]
    end = timeline.ends[position]
    condition = Text(
        " Het mag alleen in een uitzonderlijk geval dat de regeling noemt (ATB 4.8:1(4)).",
        " It is lawful only in an exceptional case that the arrangement names (ATB 4.8:1(4)).",
    )
    message = Text(
        f"Tussen {when(end, 'nl')} en de volgende dienst, naast een aanwezigheidsdienst, is er "
        f"{hours(rest, 'nl')} rust; nodig is {hours(needed, 'nl')}.",
        f"Between {when(end, 'en')} and the next shift, beside a presence spell, there is "
        f"{hours(rest, 'en')} of rest; {hours(needed, 'en')} is needed.",
    )
    return RULE.finding(
        timeline,
        (end, end + rest),
        rest,
        needed,
        phrases.joined(message, condition) if excused else message,
        phrases.start_later(end + needed),
        severity=Severity.WARNING if excused else Severity.BREACH,
    )


RULE = Rule(
    id="worktime.presence-rest",
    source_ref="P5",
    article="ATB 4.8:1(3)c",
    title=Text("Rust rond een aanwezigheidsdienst", "Rest around a presence spell"),
    doc=Text(
        "Voor en na een aanwezigheidsdienst is er 11 uur rust. In een uitzonderlijk geval mag "
        "dat per 7 x 24 uur 1 keer 10 en 1 keer 8 uur zijn, als de volgende rust het tekort "
        "goedmaakt: dan volgt een waarschuwing.",
        "Before and after a presence spell there are 11 hours of rest. In an exceptional case "
        "that may be 10 hours once and 8 hours once per 7 x 24 hours, when the next rest makes "
        "up for it: then a warning follows.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
