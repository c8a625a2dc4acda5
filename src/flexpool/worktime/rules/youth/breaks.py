"""Y6: the break of a worker of 16 or 17."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime import phrases
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in timeline.near(span, 0):
        spell = timeline.spells[position]
        law = timeline.law_at(spell.start)
        over, needed = law["youth.break_over_hours"], law["youth.break_minutes"]
        if spell.breaks_known and spell.work > over and spell.breaks < needed:
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                spell.breaks,
                needed,
                phrases.break_too_short(spell, needed, over),
                phrases.plan_break(needed),
                unit=Unit.MINUTES,
            )


RULE = Rule(
    id="worktime.youth-breaks",
    source_ref="Y6",
    article="ATW 5:4(1)",
    title=Text("Pauze, 16 en 17 jaar", "Break, 16 and 17"),
    doc=Text(
        "Bij meer dan 4,5 uur werk is er 30 minuten pauze. Is de pauze niet opgeschreven, dan "
        "wordt deze regel niet beoordeeld.",
        "More than 4.5 hours of work needs 30 minutes of break. When breaks are not written "
        "down this rule is not judged.",
    ),
    group=Group.YOUTH,
    judge=_judge,
)
