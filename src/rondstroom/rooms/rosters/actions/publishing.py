"""Making a roster known."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import Period, day_period
from flexpool.worktime import Finding
from rondstroom.rooms.demand import actions as demand_actions
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.models import Assignment, RosterPeriod
from rondstroom.rooms.rosters.queries.placement.reasons import from_finding
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team

_MOST_NAMED = 5


class UnableToPublish(journal.UnableToAct):
    """The roster breaks the law; `findings` holds (worker's name, finding)."""

    def __init__(
        self, text: str, code: str = "", findings: tuple[tuple[str, Finding], ...] = ()
    ) -> None:
        super().__init__(text, code)
        self.findings = findings


@transaction.atomic
def publish_roster(
    *, team: Team, starts_on: date, ends_on: date, by: Account, at: datetime
) -> RosterPeriod:
    """Confirm every planned assignment of the team from the first day through the last.

    Refused when the law finds a breach in these days that no planner set aside with a reason; each
    is named with person, moment and rule; and when somebody does not pass the placement gate on a
    shift that has not ended. Publishing again confirms what was planned since. Coming drafts whose
    places are all taken are published with it: there is nothing left to decide about them.
    Journal: `rosters.roster.published`, and `rosters.assignment.confirmed` for each assignment;
    `demand.shift.published` for each such draft.
    """
    if ends_on < starts_on:
        raise UnableToPublish(_("De laatste dag ligt voor de eerste. Kies een andere week."))
    rows = _planned(team.pk, starts_on, ends_on)
    found = queries.breaches_of_team(team.pk, starts_on, ends_on)
    if found:
        raise _refusal(found)
    _check_gate(rows, at)
    for row in rows:
        row.state, row.called_at = AssignmentState.CONFIRMED, at
    Assignment.objects.bulk_update(rows, ["state", "called_at"])
    period = RosterPeriod.objects.create(
        team=team, starts_on=starts_on, ends_on=ends_on, published_at=at, published_by=by.name
    )
    _write_down(period, rows, by, at)
    _publish_full_drafts(team.pk, _span(starts_on, ends_on), by, at)
    return period


def _publish_full_drafts(team_id: int, span: Period, by: Account, at: datetime) -> None:
    """Let nothing of the published roster stay a draft but what still wants people."""
    shifts = demand.shifts_of_team(team_id, max(span.starts_at, at), span.ends_at)
    drafts = {one.pk: one for one in shifts if one.state == ShiftState.DRAFT}
    told = queries.assignments_of_shifts(drafts)
    full = [
        pk
        for pk, one in drafts.items()
        if one.starts_at > at
        and sum(row.state == AssignmentState.CONFIRMED for row in told[pk]) >= one.places
    ]
    if full:
        demand_actions.publish_shifts(shift_ids=full, by=by, at=at)


def _span(starts_on: date, ends_on: date) -> Period:
    return Period(day_period(starts_on).starts_at, day_period(ends_on).ends_at)


def _planned(team_id: int, starts_on: date, ends_on: date) -> list[Assignment]:
    span = _span(starts_on, ends_on)
    return list(
        Assignment.objects.select_for_update(of=("self",))
        .filter(
            shift__team_id=team_id,
            state=AssignmentState.PLANNED,
            starts_at__gte=span.starts_at,
            starts_at__lt=span.ends_at,
        )
        .order_by("pk")
    )


def _check_gate(rows: list[Assignment], at: datetime) -> None:
    """Refuse to make known who may not work a coming shift; each is named with the way out."""
    judged = queries.standing([row for row in rows if row.ends_at > at], at)
    failing = [one for one in judged if one.blocks]
    if not failing:
        return
    named = [
        f"{one.assignment.worker.name}: {one.blocks[0].text} {one.blocks[0].remedy}"
        for one in failing[:_MOST_NAMED]
    ]
    text = _("Het rooster is niet gepubliceerd: niet iedereen mag deze diensten werken. %(found)s")
    told = text % {"found": " ".join(dict.fromkeys(named))}
    if len(failing) > _MOST_NAMED:
        more = len(failing) - _MOST_NAMED
        told = _("%(text)s En nog %(number)d.") % {"text": told, "number": more}
    raise UnableToPublish(told, "gate")


def _refusal(found: list[tuple[str, Finding]]) -> UnableToPublish:
    named = []
    for name, finding in found[:_MOST_NAMED]:
        reason = from_finding(finding)
        named.append(f"{name}: {reason.text} {reason.remedy} ({finding.article})")
    text = _("Het rooster is niet gepubliceerd: het overtreedt de Arbeidstijdenwet. %(found)s") % {
        "found": " ".join(named)
    }
    if len(found) > _MOST_NAMED:
        text = _("%(text)s En nog %(number)d.") % {
            "text": text,
            "number": len(found) - _MOST_NAMED,
        }
    return UnableToPublish(text, "breach", tuple(found))


def _write_down(period: RosterPeriod, rows: list[Assignment], by: Account, at: datetime) -> None:
    organisation_id = period.team.location.organisation_id
    journal.record(
        event="rosters.roster.published",
        by=by,
        at=at,
        subject=f"team:{period.team_id}",
        organisation_id=organisation_id,
        starts_on=period.starts_on.isoformat(),
        ends_on=period.ends_on.isoformat(),
        assignments=len(rows),
    )
    journal.record_many(
        event="rosters.assignment.confirmed",
        by=by,
        at=at,
        lines=[
            journal.Line(
                f"shift:{row.shift_id}",
                organisation_id,
                row.worker_id,
                {"shift_id": row.shift_id, "assignment_id": row.pk},
            )
            for row in rows
        ],
    )
