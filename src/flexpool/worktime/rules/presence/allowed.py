"""P1: presence spells need a collective arrangement."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for spell in timeline.kinds[ShiftKind.PRESENCE]:
        if not timeline.law_at(spell.start)["on_call.presence_allowed"]:
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                1,
                0,
                Text(
                    "Een aanwezigheidsdienst mag alleen met een collectieve regeling.",
                    "A presence spell is allowed only with a collective arrangement.",
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
    id="worktime.presence-allowed",
    source_ref="P1",
    article="ATB 4.8:1(2)",
    title=Text("Aanwezigheidsdienst toegestaan", "Presence spell allowed"),
    doc=Text(
        "Een aanwezigheidsdienst (slaapdienst) mag alleen als een collectieve regeling dat "
        "toestaat. Zonder regeling gelden voor deze uren alle gewone regels.",
        "A presence spell (sleep-in) is allowed only when a collective arrangement says so. "
        "Without one all ordinary rules hold for these hours.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
