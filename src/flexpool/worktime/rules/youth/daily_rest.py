"""Y1: the daily rest of a worker of 16 or 17, with the night in it."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.clock import day_of, wall_clock
from flexpool.worktime.finding import Finding
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in timeline.near(span, timeline.definitions["youth.daily_window_hours"]):
        start = timeline.starts[position]
        law = timeline.law_at(start)
        window = (start, start + law["youth.daily_window_hours"])
        at_night = _works_at_night(timeline.spells[position], law)
        longest = 0 if at_night else _longest_rest(timeline, position, window[1])
        if longest < law["youth.daily_rest_hours"]:
            yield _finding(timeline, law, window, longest)


def _works_at_night(spell: Spell, law: Law) -> bool:
    """Tell whether a spell touches the hours from 23:00 to 06:00 that the rest must hold."""
    for ordinal in range(day_of(spell.start) - 1, day_of(spell.end) + 1):
        starts = wall_clock(ordinal, law["youth.rest_includes_from"])
        ends = wall_clock(ordinal + 1, law["youth.rest_includes_until"])
        if spell.start < ends and starts < spell.end:
            return True
    return False


def _longest_rest(timeline: Timeline, position: int, until: int) -> int:
    return max((end - since for since, end in timeline.rests_within(position, until)), default=0)


def _finding(timeline: Timeline, law: Law, window: Span, longest: int) -> Finding:
    needed = law["youth.daily_rest_hours"]
    return RULE.finding(
        timeline,
        window,
        longest,
        needed,
        Text(
            f"In de 24 uur vanaf {when(window[0], 'nl')} is de langste rust met de hele nacht "
            f"(23:00-06:00) erin {hours(longest, 'nl')}; nodig is {hours(needed, 'nl')}.",
            f"In the 24 h from {when(window[0], 'en')} the longest rest that holds the whole night "
            f"(23:00-06:00) is {hours(longest, 'en')}; {hours(needed, 'en')} is needed.",
        ),
        Text(
            f"Geef {hours(needed, 'nl')} rust aan één stuk, met 23:00 tot 06:00 erin.",
            f"Give {hours(needed, 'en')} of rest in one piece that holds 23:00 to 06:00.",
        ),
    )


RULE = Rule(
    id="worktime.youth-daily-rest",
    source_ref="Y1",
    article="ATW 5:3(1)",
    title=Text("Dagelijkse rust, 16 en 17 jaar", "Daily rest, 16 and 17"),
    doc=Text(
        "In elke 24 uur vanaf het begin van een dienst is er 12 uur rust aan één stuk, met de "
        "uren van 23:00 tot 06:00 erin.",
        "Every 24 hours from the start of a shift hold 12 hours of rest in one piece, with the "
        "hours from 23:00 to 06:00 in it.",
    ),
    group=Group.YOUTH,
    judge=_judge,
)
