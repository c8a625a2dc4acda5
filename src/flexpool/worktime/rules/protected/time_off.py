"""B5: no work in a period of time off under a restriction."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    restriction = timeline.restriction
    for start, end in restriction.stretches_off if restriction else ():
        for position in timeline.near((start, end), 0):
            spell = timeline.spells[position]
            worked = spell.work_within(start, end)
            if worked > 0:
                yield _finding(timeline, (spell.start, spell.end), worked, end)


def _finding(timeline: Timeline, spell: Span, worked: int, ends: int) -> Finding:
    return RULE.finding(
        timeline,
        spell,
        worked,
        0,
        Text(
            f"De dienst vanaf {when(spell[0], 'nl')} ligt {hours(worked, 'nl')} in een periode "
            "waarin deze medewerker niet werkt.",
            f"The shift from {when(spell[0], 'en')} lies {hours(worked, 'en')} in a period in "
            "which this worker does not work.",
        ),
        Text(
            f"Plan pas weer vanaf {when(ends, 'nl')}.",
            f"Plan again from {when(ends, 'en')}.",
        ),
    )


RULE = Rule(
    id="worktime.protected-time-off",
    source_ref="B5",
    article="ATW 4:6",
    title=Text("Beschermd: periode zonder werk", "Protected: period without work"),
    doc=Text(
        "In een periode zonder werk van een planningsbeperking staat geen dienst.",
        "A period without work of a planning restriction holds no shift.",
    ),
    group=Group.EVERYONE,
    judge=_judge,
)
