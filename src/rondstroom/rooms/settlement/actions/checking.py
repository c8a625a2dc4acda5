"""What hours cannot be, each with what to do now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.queries import Said, span
from rondstroom.rooms.settlement.states import HoursKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Assignment

FURTHEST = timedelta(hours=4)
"""So far hours may lie outside what was planned; more is another shift, which a planner makes."""


class UnableToRegister(journal.UnableToAct):
    """These hours cannot be kept; the text says why and what to do."""


def check_said(assignment: Assignment, said: Said, by: Account, at: datetime) -> None:
    """Refuse hours that cannot be, or that need a reason and have none."""
    _check_state(assignment, said, by)
    _check_times(assignment, said, at)
    _check_deviation(assignment, said)
    _check_elsewhere(assignment, said)


def _check_state(assignment: Assignment, said: Said, by: Account) -> None:
    when = {"when": span(assignment.starts_at, assignment.ends_at)}
    if said.kind == HoursKind.CALLED_OFF:
        if not organisations.may_plan(by, assignment.shift.organisation_id):
            raise UnableToRegister(
                _("Alleen de roosteraar kan zeggen dat de dienst van %(when)s is afgezegd.") % when
            )
        return
    if assignment.state == AssignmentState.CANCELLED:
        raise UnableToRegister(
            _("De dienst van %(when)s is geannuleerd. Vraag de roosteraar om hulp.") % when
        )
    if assignment.state == AssignmentState.PLANNED:
        raise UnableToRegister(_("De dienst van %(when)s is nog een concept.") % when)


def _check_times(assignment: Assignment, said: Said, at: datetime) -> None:
    if said.ends_at <= said.starts_at:
        raise UnableToRegister(_("Het einde ligt niet na het begin. Kijk de tijden na."))
    if said.kind == HoursKind.WORKED and said.ends_at > at:
        raise UnableToRegister(
            _("De dienst van %(when)s is nog niet voorbij. Geef de uren daarna op.")
            % {"when": span(assignment.starts_at, assignment.ends_at)}
        )
    if not 0 <= said.break_minutes < said.elapsed:
        raise UnableToRegister(_("De pauze duurt even lang als de dienst of langer."))
    too_early = said.starts_at < assignment.starts_at - FURTHEST
    if too_early or said.ends_at > assignment.ends_at + FURTHEST:
        raise UnableToRegister(
            _(
                "De tijden liggen ver buiten de dienst van %(when)s. "
                "Vraag de roosteraar om een extra dienst."
            )
            % {"when": span(assignment.starts_at, assignment.ends_at)}
        )


def _check_deviation(assignment: Assignment, said: Said) -> None:
    as_planned = said.same_times(queries.planned(assignment))
    if said.kind == HoursKind.WORKED and not as_planned and not said.deviation:
        raise UnableToRegister(
            _("De uren zijn anders dan gepland. Kies waarom, dan kan de roosteraar akkoord geven."),
            "reason",
        )
    if said.deviation and (as_planned or said.kind != HoursKind.WORKED):
        raise UnableToRegister(_("Hier hoort geen reden bij: er is niets anders dan gepland."))


def _check_elsewhere(assignment: Assignment, said: Said) -> None:
    """Nobody works at two places at once; where the other place is, stays unsaid."""
    if said.kind != HoursKind.WORKED:
        return
    others = queries.worked_around(assignment.worker_id, said.starts_at, said.ends_at)
    for other in others:
        mine = other.hours.assignment_id == assignment.pk
        if not mine and other.kind == HoursKind.WORKED:
            raise UnableToRegister(
                _("Deze uren vallen samen met de uren van een andere dienst: %(when)s.")
                % {"when": span(other.starts_at, other.ends_at)},
                "overlap",
            )
