"""Who did the work: own people, the pool, agencies, self-employed; hours, cost and shares."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.contracts import make_finance, make_supplier, make_supplier_agreement
from factories.identity import signed
from factories.moments import NOW, SINCE
from factories.people import make_worker
from factories.settlement import LAST_WEEK, make_lending, make_worked
from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.rooms.contracts import actions as contracts
from rondstroom.rooms.contracts.states import RateKind, SupplierKind
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.queries import Staffed
from rondstroom.rooms.settlement.states import StaffKind

pytestmark = pytest.mark.django_db
OWN = {"VIG": 40_00}
NOVEMBER = date(2026, 11, 1)


def counted(organisation: Any, own: dict[str, int] | None = None) -> dict[Any, Staffed]:
    since = NOW - timedelta(days=120)
    found = queries.staffing_of(organisation.pk, since, NOW, OWN if own is None else own)
    return queries.grouped(found, "month", "function")


def whole(cast: Cast, own: dict[str, int] | None = None) -> Staffed:
    return queries.together(counted(cast.de_linde, own).values())


def hired(cast: Cast, name: str, form: EngagementForm, kind: SupplierKind, cents: int) -> Worker:
    """Hire somebody from a supplier of that name, at a price of an hour."""
    worker = make_worker(name, organisation=cast.de_linde, form=form)
    supplier = make_supplier(cast.de_linde, f"Van {name}", kind)
    contracts.set_supplier(engagement=worker.engagements.get(), supplier=supplier, **signed())
    card = contracts.propose_rate(
        agreement=make_supplier_agreement(supplier),
        function=None,
        kind=RateKind.AGREED,
        terms=PriceTerms(hour_cents=cents),
        starts_on=SINCE,
        **signed(),
    )
    contracts.approve_rate(card=card, by=make_finance(cast.de_linde, "Ada"), at=NOW)
    return worker


def test_nothing_worked_is_nothing(cast: Cast) -> None:
    assert counted(cast.de_linde) == {}
    found = whole(cast)
    assert (found.all_minutes, found.external_share, found.external_cost_share) == (0, 0, 0)


def test_own_people_cost_what_the_organisation_says(cast: Cast) -> None:
    make_worked(cast.niels, cast.vlinder)
    found = whole(cast)
    assert dict(found.minutes) == {StaffKind.OWN: 480}
    assert dict(found.cents) == {StaffKind.OWN: 320_00}
    assert (found.unpriced, found.external_share) == (0, 0)


def test_a_function_without_a_figure_counts_in_hours_only(cast: Cast) -> None:
    make_worked(cast.niels, cast.vlinder)
    found = whole(cast, own={})
    assert (found.all_minutes, found.all_cents, found.unpriced) == (480, 0, 480)


@pytest.mark.parametrize(
    ("ground", "cents"), [(None, 257_27 + 54_03), (Ground.CLOSELY_RELATED, 257_27)]
)
def test_who_is_lent_is_of_the_pool_and_vat_is_cost(
    cast: Cast, ground: Ground | None, cents: int
) -> None:
    make_lending(cast.rijnzicht, cast.de_linde, ground)
    make_worked(cast.joke, cast.vlinder)
    found = whole(cast)
    assert dict(found.minutes) == {StaffKind.POOL: 480}
    assert dict(found.cents) == {StaffKind.POOL: cents}
    assert found.external_share == 0


def test_lent_without_an_agreement_has_no_price(cast: Cast) -> None:
    make_worked(cast.joke, cast.vlinder)
    found = whole(cast)
    assert (dict(found.minutes), found.unpriced) == ({StaffKind.POOL: 480}, 480)


@pytest.mark.parametrize(
    ("form", "kind", "staff"),
    [
        (EngagementForm.AGENCY, SupplierKind.AGENCY, StaffKind.AGENCY),
        (EngagementForm.SECONDED, SupplierKind.AGENCY, StaffKind.AGENCY),
        (EngagementForm.AGENCY, SupplierKind.PAYROLL, StaffKind.AGENCY),
        (EngagementForm.SELF_EMPLOYED, SupplierKind.INTERMEDIARY, StaffKind.SELF_EMPLOYED),
        (EngagementForm.SELF_EMPLOYED, SupplierKind.SELF_EMPLOYED, StaffKind.SELF_EMPLOYED),
    ],
    ids=str,
)
def test_hire_is_an_agency_or_a_self_employed_person(
    cast: Cast, form: EngagementForm, kind: SupplierKind, staff: StaffKind
) -> None:
    make_worked(hired(cast, "Zon", form, kind, 50_00), cast.vlinder)
    make_worked(cast.niels, cast.vlinder)
    found = whole(cast)
    assert found.minutes[staff] == 480
    assert found.cents[staff] == 400_00 + 84_00
    assert found.external_share == Fraction(1, 2)
    assert found.external_cost_share == Fraction(484, 804)


def test_months_and_functions_stand_apart_and_add_up(cast: Cast) -> None:
    make_worked(cast.niels, cast.vlinder, day=date(2026, 10, 31), start="23:00", end="07:00")
    make_worked(cast.niels, cast.vlinder, day=LAST_WEEK)
    make_worked(cast.sanne, cast.vlinder, day=LAST_WEEK, function="Helpende")
    make_worked(cast.sanne, cast.vlinder, day=LAST_WEEK + timedelta(days=2), function="")
    found = counted(cast.de_linde)
    assert [month for month, _name in found] == [date(2026, 10, 1), *[NOVEMBER] * 3]
    assert {name for _month, name in found} == {"functie VIG", "functie Helpende", ""}
    assert whole(cast).all_minutes == sum(one.all_minutes for one in found.values())
    assert whole(cast).unpriced == 2 * 480


def test_what_is_to_come_cancelled_or_a_concept_does_not_count(cast: Cast) -> None:
    make_worked(cast.niels, cast.vlinder, day=NOW.date() + timedelta(days=1))
    for number, state in enumerate([AssignmentState.CANCELLED, AssignmentState.PLANNED]):
        row = make_worked(cast.sanne, cast.vlinder, day=LAST_WEEK + timedelta(days=number))
        row.state = state
        row.save()
    assert counted(cast.de_linde) == {}


def test_another_organisation_has_its_own_count(cast: Cast) -> None:
    make_worked(cast.niels, cast.vlinder)
    assert counted(cast.molenpoort) == {}


def test_it_asks_as_often_however_many(cast: Cast) -> None:
    make_lending(cast.rijnzicht, cast.de_linde)
    make_worked(cast.joke, cast.vlinder)
    with CaptureQueriesContext(connection) as first:
        counted(cast.de_linde)
    for number in range(1, 5):
        make_worked(cast.niels, cast.vlinder, day=LAST_WEEK + timedelta(days=number))
        make_worked(cast.joke, cast.vlinder, day=LAST_WEEK + timedelta(days=number))
    with CaptureQueriesContext(connection) as more:
        assert whole(cast).all_minutes == 9 * 480
    assert len(more) == len(first)


def test_hired_hours_by_team_reason_and_supplier(cast: Cast) -> None:
    agency = hired(cast, "Zonzicht", EngagementForm.AGENCY, SupplierKind.AGENCY, 60_00)
    make_worked(agency, cast.vlinder, reason="ziekte")
    make_worked(cast.niels, cast.vlinder, reason="vacature")
    since = NOW - timedelta(days=120)
    found = queries.staffing_of(cast.de_linde.pk, since, NOW, OWN)
    assert {(one.reason, one.supplier) for one in found} == {
        ("ziekte", "Van Zonzicht"),
        ("vacature", ""),
    }
    by_team = queries.grouped(found, "team")
    assert list(by_team) == [("De Linde, PG Vlinder",)]
    assert by_team["De Linde, PG Vlinder",].external_share == Fraction(1, 2)
    by_reason = queries.grouped(found, "reason")
    assert by_reason["ziekte",].external_share == 1
    assert by_reason["vacature",].external_share == 0
    by_supplier = queries.grouped(found, "supplier")
    assert by_supplier["Van Zonzicht",].minutes == {StaffKind.AGENCY: 480}


def test_groups_add_up_to_the_whole_whatever_they_are_grouped_by(cast: Cast) -> None:
    for number, form in enumerate((EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED)):
        kind = (SupplierKind.AGENCY, SupplierKind.INTERMEDIARY)[number]
        worker = hired(cast, f"Zon {number}", form, kind, 60_00 + number)
        make_worked(worker, cast.vlinder, reason=("ziekte", "")[number])
    make_worked(cast.niels, cast.vlinder)
    since = NOW - timedelta(days=120)
    found = queries.staffing_of(cast.de_linde.pk, since, NOW, OWN)
    all_of_it = queries.together(found.values())
    for names in (("team",), ("reason",), ("supplier",), ("month", "team"), ()):
        parts = queries.together(queries.grouped(found, *names).values())
        assert (parts.minutes, parts.cents) == (all_of_it.minutes, all_of_it.cents)
