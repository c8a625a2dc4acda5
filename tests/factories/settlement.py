"""Worked shifts for tests: of last week, at De Linde, unless a test says otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from factories.contracts import make_agreement, make_rate, make_vat
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.rosters import raw_assignment
from flexpool.contracts.vat.grounds import Ground
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.models import Organisation, Team
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Hours, Run
from rondstroom.rooms.settlement.queries import Said

LAST_WEEK = MONDAY - timedelta(days=7)
"""Monday of the week before the present of tests."""


def make_worked(
    worker: Worker, team: Team, *, day: date = LAST_WEEK, rest_hours: float = 11, **shift: Any
) -> Assignment:
    """Put a worker on a shift that is over; by day unless the times say otherwise."""
    row = raw_assignment(worker, make_shift(team, day=day, **shift), rest_hours=rest_hours)
    return Assignment.objects.select_related("worker", "shift__organisation").get(pk=row.pk)


def make_hours(
    assignment: Assignment, said: Said | None = None, by: Account | None = None
) -> Hours:
    """Register the hours of an assignment: as planned and by the worker, unless told."""
    return actions.register_hours(
        assignment=assignment,
        said=said or queries.planned(assignment),
        by=by or assignment.worker.account or signed()["by"],
        at=NOW,
    )


def make_approved(assignment: Assignment, *planners: Account, said: Said | None = None) -> Hours:
    """Register hours and let planners agree, one after the other."""
    row = make_hours(assignment, said)
    for planner in planners:
        row = actions.approve_hours(hours=row, version=row.version, by=planner, at=NOW)
    return row


def make_billing(*organisations: Organisation, **changes: Any) -> None:
    """Fill in what stands on invoices; numbers that pass the checks."""
    for organisation in organisations:
        told: dict[str, Any] = {
            "legal_name": f"Stichting {organisation.name}",
            "legal_id": f"{organisation.pk:08d}",
            "vat_id": f"NL{organisation.pk:09d}B01",
            "street": "Dorpsstraat 1",
            "postal_code": "6811 AB",
            "city": "Arnhem",
            "iban": "NL91 ABNA 0417 1643 00",
            "reference": f"INKOOP-{organisation.pk}",
        }
        actions.keep_billing_details(
            organisation=organisation, details=actions.Details(**told | changes), **signed()
        )


def make_lending(
    lender: Organisation, borrower: Organisation, ground: Ground | None = None
) -> None:
    """Agree on lending at the price of the worked example; taxed unless a ground is given."""
    agreement = make_agreement(lender, borrower)
    make_rate(agreement)
    if ground is not None:
        make_vat(agreement, ground)


def settled(seller: Organisation, month: date = LAST_WEEK) -> Run:
    """Close the month of last week as if it were over, and do the settlement."""
    after = NOW + timedelta(days=31)
    by = signed()["by"]
    run = actions.close_period(seller=seller, month=month, by=by, at=after)
    return actions.perform_run(run=run, by=by, at=after)
