"""A6: the weekly rest, in one of two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flexpool.text import Text
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.presence import replaces
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest after a spell starts: the longest of a week, and the blocks of two weeks."""

    longest: int
    latest_start: int
    blocks: tuple[int, ...]

    @property
    def total(self) -> int:
        """Seconds of rest in the blocks."""
        return sum(self.blocks)


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    reach = timeline.definitions["adults.two_week_rest_days"]
    for position in timeline.near(span, reach):
        law = timeline.law_at(timeline.starts[position])
        if _has_long_rest(timeline, position, law):
            continue
        rest = _rest(timeline, position, law)
        if rest.total < law["adults.two_week_rest_hours"]:
            start = timeline.starts[position]
            window = (start, start + law["adults.weekly_rest_days"])
            if not replaces(timeline, window):
                yield _finding(timeline, law, window, rest)


def _has_long_rest(timeline: Timeline, position: int, law: Law) -> bool:
    needed = law["adults.weekly_rest_hours"]
    until = timeline.starts[position] + law["adults.weekly_rest_days"]
    return any(upto - since >= needed for since, upto in timeline.rests_within(position, until))


def _rest(timeline: Timeline, position: int, law: Law) -> Rest:
    start = timeline.starts[position]
    block = law["adults.two_week_rest_block_hours"]
    week = list(timeline.rests_within(position, start + law["adults.weekly_rest_days"]))
    two_weeks = timeline.rests_within(position, start + law["adults.two_week_rest_days"])
    longest = max(week, key=lambda rest: rest[1] - rest[0], default=(start, start))
    blocks = tuple(upto - since for since, upto in two_weeks if upto - since >= block)
    return Rest(longest[1] - longest[0], longest[0], blocks)


def _finding(timeline: Timeline, law: Law, window: Span, rest: Rest) -> Finding:
    needed = law["adults.weekly_rest_hours"]
    earliest = rest.latest_start + needed
    return RULE.finding(
        timeline,
        window,
        rest.longest,
        needed,
        Text(
            f"Vanaf {when(window[0], 'nl')}: {compared(law, rest).nl}.",
            f"From {when(window[0], 'en')}: {compared(law, rest).en}.",
        ),
        Text(
            f"Geef {hours(needed, 'nl')} rust aan één stuk, bijvoorbeeld van "
            f"{when(rest.latest_start, 'nl')} tot {when(earliest, 'nl')}.",
            f"Give {hours(needed, 'en')} of rest in one piece, for example from "
            f"{when(rest.latest_start, 'en')} to {when(earliest, 'en')}.",
        ),
    )


def compared(law: Law, rest: Rest) -> Text:
    """Say of both ways whether they are met, and how near they come."""
    return Text(
        _compared_nl(law, rest),
        _compared_en(law, rest),
    )


def _compared_nl(law: Law, rest: Rest) -> str:
    first = "ja" if rest.longest >= law["adults.weekly_rest_hours"] else "nee"
    second = "ja" if rest.total >= law["adults.two_week_rest_hours"] else "nee"
    return (
        f"{hours(law['adults.weekly_rest_hours'], 'nl')} rust in 7 dagen: {first}, "
        f"{hours(rest.longest, 'nl')}; {hours(law['adults.two_week_rest_hours'], 'nl')} in "
        f"14 dagen in blokken van {hours(law['adults.two_week_rest_block_hours'], 'nl')}: "
        f"{second}, {_blocks(rest, 'nl')}"
    )


def _compared_en(law: Law, rest: Rest) -> str:
    first = "yes" if rest.longest >= law["adults.weekly_rest_hours"] else "no"
    second = "yes" if rest.total >= law["adults.two_week_rest_hours"] else "no"
    return (
        f"{hours(law['adults.weekly_rest_hours'], 'en')} in 7 days: {first}, "
        f"{hours(rest.longest, 'en')}; {hours(law['adults.two_week_rest_hours'], 'en')} in "
        f"14 days in blocks of {hours(law['adults.two_week_rest_block_hours'], 'en')}: "
        f"{second}, {_blocks(rest, 'en')}"
    )


def _blocks(rest: Rest, language: str) -> str:
    return " + ".join(hours(block, language) for block in rest.blocks) or hours(0, language)


def explain(timeline: Timeline, span: Span) -> Iterator[Explanation]:
    """Say for every spell in which way its weekly rest is given."""
    for position in timeline.near(span, 0):
        start = timeline.starts[position]
        law = timeline.law_at(start)
        rest = _rest(timeline, position, law)
        is_met = (
            rest.longest >= law["adults.weekly_rest_hours"]
            or rest.total >= law["adults.two_week_rest_hours"]
        )
        until = start + law["adults.two_week_rest_days"]
        yield Explanation(RULE.id, RULE.source_ref, (start, until), is_met, compared(law, rest))


RULE = Rule(
    id="worktime.weekly-rest",
    source_ref="A6",
    article="ATW 5:5(2)",
    title=Text("Wekelijkse rust", "Weekly rest"),
    doc=Text(
        "In elke 7 x 24 uur vanaf het begin van een dienst is er 36 uur rust aan één stuk, óf in "
        "elke 14 x 24 uur 72 uur rust in stukken van ten minste 32 uur. Tijd zonder bekende dienst "
        "is vrij.",
        "Every 7 x 24 hours from the start of a shift hold 36 hours of rest in one piece, or every "
        "14 x 24 hours hold 72 hours of rest in pieces of at least 32 hours. Time without a known "
        "shift is free.",
    ),
    group=Group.ADULTS,
    judge=_judge,
    explain=explain,
    windowed=True,
)
