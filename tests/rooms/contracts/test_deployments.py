"""Under which terms somebody works somewhere: who lends, what it costs, which VAT."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.contracts import (
    make_agreement,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
)
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_engagement, make_worker
from flexpool.contracts.price import PriceTerms, Work
from flexpool.contracts.vat.grounds import Category, Ground
from people import Cast
from rondstroom.rooms.contracts import actions
from rondstroom.rooms.contracts.queries import (
    Deployment,
    DeploymentTerms,
    terms_of_deployment,
    terms_of_deployments,
)
from rondstroom.rooms.contracts.states import Authority, Basis, Missing, RateKind, VatState
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db

SATURDAY = Work(minutes=480, allowance_cents=66_88)


def terms(worker: object, organisation: object, **fields: object) -> DeploymentTerms:
    told = {"on": MONDAY, "function_code": "VIG", **fields}
    return terms_of_deployment(Deployment(worker.pk, organisation.pk, **told))  # type: ignore[attr-defined, arg-type]


def test_ones_own_people_are_not_lent(cast: Cast) -> None:
    found = terms(cast.niels, cast.de_linde)
    assert (found.basis, found.is_lending, found.vat, found.missing) == (Basis.OWN, False, None, ())
    assert terms(cast.fatima, cast.de_linde).basis == Basis.OWN
    assert terms(cast.fatima, cast.molenpoort).basis == Basis.OWN


def test_the_worked_example_to_the_cent(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde, reference="UO-7")
    card = make_rate(agreement)
    found = terms(cast.ruud, cast.de_linde)
    assert (found.basis, found.lender_id, found.borrower_id) == (
        Basis.COLLEGIAL,
        cast.molenpoort.pk,
        cast.de_linde.pk,
    )
    assert found.authority == Authority.BORROWER
    assert (found.agreement_id, found.card_id, found.reference) == (agreement.pk, card.pk, "UO-7")
    assert (found.hour_cents, found.allowance_hour_cents, found.missing) == (32_16, 22_00, ())
    line = found.price(SATURDAY)
    assert line is not None and found.vat is not None
    assert int(line.amount) == 355_04
    assert int(found.vat.due(355_04).amount) == 74_56
    assert (found.vat.ground, found.vat.state) == (Ground.TAXED, VatState.CONFIRMED)
    assert (found.vat.rate, found.vat.category) == (Fraction(21, 100), Category.STANDARD)


def test_without_an_agreement_it_says_what_is_missing(cast: Cast) -> None:
    found = terms(cast.ruud, cast.de_linde)
    assert (found.basis, found.lender_id) == (Basis.UNKNOWN, cast.molenpoort.pk)
    assert found.missing == (Missing.NO_AGREEMENT,)
    assert found.price() is None and found.hour_cents is None and found.allowance_hour_cents == 0
    before = terms(cast.ruud, cast.de_linde, on=MONDAY - timedelta(days=1000))
    assert before.missing == (Missing.NO_EMPLOYER,)


def test_an_agreement_that_only_one_side_signed_does_not_hold(cast: Cast) -> None:
    make_agreement(cast.molenpoort, cast.de_linde, signed_by_both=False)
    assert terms(cast.ruud, cast.de_linde).missing == (Missing.NO_AGREEMENT,)


def test_an_agreement_holds_up_to_its_last_day_and_one_way_only(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    actions.end_agreement(agreement=agreement, ends_on=MONDAY, **signed())
    assert terms(cast.ruud, cast.de_linde).agreement_id is None
    assert terms(cast.ruud, cast.de_linde, on=MONDAY - timedelta(days=1)).agreement_id
    assert terms(cast.niels, cast.molenpoort).missing == (Missing.NO_AGREEMENT,)


def test_the_rate_of_the_function_goes_first_and_only_what_is_approved_and_begun_counts(
    cast: Cast,
) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    assert terms(cast.ruud, cast.de_linde).missing == (Missing.NO_RATE,)
    make_rate(agreement, terms=PriceTerms(hour_cents=20_00))
    make_rate(agreement, "VP4", terms=PriceTerms(hour_cents=30_00))
    make_rate(agreement, terms=PriceTerms(hour_cents=21_00), starts_on=MONDAY)
    make_rate(agreement, terms=PriceTerms(hour_cents=99_00), starts_on=MONDAY, approved=False)
    later = MONDAY + timedelta(days=1)
    make_rate(agreement, terms=PriceTerms(hour_cents=25_00), starts_on=later)
    prices = {
        (code, on): terms(cast.ruud, cast.de_linde, function_code=code, on=on).hour_cents
        for code in ("VIG", "VP4", "")
        for on in (MONDAY - timedelta(days=1), MONDAY, later)
    }
    assert list(prices.values()) == [2000, 2100, 2500, 3000, 3000, 3000, 2000, 2100, 2500]


def test_a_vat_ground_is_applied_only_after_a_second_person_and_then_says_so(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    make_rate(agreement)
    decision = make_vat(agreement, approved=False)
    waiting = terms(cast.ruud, cast.de_linde).vat
    assert waiting is not None and waiting.ground is Ground.TAXED
    actions.approve_vat(decision=decision, by=cast.petra, at=signed()["at"])
    vat = terms(cast.ruud, cast.de_linde).vat
    assert vat is not None
    assert (vat.ground, vat.state, vat.rate) == (Ground.CLOSELY_RELATED, VatState.TO_CONFIRM, 0)
    assert (vat.is_to_confirm, vat.at_stake(355_04)) == (True, 74_56)
    assert int(vat.due(355_04).amount) == 0
    assert vat.category is Category.EXEMPT and "art. 11" in vat.reason
    assert vat.documents == ("overeenkomst 2026-01",) and vat.name.en and vat.decision_id


def test_the_inspector_confirms_or_the_work_is_taxed_again(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    decision = make_vat(agreement, inspector="OB 2026-12")
    vat = terms(cast.ruud, cast.de_linde).vat
    assert vat is not None
    assert (vat.state, vat.inspector_reference) == (VatState.CONFIRMED, "OB 2026-12")
    assert vat.at_stake(355_04) == 0
    refused = make_vat(agreement, Ground.STRUCTURAL, starts_on=MONDAY)
    actions.decline_vat(decision=refused, **signed())
    after = terms(cast.ruud, cast.de_linde).vat
    assert after is not None and after.decision_id == decision.pk


def test_a_decision_for_one_worker_goes_before_that_of_all(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    other = make_worker("Else", team=cast.wijkteam)
    make_vat(agreement, Ground.COST_SHARING)
    make_vat(agreement, Ground.STRUCTURAL, worker=cast.ruud)
    grounds = [terms(who, cast.de_linde).vat for who in (cast.ruud, other)]
    assert [vat and vat.ground for vat in grounds] == [Ground.STRUCTURAL, Ground.COST_SHARING]


def test_hired_people_come_from_their_supplier(cast: Cast) -> None:
    hired = make_worker("Zara", team=cast.vlinder, form=EngagementForm.AGENCY)
    nobody = terms(hired, cast.de_linde)
    assert (nobody.basis, nobody.supplier_id) == (Basis.AGENCY, None)
    assert nobody.missing == (Missing.NO_AGREEMENT,)
    supplier = make_supplier(cast.de_linde)
    actions.set_supplier(engagement=hired.engagements.get(), supplier=supplier, **signed())
    assert terms(hired, cast.de_linde).missing == (Missing.NO_AGREEMENT,)
    make_rate(
        make_supplier_agreement(supplier),
        kind=RateKind.AGREED,
        terms=PriceTerms(hour_cents=58_00),
        pays_allowance=False,
    )
    found = terms(hired, cast.de_linde)
    assert (found.basis, found.supplier_id, found.lender_id) == (Basis.AGENCY, supplier.pk, None)
    assert (found.hour_cents, found.allowance_hour_cents, found.missing) == (58_00, 0, ())


def test_hired_people_are_not_lent_on(cast: Cast) -> None:
    hired = make_worker("Zara", team=cast.wijkteam, form=EngagementForm.AGENCY)
    make_agreement(cast.molenpoort, cast.de_linde)
    assert terms(hired, cast.de_linde).missing == (Missing.NO_EMPLOYER,)


def test_of_two_employers_the_one_with_an_agreement_lends(cast: Cast) -> None:
    make_engagement(cast.ruud, cast.zonder_pool)
    agreement = make_agreement(cast.zonder_pool, cast.de_linde, basis=Basis.GROUP)
    found = terms(cast.ruud, cast.de_linde)
    assert (found.lender_id, found.agreement_id) == (cast.zonder_pool.pk, agreement.pk)


def test_a_day_of_which_the_vat_rate_is_not_known_says_so(cast: Cast) -> None:
    make_rate(make_agreement(cast.molenpoort, cast.de_linde))
    found = terms(cast.ruud, cast.de_linde, on=MONDAY.replace(year=2035))
    assert found.missing == (Missing.NO_VAT_RATE,)
    assert found.vat is not None and found.vat.rate is None


def test_many_cost_no_more_queries_than_one(cast: Cast) -> None:
    make_rate(make_agreement(cast.molenpoort, cast.de_linde))
    people = [cast.ruud, cast.niels, cast.joke, cast.sanne, cast.fatima]
    asked = [
        Deployment(worker.pk, cast.de_linde.pk, MONDAY + timedelta(days=day))
        for worker in people
        for day in range(40)
    ]
    with CaptureQueriesContext(connection) as queries:
        found = terms_of_deployments(asked)
    assert [one.deployment for one in found] == asked
    assert len(queries) == 5
    assert terms_of_deployments([]) == []
