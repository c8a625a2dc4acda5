"""B4: no night diensten under a restriction."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.text import Text
from flexpool.worktime.finding import Finding, Unit
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    restriction = timeline.restriction
    if restriction is None or restriction.nights:
        return
    for position in timeline.near(span, 0):
        spell = timeline.spells[position]
        if spell.is_night and restriction.covers(spell.start):
            yield RULE.finding(
                timeline,
                (spell.start, spell.end),
                1,
                0,
                Text(
                    f"De dienst vanaf {when(spell.start, 'nl')} is een nachtdienst; die kan "
                    "tijdens deze planningsbeperking niet worden verplicht.",
                    f"The shift from {when(spell.start, 'en')} is a night shift; it cannot be "
                    "required during this planning restriction.",
                ),
                Text(
                    "Geef deze nachtdienst aan iemand anders, of spreek met de medewerker af dat "
                    "nachten mogen.",
                    "Give this night shift to somebody else, or agree with the worker that nights "
                    "are possible.",
                ),
                unit=Unit.COUNT,
            )


RULE = Rule(
    id="worktime.protected-nights",
    source_ref="B4",
    article="ATW 4:5(5)",
    title=Text("Beschermd: nachtdiensten", "Protected: night shifts"),
    doc=Text(
        "Zolang een planningsbeperking zonder nachten geldt, kan een nachtdienst niet worden "
        "verplicht.",
        "While a planning restriction without nights holds, a night shift cannot be required.",
    ),
    group=Group.EVERYONE,
    judge=_judge,
)
