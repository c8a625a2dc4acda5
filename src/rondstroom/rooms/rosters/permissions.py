"""Who may see and change rosters."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.people import permissions as people
from rondstroom.rooms.people import queries as workers
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.models import Assignment, Signal
from rondstroom.rooms.rosters.states import EvaluationSide, SignalSide
from rondstroom.rooms.skills import permissions as skills

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.messages.models import Question
    from rondstroom.rooms.organisations.models import Team


def may_see_roster(account: Account, team: Team) -> bool:
    """Who plans for the team's organisation sees its roster, and the region's coordinator."""
    return organisations.may_see_planning(account, team.location.organisation_id)


def may_plan_region(account: Account) -> bool:
    """The region's coordinator has a plan made over all; the organisations' planners decide."""
    return organisations.may_see_region(account)


def may_assign(account: Account, organisation_id: int) -> bool:
    """Who plans for the organisation assigns on its shifts, and the machine on orders of these."""
    is_machine = getattr(account, "is_machine", False)  # strangers are no account at all
    return is_machine or organisations.may_plan(account, organisation_id)


def may_cancel(account: Account, assignment: Assignment, at: datetime) -> bool:
    """The planner always; the worker on it until the organisation's term before the start."""
    if may_assign(account, assignment.shift.organisation_id):
        return True
    if not people.is_self(account, assignment.worker_id):
        return False
    term = timedelta(hours=assignment.shift.organisation.cancel_term_hours)
    return at <= assignment.starts_at - term


def may_evaluate(account: Account, assignment: Assignment, side: EvaluationSide) -> bool:
    """The worker tells how the place was; who plans there tells how it was for the team."""
    mine = people.is_self(account, assignment.worker_id)
    if side == EvaluationSide.WORKER:
        return mine
    return not mine and organisations.may_plan(account, assignment.shift.organisation_id)


def may_join_question(account: Account, question: Question, on: date) -> bool:
    """Who asked it reads and writes in a thread, who plans there, and who is of the team."""
    if question.asked_by_id == account.pk or organisations.may_plan(
        account, question.organisation_id
    ):
        return True
    worker, shift = workers.worker_of(account), queries.shift_asked_about(question)
    return worker is not None and shift is not None and queries.is_of_team(worker, shift, on)


def may_signal(account: Account, assignment: Assignment, side: SignalSide, at: datetime) -> bool:
    """Say whether an account may say something of a competence in a deployment, from a side.

    The worker of the own work; a planner there of others; and a colleague who was there, only of
    what that colleague supervised.
    """
    mine = people.is_self(account, assignment.worker_id)
    if side == SignalSide.SELF:
        return mine
    if side == SignalSide.TEAM:
        return not mine and organisations.may_plan(account, assignment.shift.organisation_id)
    giver = workers.worker_of(account)
    if mine or giver is None:
        return False
    return bool(queries.signal_skills(assignment, side, at, giver.pk))


def may_answer_signal(account: Account, signal: Signal) -> bool:
    """Say whether an account may answer a signal: HR of the employer, and never one's own."""
    if people.is_self(account, signal.assignment.worker_id):
        return False
    return skills.may_verify(account, signal.organisation_id)
