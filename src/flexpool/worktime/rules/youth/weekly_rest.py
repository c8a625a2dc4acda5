"""Y2: the weekly rest of a worker of 16 or 17."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in timeline.near(span, timeline.definitions["youth.weekly_rest_days"]):
        start = timeline.starts[position]
        law = timeline.law_at(start)
        window = (start, start + law["youth.weekly_rest_days"])
        needed = law["youth.weekly_rest_hours"]
        rests = [end - since for since, end in timeline.rests_within(position, window[1])]
        longest = max(rests, default=0)
        if longest < needed:
            yield _finding(timeline, window, longest, needed)


def _finding(timeline: Timeline, window: Span, longest: int, needed: int) -> Finding:
    return RULE.finding(
        timeline,
        window,
        longest,
        needed,
        Text(
            f"In de 7 x 24 uur vanaf {when(window[0], 'nl')} is de langste rust "
            f"{hours(longest, 'nl')}; nodig is {hours(needed, 'nl')}.",
            f"In the 7 x 24 h from {when(window[0], 'en')} the longest rest is "
            f"{hours(longest, 'en')}; {hours(needed, 'en')} is needed.",
        ),
        Text(
            f"Geef {hours(needed, 'nl')} rust aan één stuk.",
            f"Give {hours(needed, 'en')} of rest in one piece.",
        ),
    )


RULE = Rule(
    id="worktime.youth-weekly-rest",
    source_ref="Y2",
    article="ATW 5:5(1)",
    title=Text("Wekelijkse rust, 16 en 17 jaar", "Weekly rest, 16 and 17"),
    doc=Text(
        "In elke 7 x 24 uur vanaf het begin van een dienst is er 36 uur rust aan één stuk. De "
        "andere weg van volwassenen (A6) is er niet.",
        "Every 7 x 24 hours from the start of a shift hold 36 hours of rest in one piece. The "
        "other way of adults (A6) is not there.",
    ),
    group=Group.YOUTH,
    judge=_judge,
    windowed=True,
)
