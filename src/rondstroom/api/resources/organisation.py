"""What a system needs to know first: its organisation, the teams, functions and skills."""

from django.http import HttpRequest
from ninja import Router, Schema

from rondstroom.api.access import caller_of, reads
from rondstroom.api.values.shifts import TeamOut, team_of
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries as skills

router = Router(tags=["organisation"])


class CodeOut(Schema):
    """A code with its name."""

    code: str
    name: str


class OrganisationOut(Schema):
    """For whom this key speaks, what it opens, and the words to use."""

    id: int
    name: str
    scopes: list[str]
    teams: list[TeamOut]
    functions: list[CodeOut]
    skills: list[CodeOut]


@router.get("/organisation", response=OrganisationOut)
@reads()
def organisation(request: HttpRequest) -> OrganisationOut:
    """Give the organisation of the key, with the teams, functions and skills to use."""
    caller = caller_of(request)
    row = organisations.organisation(caller.organisation_id)
    return OrganisationOut(
        id=caller.organisation_id,
        name=row.name if row else "",
        scopes=caller.key.scopes,
        teams=[team_of(team) for team in organisations.teams_of(caller.organisation_id)],
        functions=[CodeOut(code=one.code, name=one.name) for one in skills.functions()],
        skills=[CodeOut(code=one.code, name=one.name) for one in skills.skills()],
    )
