"""Asking for a plan, and asking a running one to stop."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.actions.plan import question
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.states import RunState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Pool, Team

LONGEST_DAYS = 92
LONGEST_SECONDS = 900
QUIET = timedelta(minutes=2)
"""A run that wrote nothing for so long was killed."""
PATIENCE = timedelta(minutes=15)
"""A run that waited for so long will not be started: nobody works through the queue."""

_BUSY = (RunState.QUEUED, RunState.RUNNING)


class UnableToPlan(journal.UnableToAct):
    """There is nothing to plan, or a run is going on already; the text says which."""


@transaction.atomic
def ask_for_plan(
    *,
    organisation: Organisation,
    team: Team | None,
    starts_on: date,
    ends_on: date,
    seconds: int,
    by: Account,
    at: datetime,
) -> PlanningRun:
    """Put a run in the queue for the open places of a team, or of the whole organisation.

    From the first day through the last. One run at a time for a team; one that was killed makes
    way. Journal: `rosters.plan.asked`, to which the queue reacts.
    """
    run = PlanningRun(
        organisation=organisation,
        team=team,
        starts_on=starts_on,
        ends_on=ends_on,
        asked_by=by,
        asked_at=at,
        seconds=min(max(1, seconds), LONGEST_SECONDS),
    )
    _check(run, at)
    _make_way(run, at)
    run.save()
    _write_down(run, by, at)
    return run


@transaction.atomic
def ask_for_region(
    *, pool: Pool, starts_on: date, ends_on: date, seconds: int, by: Account, at: datetime
) -> PlanningRun:
    """Put a run in the queue for what all organisations of a pool have open, from what people
    offered; each organisation's planner decides on its part.

    Journal: `rosters.plan.asked`, to which the queue reacts.
    """
    run = PlanningRun(
        pool=pool,
        starts_on=starts_on,
        ends_on=ends_on,
        asked_by=by,
        asked_at=at,
        seconds=min(max(1, seconds), LONGEST_SECONDS),
    )
    _check(run, at)
    _make_way(run, at)
    run.save()
    _write_down(run, by, at)
    return run


def _write_down(run: PlanningRun, by: Account, at: datetime) -> None:
    journal.record(
        event="rosters.plan.asked",
        by=by,
        at=at,
        subject=f"run:{run.pk}",
        organisation_id=run.organisation_id,
        run_id=run.pk,
        team_id=run.team_id,
        starts_on=run.starts_on.isoformat(),
        ends_on=run.ends_on.isoformat(),
        seconds=run.seconds,
    )


def _check(run: PlanningRun, at: datetime) -> None:
    if run.ends_on < run.starts_on:
        raise UnableToPlan(_("De laatste dag ligt voor de eerste. Kies een andere periode."))
    if (run.ends_on - run.starts_on).days >= LONGEST_DAYS:
        raise UnableToPlan(
            _("Plan ten hoogste %(days)d dagen in één keer. Kies een kortere periode.")
            % {"days": LONGEST_DAYS}
        )
    if not question.open_places(run, at):
        raise UnableToPlan(
            _("In deze periode staat niets meer open. Kies een andere periode of een ander team.")
        )


def _make_way(run: PlanningRun, at: datetime) -> None:
    """Let a killed run make way; refuse beside a living one."""
    others = PlanningRun.objects.select_for_update(of=("self",)).filter(
        organisation=run.organisation, pool=run.pool, team=run.team, state__in=_BUSY
    )
    for other in others:
        if not is_given_up(other, at):
            raise UnableToPlan(
                _("Er loopt al een planning voor dit team. Wacht tot die klaar is, of stop die."),
                "busy",
            )
        other.state = RunState.FAILED
        other.failure = _("De planning is onderbroken en opnieuw aangevraagd.")
        other.save(update_fields=["state", "failure"])


def is_given_up(run: PlanningRun, at: datetime) -> bool:
    """Say whether nobody works on a run any more: killed while running, or never started."""
    if run.state == RunState.QUEUED:
        return at - run.asked_at > PATIENCE
    beat = run.progress.get("beat_at")
    last = datetime.fromisoformat(beat) if beat else run.asked_at
    return run.state == RunState.RUNNING and at - last > QUIET


@transaction.atomic
def stop_plan(*, run: PlanningRun, by: Account, at: datetime) -> PlanningRun:
    """Ask a running plan to stop; the best roster so far becomes the proposal.

    One that still waits is closed at once. Journal: `rosters.plan.stopped`.
    """
    row = PlanningRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if row.state not in _BUSY:
        return row
    row.stop_asked = True
    if row.state == RunState.QUEUED:
        row.state = RunState.CLOSED
    elif is_given_up(row, at):
        row.state = RunState.FAILED
        row.failure = _("De planning was onderbroken. Vraag haar opnieuw aan.")
    row.save(update_fields=["stop_asked", "state", "failure"])
    journal.record(
        event="rosters.plan.stopped",
        by=by,
        at=at,
        subject=f"run:{row.pk}",
        organisation_id=row.organisation_id,
        run_id=row.pk,
    )
    return row
