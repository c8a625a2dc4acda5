"""How the terms of a pool, reach, compositions and faces stand in the project's own JSON."""

from __future__ import annotations

from collections.abc import Mapping

from flexpool.planning.formats.json_places import Placed
from flexpool.planning.problem import Composition, Faces, Reach, Stay, Substitution, Terms, Tier


def read_terms(found: Placed) -> Terms:
    """Read the terms of a pool."""
    found.only(*Terms.__slots__)
    return Terms(
        tiers={Tier(name): price for name, price in _prices(found).items()},
        travel_minute=found.whole("travel_minute", 0),
        unwilling=found.whole("unwilling", 0),
        unfamiliar=found.whole("unfamiliar", 0),
        beyond_agreed=found.whole("beyond_agreed", 0),
        wish_on=found.whole("wish_on", 1),
        wish_off=found.whole("wish_off", 1),
        substitutions=tuple(_substitution(one) for one in found.objects("substitutions")),
    )


def _prices(found: Placed) -> Mapping[str, int]:
    return found.mapped("tiers", lambda prices, name: prices.whole(name))


def _substitution(found: Placed) -> Substitution:
    found.only(*Substitution.__slots__)
    return Substitution(
        found.text("function"), found.text("by"), found.text("place", ""), found.whole("price", 0)
    )


def read_reach(found: Placed | None) -> Reach:
    """Read where a worker may be sent, which may be absent."""
    if found is None:
        return Reach()
    found.only(*Reach.__slots__)
    return Reach(
        functions=found.names("functions"),
        organisation=found.text("organisation", ""),
        tier=Tier(found.text("tier", Tier.POOL)),
        travel_minutes=found.mapped("travel_minutes", lambda minutes, at: minutes.whole(at)),
        most_travel=found.whole_or_none("most_travel"),
        never_at=frozenset(found.texts("never_at")),
        rather_not_at=frozenset(found.texts("rather_not_at")),
        familiar=found.names("familiar"),
    )


def read_composition(found: Placed) -> Composition:
    """Read the teams of which one is needed on a day."""
    found.only(*Composition.__slots__)
    return Composition(
        found.whole("day"),
        tuple(_option(one) for one in found.objects("options")),
        found.whole_or_none("weight"),
    )


def _option(found: Placed) -> dict[tuple[str, str], int]:
    found.only("members")
    members = list(found.objects("members"))
    for one in members:
        one.only("kind", "skill", "count")
    return {(one.text("kind"), one.text("skill", "")): one.whole("count", 1) for one in members}


def read_stay(found: Placed) -> Stay:
    """Read who supervises where already."""
    found.only(*Stay.__slots__)
    starts = found.whole("starts", least=None)
    return Stay(found.text("place"), found.text("skill"), starts, found.whole("ends", least=None))


def read_faces(found: Placed) -> Faces:
    """Read how many people may come to a team or place."""
    found.only(*Faces.__slots__)
    return Faces(found.text("at"), found.whole("most"), found.whole_or_none("weight"))
