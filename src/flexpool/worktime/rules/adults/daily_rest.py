"""A5: the daily rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.booked import Stretch
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


@dataclass(frozen=True, slots=True)
class ShortRest:
    """The longest rest in the day after a spell starts, when it is shorter than it should be."""

    position: int
    spell: Spell
    rest: Stretch

    @property
    def length(self) -> int:
        """Seconds of rest."""
        return self.rest[1] - self.rest[0]


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    law = timeline.definitions
    reach = law["adults.shortened_daily_rest_days"] + law["adults.daily_window_hours"]
    emitted = timeline.near(span, reach)
    shorts = list(short_rests(timeline, timeline.near(span, reach + reach)))
    for index, short in enumerate(shorts):
        if short.position not in emitted:
            continue
        law = timeline.law_at(short.spell.start)
        rival = _rival(shorts[: index + 1], law)
        if rival is not None:
            yield _finding(timeline, law, short, rival)


def short_rests(timeline: Timeline, positions: range) -> Iterator[ShortRest]:
    """Give the spells whose day holds too little rest, with the longest rest there is."""
    for position in positions:
        spell = timeline.spells[position]
        law = timeline.law_at(spell.start)
        until = spell.start + law["adults.daily_window_hours"]
        if _first_rest(timeline, position, until) >= law["adults.daily_rest_hours"]:
            continue
        rests = [*timeline.rests_within(position, until), *_gaps_until(spell, until)]
        longest = max(rests, key=lambda rest: rest[1] - rest[0], default=(until, until))
        short = ShortRest(position, spell, longest)
        if short.length < law["adults.daily_rest_hours"] and not replaces(
            timeline, (spell.start, until)
        ):
            yield short


def _first_rest(timeline: Timeline, position: int, until: int) -> int:
    rest = timeline.rest_after(position)
    end = timeline.ends[position]
    return until - end if rest is None else min(rest, until - end)


def _gaps_until(spell: Spell, until: int) -> Iterator[Stretch]:
    for since, upto in spell.gaps:
        if since < until:
            yield since, min(upto, until)


def _rival(shorts: Sequence[ShortRest], law: Law) -> ShortRest | None:
    """Give why the last short rest is unlawful: itself, or an earlier one it clashes with."""
    allowed = sorted(law["adults.shortened_daily_rest_hours"])
    window = law["adults.shortened_daily_rest_days"]
    last = shorts[-1]
    if last.length < allowed[0]:
        return last
    lengths: list[int] = []
    for short in reversed(shorts):
        if last.rest[0] >= short.spell.start + window:
            break
        if short.length < allowed[0]:
            continue
        lengths = sorted([*lengths, short.length])
        fits = all(a >= b for a, b in zip(lengths, allowed, strict=False))
        if len(lengths) > len(allowed) or not fits:
            return short
    return None


def _finding(timeline: Timeline, law: Law, short: ShortRest, rival: ShortRest) -> Finding:
    limit = law["adults.daily_rest_hours"]
    until = short.spell.start + law["adults.daily_window_hours"]
    return RULE.finding(
        timeline,
        (short.spell.start, until),
        short.length,
        limit,
        phrases.joined(_message(law, short, limit), _why(law, short, rival)),
        _cure(short, limit, until),
        article=law.article("adults.shortened_daily_rest_hours"),
    )


def _message(law: Law, short: ShortRest, limit: int) -> Text:
    return Text(
        f"In de 24 uur vanaf {when(short.spell.start, 'nl')} is de langste rust "
        f"{hours(short.length, 'nl')}; nodig is {hours(limit, 'nl')}.",
        f"In the 24 h from {when(short.spell.start, 'en')} the longest rest is "
        f"{hours(short.length, 'en')}; {hours(limit, 'en')} is needed.",
    )


def _why(law: Law, short: ShortRest, rival: ShortRest) -> Text:
    allowed = law["adults.shortened_daily_rest_hours"]
    nl = " en 1 keer ".join(hours(length, "nl") for length in allowed)
    en = " and once ".join(hours(length, "en") for length in allowed)
    if rival is short:
        return Text(
            f" Korter dan {hours(min(allowed), 'nl')} mag nooit.",
            f" Shorter than {hours(min(allowed), 'en')} is never allowed.",
        )
    return Text(
        f" In 7 x 24 uur mag 1 keer {nl}; dat is al gebruikt vanaf {when(rival.rest[0], 'nl')}.",
        f" In 7 x 24 h once {en} is allowed; that was used from {when(rival.rest[0], 'en')}.",
    )


def _cure(short: ShortRest, limit: int, until: int) -> Text:
    if short.rest[0] + limit <= until:
        return phrases.start_later(short.rest[0] + limit)
    latest = until - limit
    return Text(
        f"Laat de dienst eindigen om uiterlijk {when(latest, 'nl')}.",
        f"Let the shift end no later than {when(latest, 'en')}.",
    )


def explain(timeline: Timeline, span: Span) -> Iterator[Explanation]:
    """Say for every rest that is too short whether the exception covers it."""
    law = timeline.definitions
    reach = law["adults.shortened_daily_rest_days"] + law["adults.daily_window_hours"]
    shorts = list(short_rests(timeline, timeline.near(span, reach)))
    for index, short in enumerate(shorts):
        law = timeline.law_at(short.spell.start)
        needed, allowed = law["adults.daily_rest_hours"], law["adults.shortened_daily_rest_hours"]
        is_met = _rival(shorts[: index + 1], law) is None
        text = Text(
            f"{hours(needed, 'nl')} rust in 24 uur: nee, {hours(short.length, 'nl')}; 1 keer "
            f"{' en 1 keer '.join(hours(one, 'nl') for one in allowed)} in 7 x 24 uur: "
            f"{'ja' if is_met else 'nee'}",
            f"{hours(needed, 'en')} of rest in 24 h: no, {hours(short.length, 'en')}; once "
            f"{' and once '.join(hours(one, 'en') for one in allowed)} in 7 x 24 h: "
            f"{'yes' if is_met else 'no'}",
        )
        yield Explanation(RULE.id, RULE.source_ref, short.rest, is_met, text)


RULE = Rule(
    id="worktime.daily-rest",
    source_ref="A5",
    article="ATW 5:3(2)",
    title=Text("Dagelijkse rust", "Daily rest"),
    doc=Text(
        "In elke 24 uur vanaf het begin van een dienst is er ten minste 11 uur rust aan één stuk. "
        "In elke 7 x 24 uur mag dat 1 keer 8 uur zijn; met een collectieve regeling in de zorg "
        "1 keer 8 en 1 keer 10 uur. Tijd zonder bekende dienst is vrij.",
        "Every 24 hours from the start of a shift hold at least 11 hours of rest in one piece. In "
        "every 7 x 24 hours that may be 8 hours once; with an arrangement in care once 8 and once "
        "10 hours. Time without a known shift is free.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    explain=explain,
)
