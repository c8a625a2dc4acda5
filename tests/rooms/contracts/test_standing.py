"""How agreements stand on a day, and what a price comes to with and without VAT."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.contracts import (
    make_agreement,
    make_finance,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
    second,
)
from factories.identity import signed
from factories.moments import MONDAY, SINCE
from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.contracts.states import RateKind

pytestmark = pytest.mark.django_db
CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/contracts/with_vat.yaml").read_text("utf-8")
)["cases"]
TOMORROW = MONDAY + timedelta(days=1)


def share(text: str) -> Fraction:
    return Fraction(text) / 100


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_price_with_and_without_vat(case: dict[str, Any]) -> None:
    terms = PriceTerms(
        hour_cents=case["hour"],
        holiday_allowance=share(case["holiday"]),
        year_end_bonus=share(case["year_end"]),
        charges=share(case["charges"]),
        fee=share(case["fee"]),
    )
    found = queries.with_vat(0, terms, MONDAY)
    assert (found.hour_cents, found.hour_vat_cents) == (case["an_hour"], case["an_hour_vat"])
    assert (found.shift_cents, found.shift_vat_cents) == (case["a_shift"], case["a_shift_vat"])
    assert found.is_taxed
    assert found.shift_taxed_cents == case["a_shift"] + case["a_shift_vat"]


def test_a_day_without_a_known_vat_rate_has_no_amount_of_vat() -> None:
    long_ago = MONDAY.replace(year=1990)
    found = queries.with_vat(0, PriceTerms(hour_cents=2200), long_ago)
    assert (found.hour_vat_cents, found.shift_vat_cents, found.shift_taxed_cents) == (None,) * 3
    assert found.hour_cents == 2200


def test_a_proposed_agreement_holds_for_nobody(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde, signed_by_both=False)
    found = queries.standing(one, MONDAY)
    assert (found.is_proposed, found.holds, found.is_over) == (True, False, False)
    actions.sign_agreement(agreement=one, **second(cast.de_linde))
    found = queries.standing(one, MONDAY)
    assert (found.is_proposed, found.holds, found.is_over) == (False, True, False)


def test_it_holds_from_the_first_day_up_to_the_last(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde, starts_on=MONDAY, ends_on=TOMORROW)
    standing = [
        queries.standing(one, MONDAY + timedelta(days=number)).holds for number in (-1, 0, 1)
    ]
    assert standing == [False, True, False]
    assert queries.standing(one, TOMORROW).is_over


def test_what_was_declined_is_over(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde, signed_by_both=False)
    actions.decline_agreement(agreement=one, **second(cast.de_linde))
    found = queries.standing(one, MONDAY)
    assert (found.is_over, found.holds) == (True, False)


def test_rate_and_ground_of_the_day_are_shown_and_what_waits_apart(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde)
    assert queries.standing(one, MONDAY).hour_cents is None
    make_rate(one)
    later = make_rate(one, terms=PriceTerms(hour_cents=2500), starts_on=TOMORROW, approved=False)
    ground = make_vat(one, Ground.TRAINING, approved=False)
    found = queries.standing(one, MONDAY)
    assert found.hour_cents == 3216
    assert found.vat.ground == Ground.TAXED
    assert [card.pk for card in found.proposed_rates] == [later.pk]
    assert [row.pk for row in found.proposed_vat] == [ground.pk]
    actions.approve_rate(card=later, **second(cast.de_linde))
    actions.approve_vat(decision=ground, **second(cast.de_linde))
    assert queries.standing(one, MONDAY).hour_cents == 3216
    found = queries.standing(one, TOMORROW)
    assert (found.hour_cents, found.vat.ground) == (2500, Ground.TRAINING)
    assert found.vat.is_to_confirm
    assert (found.proposed_rates, found.proposed_vat) == ((), ())


def test_the_price_of_an_agreement_is_that_of_its_newest_rate_for_all(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde)
    assert queries.price_with_vat(one.pk, MONDAY) is None
    make_rate(one, starts_on=SINCE)
    make_rate(one, terms=PriceTerms(hour_cents=2500), starts_on=MONDAY)
    make_vat(one, Ground.CLOSELY_RELATED, inspector="BD 1")
    before = queries.price_with_vat(one.pk, MONDAY - timedelta(days=1))
    after = queries.price_with_vat(one.pk, MONDAY)
    assert before is not None
    assert after is not None
    assert (before.hour_cents, after.hour_cents) == (3216, 2500)
    assert not after.is_taxed
    assert (after.shift_cents, after.shift_vat_cents) == (20000, 4200)


def test_who_lends_is_named_organisation_or_supplier(cast: Cast) -> None:
    hired = make_supplier_agreement(make_supplier(cast.de_linde, "Bureau Zon"))
    card = actions.propose_rate(
        agreement=hired,
        function=None,
        kind=RateKind.AGREED,
        terms=PriceTerms(hour_cents=5450),
        starts_on=SINCE,
        **signed(),
    )
    actions.approve_rate(card=card, by=make_finance(cast.de_linde, "Ada"), at=signed()["at"])
    lent = make_agreement(cast.molenpoort, cast.de_linde)
    found = {one.agreement.pk: one for one in queries.standing_of(cast.de_linde.pk, MONDAY)}
    assert found[hired.pk].other_name == "Bureau Zon"
    assert found[hired.pk].hour_cents == 5450
    assert found[lent.pk].other_name == "Molenpoort"
    assert [one.agreement.pk for one in queries.standing_of(cast.molenpoort.pk, MONDAY)] == [
        lent.pk
    ]
    assert queries.standing_of(cast.rijnzicht.pk, MONDAY) == []


def test_it_asks_as_often_however_many(cast: Cast) -> None:
    make_rate(make_agreement(cast.molenpoort, cast.de_linde), approved=False)
    with CaptureQueriesContext(connection) as first:
        queries.standing_of(cast.de_linde.pk, MONDAY)
    make_rate(make_agreement(cast.rijnzicht, cast.de_linde), approved=False)
    make_vat(make_agreement(cast.zonder_pool, cast.de_linde), approved=False)
    with CaptureQueriesContext(connection) as more:
        assert len(queries.standing_of(cast.de_linde.pk, MONDAY)) == 3
    assert len(more) == len(first) == 5


def test_a_rate_and_a_ground_come_with_their_parties(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde)
    card, row = make_rate(one), make_vat(one)
    with CaptureQueriesContext(connection) as asked:
        found, decision = queries.rate(card.pk), queries.vat_decision(row.pk)
        assert found is not None
        assert decision is not None
        assert found.agreement.lender == cast.molenpoort
        assert decision.agreement.borrower == cast.de_linde
        assert decision.proposed_by.name == "Rondstroom"
    assert len(asked) == 2
    assert queries.rate(0) is None
    assert queries.vat_decision(0) is None


def test_one_worker_may_have_a_ground_of_its_own(cast: Cast) -> None:
    one = make_agreement(cast.molenpoort, cast.de_linde)
    make_rate(one)
    make_vat(one, Ground.TRAINING, worker=cast.ruud)
    found = queries.price_with_vat(one.pk, MONDAY)
    assert found is not None
    assert found.is_taxed
    terms = queries.terms_of_deployments(
        queries.Deployment(worker.pk, cast.de_linde.pk, MONDAY)
        for worker in (cast.ruud, cast.niels)
    )
    grounds = [term.vat.ground if term.vat else None for term in terms]
    assert grounds == [Ground.TRAINING, None]
    assert terms[0].agreement_id == one.pk
