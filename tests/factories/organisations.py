"""Regions, organisations, places and pools for tests; what is there already is used again."""

from __future__ import annotations

from datetime import date
from typing import Any

from factories.identity import signed
from factories.moments import SINCE
from factories.skills import make_acceptance
from rondstroom.rooms.organisations import actions, queries
from rondstroom.rooms.organisations.models import (
    CouncilAnswer,
    Location,
    Organisation,
    Pool,
    PoolArrangement,
    Region,
    Team,
)
from rondstroom.rooms.organisations.states import Branch, Council
from rondstroom.rooms.skills.states import ProofKind

# Rounded to two decimals, a kilometre or so: enough to tell near from far.
POSTCODES = (
    ("6811", "Arnhem", 51.98, 5.91),
    ("6823", "Arnhem", 52.00, 5.94),
    ("6881", "Velp", 52.00, 5.97),
    ("6901", "Zevenaar", 51.93, 6.08),
    ("6711", "Ede", 52.04, 5.68),
    ("6511", "Nijmegen", 51.85, 5.86),
    ("7001", "Doetinchem", 51.97, 6.29),
)


def make_region(code: str = "RA0309", name: str = "Midden-Gelderland") -> Region:
    """Give the region with this code."""
    found = queries.region_by_code(code)
    return found or actions.create_region(code=code, name=name, **signed())


def make_organisation(
    name: str = "De Linde", branch: Branch = Branch.VVT, **fields: Any
) -> Organisation:
    """Give the organisation with this name; fields as `actions.create_organisation` takes them."""
    found = queries.organisation_by_name(name)
    region = fields.pop("region", None) or make_region()
    return found or actions.create_organisation(
        region=region, name=name, branch=branch, **fields, **signed()
    )


def make_location(
    organisation: Organisation | None = None, name: str = "", pc4: str = "6811"
) -> Location:
    """Give a location of an organisation; without a name it is called like the organisation."""
    organisation = organisation or make_organisation()
    name = name or organisation.name
    found = queries.locations_of(organisation.pk).filter(name=name).first()
    return found or actions.create_location(
        organisation=organisation, name=name, pc4=pc4, **signed()
    )


def make_team(
    name: str = "PG Vlinder", organisation: Organisation | None = None, pc4: str = "6811"
) -> Team:
    """Give a team at the location that is called like its organisation."""
    location = make_location(organisation, pc4=pc4)
    found = queries.teams_of(location.organisation_id).filter(name=name, location=location).first()
    return found or actions.create_team(location=location, name=name, **signed())


def make_pool(
    *organisations: Organisation, name: str = "Pool Midden-Gelderland", starts_on: date = SINCE
) -> Pool:
    """Make a pool of these organisations, which take over what each of them saw."""
    pool = actions.create_pool(region=make_region(), name=name, **signed())
    for organisation in organisations:
        actions.join_pool(pool=pool, organisation=organisation, starts_on=starts_on, **signed())
        for kind in ProofKind:
            make_acceptance(organisation, kind, starts_on=starts_on)
    return pool


def make_postcodes() -> None:
    """Let the postcodes of the tests be known."""
    actions.load_postcodes(POSTCODES, **signed())


def make_arrangement(pool: Pool, *, after: int = 0, **arranged: Any) -> PoolArrangement:
    """Write down what a pool agreed; nothing is shared unless a test says so."""
    texts = dict.fromkeys(
        ("aim", "boundaries", "work", "conditions", "ending"), "zoals afgesproken"
    )
    told = {"starts_on": SINCE, "reference": "map Pool, blad 1", **texts, **arranged}
    return actions.write_arrangement(
        pool=pool, arranged=actions.Arranged(**told), after=after, **signed()
    )


def answer_council(
    arrangement: PoolArrangement, organisation: Organisation, answer: str = "consented"
) -> CouncilAnswer:
    """Let a works council answer."""
    return actions.write_council_answer(
        arrangement=arrangement,
        organisation=organisation,
        answer=Council(answer),
        answered_on=SINCE,
        reference="brief 7",
        **signed(),
    )
