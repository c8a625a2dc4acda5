"""A planner opens weeks for wishes, and lets the engine complete them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.periods import day_period
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.actions.plan import ask_for_plan
from rondstroom.rooms.rosters.models import Round
from rondstroom.rooms.rosters.queries import rounds as queries
from rondstroom.rooms.rosters.states import RoundState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team

LONGEST_DAYS = 42
SECONDS = 30


class UnableToRound(journal.UnableToAct):
    """The round cannot be opened, wished in, or completed like this; the text says why."""


@transaction.atomic
def open_round(
    *,
    team: Team,
    starts_on: date,
    ends_on: date,
    wishes_until: datetime,
    by: Account,
    at: datetime,
) -> Round:
    """Let a team wish for its shifts of these weeks until a moment before them.

    Journal: `rosters.round.opened`, to which the notices react: the team hears of it.
    """
    row = Round(team=team, starts_on=starts_on, ends_on=ends_on, opened_at=at)
    row.wishes_until = wishes_until
    if not 0 <= (ends_on - starts_on).days < LONGEST_DAYS:
        text = _("Kies een eerste en een laatste dag, met ten hoogste zes weken ertussen.")
        raise UnableToRound(text, "days")
    if not at < wishes_until <= day_period(starts_on).starts_at:
        text = _("Wensen moeten binnen zijn vóór de eerste dag, en niet in het verleden.")
        raise UnableToRound(text, "term")
    if not queries.shifts_of_round(row).exists():
        text = _("In deze dagen heeft %(team)s nog geen diensten. Maak die eerst.")
        raise UnableToRound(text % {"team": team.name}, "empty")
    _save(row)
    write_down("opened", row, by, at)
    return row


def _save(row: Round) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twice:
        text = _("Voor %(team)s is er al een ronde vanaf deze dag.") % {"team": row.team.name}
        raise UnableToRound(text, "twice") from twice


@transaction.atomic
def complete_round(*, round_: Round, by: Account, at: datetime) -> Round:
    """End the wishing and ask the engine for the fairest completion, to be decided on as any plan.

    The engine honours wishes where it can, and shares evenings, nights and weekends by contract
    hours. Completing again asks again. Journal: `rosters.round.completed`, `rosters.plan.asked`.
    """
    row = Round.objects.select_for_update().get(pk=round_.pk)
    row.run = ask_for_plan(
        organisation=row.team.location.organisation,
        team=row.team,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        seconds=SECONDS,
        by=by,
        at=at,
    )
    row.state = RoundState.CLOSED
    row.save(update_fields=["state", "run"])
    write_down("completed", row, by, at)
    return row


def write_down(happened: str, row: Round, by: Account, at: datetime) -> None:
    """Write the journal's line about a round."""
    journal.record(
        event=f"rosters.round.{happened}",
        by=by,
        at=at,
        subject=f"team:{row.team_id}",
        organisation_id=row.team.location.organisation_id,
        round_id=row.pk,
        name=row.team.name,
    )
