"""Reading several tables in one round trip gives the same rows as reading each by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, models
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext, isolate_apps

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, moment
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.journal.queries import Asked, at_once, together
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.organisations.models import Membership, Organisation, Postcode
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import (
    Absence,
    Availability,
    DeclaredWork,
    Engagement,
    OwnWage,
    Willingness,
)
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.skills.models import (
    Acceptance,
    Decision,
    Function,
    Policy,
    Proof,
    Registration,
    Substitution,
)

pytestmark = pytest.mark.django_db

READ_TOGETHER: list[type[models.Model]] = [
    Absence,
    Acceptance,
    Availability,
    Decision,
    DeclaredWork,
    Engagement,
    Function,
    Membership,
    Organisation,
    OwnWage,
    Policy,
    Proof,
    Registration,
    Substitution,
    Willingness,
    Postcode,
    Assignment,
    Entry,
    Request,
]


def told(row: Any) -> dict[str, Any]:
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}


def all_of(model: Any) -> QuerySet[Any]:
    return QuerySet(model)


@pytest.fixture
def full(cast: Cast) -> Cast:
    """Fill tables with moments, documents, days that are not there, and letters with accents."""
    people.declare_work(
        worker=cast.niels,
        starts_at=moment(MONDAY, "08:15"),
        ends_at=moment(MONDAY, "12:00"),
        **signed(),
    )
    night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=3))
    made = rosters.assign(worker=cast.niels, shift=night, **signed())
    Assignment.objects.filter(pk=made.pk).update(reasons=[{"text": "é \"ja\" 'nee'", "n": [1]}])
    Function.objects.filter(pk=Function.objects.first().pk).update(aliases=["ä", "1", ""])
    Policy.objects.get_or_create(organisation=cast.de_linde, defaults={"four_eyes": ["conduct"]})
    OwnWage.objects.create(worker=cast.niels, hourly_cents=1875, has_tax_credit=False)
    return cast


@pytest.mark.parametrize("model", READ_TOGETHER, ids=lambda one: one.__name__)
def test_each_table_reads_the_same(full: Cast, model: Any) -> None:
    (rows,) = together(all_of(model))
    plain = list(all_of(model).order_by("pk"))
    assert [told(row) for row in rows] == [told(row) for row in plain]
    assert [type(row) for row in rows] == [type(row) for row in plain]
    assert rows == plain
    assert not any(row._state.adding for row in rows)


def test_the_tables_that_matter_are_filled(full: Cast) -> None:
    for model in (Assignment, DeclaredWork, Engagement, Function, OwnWage, Policy, Proof):
        assert all_of(model).exists(), model


def test_all_of_them_take_one_query(full: Cast) -> None:
    with CaptureQueriesContext(connection) as seen:
        found = together(*(all_of(model) for model in READ_TOGETHER))
    assert len(seen) == 1
    for model, rows in zip(READ_TOGETHER, found, strict=True):
        assert rows == list(all_of(model).order_by("pk")), model


def test_what_is_asked_narrowly_is_given_narrowly(full: Cast) -> None:
    mine, nobody, ties = together(
        Engagement.objects.filter(worker=full.niels),
        Proof.objects.filter(worker_id__in=[]),
        Engagement.objects.filter(starts_on__lt=date(1990, 1, 1)).select_related("organisation"),
    )
    assert {one.worker_id for one in mine} == {full.niels.pk}
    assert nobody == ties == []


def test_nothing_at_all_is_asked_when_nobody_is_meant(db: None) -> None:
    with CaptureQueriesContext(connection) as seen:
        assert together(Proof.objects.none(), Engagement.objects.none()) == [[], []]
    assert len(seen) == 0


def test_a_row_read_so_can_be_followed_and_saved(full: Cast) -> None:
    (ties,) = together(Engagement.objects.filter(worker=full.niels))
    assert ties[0].organisation == full.de_linde
    ties[0].minutes_per_week = 600
    ties[0].save()
    assert Engagement.objects.get(pk=ties[0].pk).minutes_per_week == 600


def test_the_same_table_may_be_asked_twice(full: Cast) -> None:
    make_shift(full.vlinder)
    one, other = together(
        Proof.objects.filter(worker=full.niels), Proof.objects.filter(worker=full.fatima)
    )
    assert {row.worker_id for row in one} == {full.niels.pk}
    assert {row.worker_id for row in other} == {full.fatima.pk}


@isolate_apps("rondstroom.rooms.journal")
def test_a_decimal_is_refused() -> None:
    class Priced(models.Model):
        price = models.DecimalField(max_digits=9, decimal_places=4)

        class Meta:
            app_label = "journal"

    with pytest.raises(TypeError, match="would lose digits"):
        together(all_of(Priced))


def test_two_rooms_are_asked_in_one_round_trip(full: Cast) -> None:
    names = Asked((all_of(Organisation),), lambda found: sorted(one.name for one in found[0]))
    sizes = Asked((all_of(Proof), all_of(Function)), lambda found: [len(rows) for rows in found])
    with CaptureQueriesContext(connection) as seen:
        told = at_once(names, sizes)
    assert len(seen) == 1
    assert told == [names.now(), sizes.now()]
    assert told[0] == sorted(Organisation.objects.values_list("name", flat=True))
    assert told[1] == [Proof.objects.count(), Function.objects.count()]


def test_what_can_have_no_rows_is_not_asked(full: Cast) -> None:
    with CaptureQueriesContext(connection) as seen:
        nobody, every = together(Proof.objects.filter(pk__in=[]), all_of(Organisation))
        assert together(Proof.objects.none()) == [[]]
    assert nobody == []
    assert len(every) == Organisation.objects.count()
    assert len(seen) == 1


def test_the_same_table_twice_keeps_its_rows_apart(full: Cast) -> None:
    first = Organisation.objects.order_by("pk")[:1].get()
    others = Organisation.objects.exclude(pk=first.pk)
    one, rest = together(Organisation.objects.filter(pk=first.pk), others)
    assert one == [first]
    assert rest == list(others.order_by("pk"))
