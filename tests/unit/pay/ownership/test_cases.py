"""The tables of cases of hired hours, and of a lasting worker against them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from flexpool.parameters import NoFigureForDate
from flexpool.pay.ownership import (
    Choice,
    CostOverTime,
    HireForm,
    HireOffer,
    VatGround,
    cost_of_ownership,
    hire_price,
)
from flexpool.pay.ownership.months import break_even_month
from flexpool.pay.ownership.vat import IN_WORDS, OWN_CARE
from unit.pay.hire_situations import choice, hire_offer, lasting_worker
from unit.pay.work_situations import Told, cases, cents

IN_2026 = date(2026, 1, 1)
YEAR: Told = {
    "year": 2026, "month": 3593, "hours": 36, "months": 24, "recruitment": 4000, "induction": 40,
    "learning": 3, "productivity": 0.5, "development": 500, "stay": 48, "form": "agency",
    "base": 23, "factor": 2.2, "start": 16, "hire_stay": 6,
}  # fmt: skip


@pytest.mark.parametrize(("told", "case"), cases("ownership/prices"))
def test_price(told: Told, case: dict[str, Any]) -> None:
    price = hire_price(hire_offer(told), IN_2026)
    expected = {name: cents(value) for name, value in case["expect"].items()}
    assert {name: getattr(price, name) for name in expected} == expected
    assert price.explanation.amount == price.per_hour


@pytest.mark.parametrize(("told", "case"), cases("ownership/periods"))
def test_period(told: Told, case: dict[str, Any]) -> None:
    result = cost_of_ownership(choice(told))
    (hire,) = result.hires
    found = {
        "lasting": result.lasting.total,
        "per_care_hour": result.lasting_per_care_hour,
        "care_hours": result.lasting.care_hours * 100,
        "people": result.lasting.people * 100,
        "hired": hire.cost.total,
        "hired_people": hire.cost.people * 100,
        "hired_vat": hire.vat_total,
        "break_even": hire.break_even_month and hire.break_even_month * 100,
    }
    expected = {name: cents(value) for name, value in case["expect"].items()}
    assert {name: found[name] for name in expected} == expected


def _over(*months: int) -> CostOverTime:
    return CostOverTime(cumulative=months, care_hours=Fraction(1), people=1)


@pytest.mark.parametrize(
    ("lasting", "hired", "month"),
    [
        ((50, 60, 70), (20, 40, 70), 3),
        ((50, 60, 70), (20, 60, 80), 2),
        ((10, 20, 30), (10, 20, 30), 1),
        ((10, 20, 90), (20, 40, 60), None),
        ((30, 40, 90, 95), (20, 50, 80, 100), 4),
    ],
)
def test_cheaper_counts_from_the_month_from_which_it_stays_so(
    lasting: tuple[int, ...], hired: tuple[int, ...], month: int | None
) -> None:
    assert break_even_month(_over(*lasting), _over(*hired)) == month


def test_every_ground_has_a_name_a_warning_and_a_source() -> None:
    assert set(IN_WORDS) == set(VatGround)
    for ground in IN_WORDS.values():
        assert ground.name.nl and ground.name.en and ground.source
        assert len(ground.warning.nl) > 40 and len(ground.warning.en) > 40
    assert "uitgesloten" in IN_WORDS[VatGround.UMBRELLA].warning.nl


def test_the_vat_rate_stands_in_the_explanation() -> None:
    price = hire_price(hire_offer(YEAR), IN_2026)
    assert [figure.name for figure in price.explanation.all_figures] == ["pay.hire.vat_lent_staff"]


def test_a_day_without_a_vat_rate_is_refused() -> None:
    with pytest.raises(NoFigureForDate, match=r"pay\.hire\.vat_lent_staff"):
        hire_price(hire_offer(YEAR), date(2030, 1, 1))


def test_what_is_left_out_is_said() -> None:
    result = cost_of_ownership(choice(YEAR))
    assert any("prijzen van nu" in text.nl for text in result.cautions)
    assert any("eigen schattingen" in text.nl for text in result.cautions)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"base": -1}, "base_cents"),
        ({"irregular": -1}, "irregular_cents"),
        ({"factor": 0.9}, "factor"),
        ({"fee": 1.1}, "fee_share"),
        ({"extra": -1}, "extra_cents_per_hour"),
        ({"start": -1}, "start_hours"),
        ({"hire_stay": 0}, "stay_months"),
        ({"exempt": True}, "care_is_exempt"),
        ({"form": "self_employed", "ground": "umbrella"}, "vat_ground"),
        ({"recruitment": -1}, "recruitment_cents"),
        ({"induction": -1}, "induction_hours"),
        ({"learning": -1}, "learning_months"),
        ({"productivity": 1.1}, "learning_productivity"),
        ({"development": -1}, "development_cents_per_year"),
        ({"stay": 0}, "stay_months"),
        ({"months": 0}, "months"),
        ({"months": 601}, "months"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(told: Told, field: str) -> None:
    with pytest.raises(ValueError, match=f"^{field}: "):
        choice(YEAR | told)


def test_months_in_which_nobody_gives_care_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^months: "):
        cost_of_ownership(choice(YEAR | {"productivity": 0, "months": 3}))


def test_without_offers_only_the_lasting_worker_is_told() -> None:
    result = cost_of_ownership(Choice(lasting=lasting_worker(YEAR), offers=(), months=12))
    assert result.hires == ()
    assert result.lasting.total > 0


def test_the_forms_have_their_own_words() -> None:
    told = {
        form: hire_price(hire_offer(YEAR | {"form": form.value}), IN_2026).explanation.parts[0].what
        for form in HireForm
    }
    assert len(set(told.values())) == len(HireForm)


def test_what_is_left_out_is_what_the_page_says() -> None:
    offer = HireOffer(name="somebody", form=HireForm.SECONDMENT, base_cents=4900)
    assert (offer.irregular_cents, offer.factor, offer.fee_share) == (0, 1, 0)
    assert (offer.vat_ground, offer.care_is_exempt) == (VatGround.NONE, False)
    assert (offer.extra_cents_per_hour, offer.start_hours, offer.stay_months) == (0, 0, 12)


def test_the_ground_in_words_is_that_of_the_offer() -> None:
    lending = hire_offer(YEAR | {"form": "secondment", "ground": "structural_lending"})
    alone = hire_offer(YEAR | {"form": "self_employed", "exempt": True})
    taxed = hire_offer(YEAR | {"form": "self_employed"})
    assert hire_price(lending, IN_2026).ground is IN_WORDS[VatGround.STRUCTURAL_LENDING]
    assert hire_price(alone, IN_2026).ground is OWN_CARE
    assert hire_price(taxed, IN_2026).ground is IN_WORDS[VatGround.NONE]


def test_half_a_cent_of_fee_goes_up() -> None:
    offer = hire_offer({"form": "secondment", "base": 10.50, "fee": 0.01})
    assert hire_price(offer, IN_2026).fee == 11


def test_people_may_stay_a_single_month() -> None:
    told = YEAR | {"stay": 1, "hire_stay": 1, "months": 2, "learning": 0}
    result = cost_of_ownership(choice(told))
    assert (result.lasting.people, result.hires[0].cost.people) == (2, 2)
