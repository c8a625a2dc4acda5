"""R1: on-call spells need a collective arrangement."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for spell in timeline.kinds[ShiftKind.ON_CALL]:
        if not timeline.law_at(spell.start)["on_call.reachability_allowed"]:
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                1,
                0,
                Text(
                    "Een bereikbaarheidsdienst mag alleen met een collectieve regeling.",
                    "An on-call spell is allowed only with a collective arrangement.",
                ),
                Text(
                    "Maak er een gewone dienst van, of kies het profiel van de collectieve "
                    "regeling die hem toestaat.",
                    "Make it an ordinary shift, or choose the profile of the arrangement that "
                    "allows it.",
                ),
                unit=Unit.COUNT,
            )


RULE = Rule(
    id="worktime.on-call-allowed",
    source_ref="R1",
    article="ATB 5.19:3(1)",
    title=Text("Bereikbaarheidsdienst toegestaan", "On-call spell allowed"),
    doc=Text(
        "Een bereikbaarheidsdienst mag alleen als een collectieve regeling dat toestaat.",
        "An on-call spell is allowed only when a collective arrangement says so.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
