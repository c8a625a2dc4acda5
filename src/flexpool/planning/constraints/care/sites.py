"""Who is sent where, as what: substitution, travel, willingness, tier and known faces."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.sites import SITE_RULES, site_of
from flexpool.text import Text


def _constraint(name: str, hardness: str, meaning: Text, source: str) -> Constraint:
    """Make the constraint of a rule of worker × site."""
    rule = SITE_RULES[name]

    def judge(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
        reach, kinds = problem.workers[worker].reach, problem.kinds
        for day, slot in enumerate(row):
            if slot != OFF:
                kind = kinds[problem.tables.slot_kind[slot]]
                price = rule.price(problem.terms, reach, site_of(kind))
                if price != 0:
                    yield Finding(name, worker, day, 1, price, kind.id)

    return Constraint(
        id=name,
        meaning=meaning,
        source=source,
        hardness=hardness,
        applies=lambda problem: rule.applies(problem.terms, problem.workers),
        judge_worker=judge,
    )


SITES = (
    _constraint(
        "placement.substitution",
        "either",
        Text(
            nl=(
                "Een medewerker werkt een dienst van een andere functie alleen als die functie "
                "daar mag vervangen, tegen de prijs die de pool daarvoor afsprak."
            ),
            en=(
                "A worker takes a shift of another function only where that function may stand "
                "in for it, at the price that the pool agreed on."
            ),
        ),
        "agreement of the pool",
    ),
    _constraint(
        "placement.travel",
        "either",
        Text(
            nl="Elke minuut reistijd heeft een prijs; verder dan het uiterste gaat niemand.",
            en="Each minute of travel has a price; nobody is sent further than the most allowed.",
        ),
        "agreement of the pool; what the worker told",
    ),
    _constraint(
        "placement.willing",
        "either",
        Text(
            nl=(
                "Een medewerker komt niet op een plek waar deze niet wil werken; een plek waar "
                "deze liever niet werkt, heeft een prijs."
            ),
            en=(
                "A worker is not sent to a place the worker refuses; a place where the worker "
                "would rather not work has a price."
            ),
        ),
        "what the worker told; price of the pool",
    ),
    _constraint(
        "placement.tier",
        "priced",
        Text(
            nl="Eigen team, pool, reserve en inhuur hebben elk hun prijs per dienst.",
            en="Own staff, the pool, the reserve and outsiders each have their price per shift.",
        ),
        "agreement of the pool",
    ),
    _constraint(
        "continuity.known",
        "priced",
        Text(
            nl="Een dienst van iemand die het team of de plek niet kent, heeft een prijs.",
            en="A shift of somebody who does not know the team or place has a price.",
        ),
        "agreement of the pool",
    ),
)
