"""A person decides what a planning run proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.rosters.actions.assigning import UnableToAssign, assign
from rondstroom.rooms.rosters.models import PlanningRun, ProposalLine
from rondstroom.rooms.rosters.queries import placement, wording
from rondstroom.rooms.rosters.queries.placement import Judge, Pools, Surroundings
from rondstroom.rooms.rosters.states import AssignmentState, LineState, RunState
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@dataclass(frozen=True, slots=True)
class Decision:
    """What was taken over, and what could not be any more (`answer` on the line says why)."""

    accepted: tuple[ProposalLine, ...]
    refused: tuple[ProposalLine, ...]


class UnableToDecide(journal.UnableToAct):
    """The run has no proposal to decide on."""


def accept_lines(
    *, run: PlanningRun, line_ids: Iterable[int], by: Account, at: datetime
) -> Decision:
    """Assign the chosen lines as planned, each judged again; the others stay open.

    Each line is a transaction of its own, so what was taken stays taken when the next cannot be.
    Lines that were decided before are left alone. Journal: `rosters.assignment.made` for each, and
    `rosters.plan.closed` when no line is open any more.
    """
    _check(run)
    accepted, refused = [], []
    for line in _open_lines(run, line_ids):
        decided = _accept(line.pk, by, at)
        if decided.state == LineState.ACCEPTED:
            accepted.append(decided)
        elif decided.state == LineState.REFUSED:
            refused.append(decided)
    _close_when_done(run, by, at)
    return Decision(tuple(accepted), tuple(refused))


@transaction.atomic
def reject_lines(*, run: PlanningRun, line_ids: Iterable[int], by: Account, at: datetime) -> int:
    """Put the chosen lines aside; give how many. Journal: `rosters.plan.rejected`."""
    _check(run)
    chosen = [line.pk for line in _open_lines(run, line_ids)]
    number = ProposalLine.objects.filter(pk__in=chosen, state=LineState.OPEN).update(
        state=LineState.REJECTED
    )
    if number:
        _write_down("rejected", run, by, at, lines=number)
    _close_when_done(run, by, at)
    return number


def _check(run: PlanningRun) -> None:
    state = PlanningRun.objects.values_list("state", flat=True).get(pk=run.pk)
    if state not in (RunState.PROPOSED, RunState.CLOSED):
        raise UnableToDecide(
            _("Er is nog geen voorstel om over te nemen: de planning is %(state)s.")
            % {"state": RunState(state).label}
        )


def _open_lines(run: PlanningRun, line_ids: Iterable[int]) -> list[ProposalLine]:
    """Give the chosen lines in order of time; who needs a supervisor comes after all others."""
    chosen = ProposalLine.objects.filter(run=run, pk__in=list(line_ids), state=LineState.OPEN)
    lines = list(chosen.order_by("shift__starts_at", "pk"))
    learning = set(skills.supervised_workers())
    return sorted(lines, key=lambda line: line.worker_id in learning)


@patient
@transaction.atomic
def _accept(line_id: int, by: Account, at: datetime) -> ProposalLine:
    chosen = ProposalLine.objects.select_for_update(of=("self",))
    line = chosen.select_related("worker", "shift__organisation", "shift__team__location").get(
        pk=line_id
    )
    if line.state != LineState.OPEN:
        return line
    try:
        with transaction.atomic():
            _judge_again(line, at)
            assign(
                worker=line.worker,
                shift=line.shift,
                by=by,
                at=at,
                state=AssignmentState.PLANNED,
                reasons=line.reasons,
            )
        line.state = LineState.ACCEPTED
    except UnableToAssign as refused:
        line.state, line.answer = LineState.REFUSED, str(refused)
    line.save(update_fields=["state", "answer"])
    return line


def _judge_again(line: ProposalLine, at: datetime) -> None:
    """Refuse what the worker took back since: a wish, a willingness, an engagement."""
    facts = placement.facts_of_shift(line.shift)
    pools = Pools.during(facts.period)
    person = placement.facts_of_workers([line.worker], facts.period, facts.period)[line.worker_id]
    judge = Judge(person, Surroundings.of([person], [facts], pools, at))
    found = (*judge.reach(facts), *judge.availability(facts))
    blocking = tuple(reason for reason in found if reason.is_blocking)
    if blocking:
        raise UnableToAssign(wording.told(blocking), "wish", blocking)


def _close_when_done(run: PlanningRun, by: Account, at: datetime) -> None:
    if ProposalLine.objects.filter(run=run, state=LineState.OPEN).exists():
        return
    living = PlanningRun.objects.filter(pk=run.pk, state=RunState.PROPOSED)
    if living.update(state=RunState.CLOSED):
        _write_down("closed", run, by, at)


def _write_down(happened: str, run: PlanningRun, by: Account, at: datetime, **data: int) -> None:
    journal.record(
        event=f"rosters.plan.{happened}",
        by=by,
        at=at,
        subject=f"run:{run.pk}",
        organisation_id=run.organisation_id,
        run_id=run.pk,
        **data,
    )
