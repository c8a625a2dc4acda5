"""A7: breaks during a dienst."""

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
        if not spell.breaks_known or spell.work <= law["adults.break_over_hours"]:
            continue
        is_long = spell.work > law["adults.long_break_over_hours"]
        name = "adults.long_break_minutes" if is_long else "adults.break_minutes"
        over = "adults.long_break_over_hours" if is_long else "adults.break_over_hours"
        if spell.breaks < law[name]:
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                spell.breaks,
                law[name],
                phrases.break_too_short(spell, law[name], law[over]),
                phrases.plan_break(law[name]),
                article=law.article(name),
                unit=Unit.MINUTES,
            )


RULE = Rule(
    id="worktime.breaks",
    source_ref="A7",
    article="ATW 5:4(2)",
    title=Text("Pauzes", "Breaks"),
    doc=Text(
        "Bij meer dan 5,5 uur werk is er 30 minuten pauze, bij meer dan 10 uur 45 minuten; met een "
        "collectieve regeling ten minste 15 minuten. Vrije tijd van 15 minuten of meer tussen twee "
        "inzetten van één dienst telt als pauze. Is de pauze niet opgeschreven, dan telt alle tijd "
        "als werk en wordt deze regel niet beoordeeld. Wie alleen werkt kan met een collectieve "
        "regeling zonder pauze werken (ATB 4.6:1); dat toont een rooster niet.",
        "More than 5.5 hours of work needs 30 minutes of break, more than 10 hours 45 minutes; "
        "with a collective arrangement at least 15 minutes. Free time of 15 minutes or more "
        "between two bookings of one shift counts as break. When breaks are not written down, all "
        "time counts as work and this rule is not judged. With a collective arrangement people who "
        "work alone can do without a break (ATB 4.6:1); a roster does not show that.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
