"""Writing down the region: organisations and their teams, the pool, functions, skills."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flexpool.contracts.work_code.code import WorkCode
from rondstroom.demo.region.figures import areas, arrangement, region
from rondstroom.demo.writing import Signed, Writer
from rondstroom.rooms.contracts import actions as contracts
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.organisations.states import Council, Shared
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills import queries as skills_queries
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Pool, Team
    from rondstroom.rooms.skills.models import Function, Skill

CODE_AT = "De Linde"
DRAWS_UP, APPROVES = "hanneke@voorbeeld.invalid", "anneke@voorbeeld.invalid"
CODE = WorkCode(
    anw_most=Fraction(3, 4),
    notice_days=21,
    employer_hours=72,
    worker_hours=48,
)
"""Made up, as everything here: no training, or everybody would stand in the list of findings."""


@dataclass(frozen=True, slots=True)
class Founded:
    """The rows that others point to, by their name in the demo."""

    pool: Pool
    organisations: dict[str, Organisation]
    teams: dict[str, Team]
    functions: dict[str, Function]
    skills: dict[str, Skill]


def found_region(writer: Writer) -> Founded:
    """Make everything that is there before people and shifts."""
    organisations.load_postcodes(areas(), **writer.at_founding)
    rows: dict[str, Organisation] = {}
    teams: dict[str, Team] = {}
    place = organisations.create_region(**region()["region"], **writer.at_founding)
    pool = organisations.create_pool(region=place, name=region()["pool"], **writer.at_founding)
    for described in region()["organisations"]:
        row = organisations.create_organisation(
            region=place,
            name=described["name"],
            branch=described["branch"],
            phone=described["phone"],
            worktime_profile=described["profile"],
            cancel_term_hours=described["cancel_term_hours"],
            **writer.at_founding,
        )
        organisations.join_pool(
            pool=pool, organisation=row, starts_on=writer.founded_on, **writer.at_founding
        )
        _take_over(row, writer)
        rows[row.name] = row
        teams.update(_teams(row, described, writer))
    skills.load_catalogue(**writer.at_founding)
    functions = {row.code: row for row in skills_queries.functions()}
    known = {row.code: row for row in skills_queries.skills()}
    return Founded(pool, rows, teams, functions, known)


def _take_over(organisation: Organisation, writer: Writer) -> None:
    """Let it take over what partners in the pool saw; agreements and induction are its own."""
    for kind in set(ProofKind) - {ProofKind.AGREEMENT, ProofKind.INDUCTION}:
        skills.accept(
            organisation=organisation,
            kind=kind,
            starts_on=writer.founded_on,
            **writer.at_founding,
        )


def _teams(
    organisation: Organisation, described: dict[str, Any], writer: Writer
) -> dict[str, Team]:
    found = {}
    for place in described["locations"]:
        location = organisations.create_location(
            organisation=organisation,
            name=place["name"],
            pc4=place["pc4"],
            how_to_arrive=place["arrive"],
            **writer.at_founding,
        )
        for team in place["teams"]:
            found[team["name"]] = organisations.create_team(
                location=location, name=team["name"], **writer.at_founding
            )
    return found


def arrange(founded: Founded, writer: Writer) -> int:
    """Let the pool have an arrangement since its founding; give how many councils answered."""
    described = arrangement()
    row = organisations.write_arrangement(
        pool=founded.pool,
        arranged=organisations.Arranged(
            starts_on=writer.founded_on,
            shares=[Shared(one) for one in described["shares"]],
            needs_consent=[Shared(one) for one in described["needs_consent"]],
            most_fee_bp=described["most_fee_bp"],
            **described["arrangement"],
        ),
        after=0,
        **writer.at_founding,
    )
    for told in described["councils"]:
        organisations.write_council_answer(
            arrangement=row,
            organisation=founded.organisations[told["organisation"]],
            answer=Council(told["answer"]),
            answered_on=writer.founded_on,
            reference=told["reference"],
            **writer.at_founding,
        )
    return len(described["councils"])


def draw_up_code(founded: Founded, accounts: dict[str, Account], writer: Writer) -> str:
    """Draw up a code by one and approve it by another; give where."""
    first: Signed = {**writer.at_founding, "by": accounts[DRAWS_UP]}
    second: Signed = {**writer.at_founding, "by": accounts[APPROVES]}
    drawn = contracts.DrawnUp(
        code=CODE, starts_on=writer.founded_on, reference="Afspraken flexibel werk, map Werkcode"
    )
    row = contracts.propose_code(
        organisation=founded.organisations[CODE_AT], drawn=drawn, after=0, **first
    )
    contracts.approve_code(row=row, **second)
    return CODE_AT
