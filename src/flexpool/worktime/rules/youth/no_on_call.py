"""Y7: no on-call spells for a worker of 16 or 17."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule

_KINDS = {
    ShiftKind.STANDBY: Text("consignatie", "standby"),
    ShiftKind.ON_CALL: Text("bereikbaarheidsdienst", "on-call"),
    ShiftKind.PRESENCE: Text("aanwezigheidsdienst", "presence"),
}


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for kind, name in _KINDS.items():
        for spell in timeline.kinds[kind]:
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                1,
                0,
                Text(
                    f"Een medewerker van 16 of 17 jaar heeft hier {name.nl}; dat mag niet.",
                    f"A worker of 16 or 17 has {name.en} spell here; that is not allowed.",
                ),
                Text("Geef deze dienst aan een volwassene.", "Give this spell to an adult."),
                unit=Unit.COUNT,
            )


RULE = Rule(
    id="worktime.youth-no-on-call",
    source_ref="Y7",
    article="ATW 5:9(1), ATB 4.8:1(2)",
    title=Text("Geen oproepdiensten, 16 en 17 jaar", "No on-call spells, 16 and 17"),
    doc=Text(
        "Consignatie, bereikbaarheidsdienst en aanwezigheidsdienst zijn er alleen voor wie 18 "
        "of ouder is.",
        "Standby, on-call and presence spells are only for people of 18 and older.",
    ),
    group=Group.YOUTH,
    judge=_judge,
)
