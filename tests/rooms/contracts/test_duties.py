"""Duties of lending law under an agreement: written down with where, and a block on hire."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.contracts import make_agreement, make_supplier, make_supplier_agreement
from factories.identity import signed
from factories.moments import MONDAY, SINCE
from flexpool.contracts.duty_rules import ADMITTED, REGISTERED
from people import Cast
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.contracts.models import DutySeen, LendingAgreement
from rondstroom.rooms.contracts.states import Basis
from rondstroom.rooms.journal import queries as journal

pytestmark = pytest.mark.django_db


@pytest.fixture
def hired(cast: Cast) -> LendingAgreement:
    return make_supplier_agreement(make_supplier(cast.de_linde, "Bureau Zuid"))


def see(agreement: LendingAgreement, duty: str = REGISTERED.id, **told: Any) -> DutySeen:
    fields = {"reference": "map 12", "seen_on": SINCE, **told}
    return actions.write_duty_seen(agreement=agreement, duty=duty, **fields, **signed())


def names(findings: Any) -> list[str]:
    return [one.rule.source_ref for one in findings]


def test_the_last_that_was_seen_counts(cast: Cast, hired: LendingAgreement) -> None:
    lines = queries.checklist(hired, MONDAY)
    assert len(lines) == 10
    assert all(line.finding for line in lines)
    assert names(queries.blocks_of([hired], MONDAY)[hired.pk]) == ["W1"]
    see(hired, valid_through=SINCE)
    assert names(queries.blocks_of([hired], MONDAY)[hired.pk]) == ["W1"]
    see(hired)
    assert queries.blocks_of([hired], MONDAY)[hired.pk] == ()
    first = queries.checklist(hired, MONDAY)[0]
    assert first.seen is not None
    assert (first.seen.reference, first.finding) == ("map 12", None)
    assert DutySeen.objects.count() == 2
    line = journal.entries_about(f"agreement:{hired.pk}").last()
    assert line is not None
    assert (line.event, line.data["duty"]) == ("contracts.duty.seen", REGISTERED.id)


def test_a_refused_lender_blocks_on_every_day(cast: Cast, hired: LendingAgreement) -> None:
    see(hired)
    assert queries.blocks_of_supplier(cast.de_linde.pk, "Bureau Zuid", MONDAY) == ()
    in_january = date(2027, 1, 4)
    assert names(queries.blocks_of_supplier(cast.de_linde.pk, "Bureau Zuid", in_january)) == [
        "Wtta"
    ]
    see(hired, ADMITTED.id, admission="admitted")
    assert queries.blocks_of_supplier(cast.de_linde.pk, "Bureau Zuid", in_january) == ()
    see(hired, ADMITTED.id, admission="refused")
    assert names(queries.blocks_of_supplier(cast.de_linde.pk, "Bureau Zuid", MONDAY)) == ["Wtta"]


def test_who_has_no_file_is_not_judged(cast: Cast, hired: LendingAgreement) -> None:
    assert queries.blocks_of_supplier(cast.molenpoort.pk, "Bureau Zuid", MONDAY) == ()
    assert queries.blocks_of_supplier(cast.de_linde.pk, "Bureau Noord", MONDAY) == ()
    actions.end_agreement(agreement=hired, ends_on=MONDAY, **signed())
    assert queries.blocks_of_supplier(cast.de_linde.pk, "Bureau Zuid", MONDAY) == ()


def test_a_pool_that_employs_lends_and_colleagues_do_not(cast: Cast) -> None:
    pool = make_agreement(cast.molenpoort, cast.de_linde, basis=Basis.POOL_ENTITY)
    assert len(queries.checklist(pool, MONDAY)) == 10
    help_out = make_agreement(cast.rijnzicht, cast.de_linde)
    assert queries.checklist(help_out, MONDAY) == []
    with pytest.raises(actions.UnableToWriteDuty, match="geldt niet"):
        see(help_out)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"reference": " "}, "waar het te vinden is"),
        ({"admission": "admitted"}, "register"),
        ({"duty": ADMITTED.id}, "register"),
        ({"duty": "lending.w10"}, "geldt niet"),
        ({"valid_through": date(2025, 1, 1)}, "verlopen"),
        ({"reference": "x" * 201}, "200"),
    ],
    ids=["nowhere", "no admission", "which admission", "unknown", "over", "long"],
)
def test_what_is_not_complete_is_refused(
    hired: LendingAgreement, told: dict[str, Any], why: str
) -> None:
    with pytest.raises(actions.UnableToWriteDuty, match=why):
        see(hired, **told)
    assert not DutySeen.objects.exists()


def test_the_database_keeps_days_in_order(hired: LendingAgreement) -> None:
    row = see(hired)
    row.valid_through = date(2025, 1, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    row.valid_through, row.admission = None, "admitted"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
