"""Four forms of work side by side, for the worker and for the organisation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.parameters import NoFigureForDate
from flexpool.pay.comparison import Comparison, Form, WorkerSide, compare_forms
from flexpool.pay.comparison.conditions import Conditions
from flexpool.pay.employer import Productivity
from unit.pay.form_situations import agency, comparison, own_organisation, self_employed
from unit.pay.hire_situations import hire_offer
from unit.pay.work_situations import TABLES, cents

TABLE = yaml.safe_load(Path(TABLES / "comparison" / "forms.yaml").read_text(encoding="utf-8"))
RESULT = compare_forms(comparison())


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    side = RESULT.worker_side(Form(case["form"]))
    expected = {name: cents(value) for name, value in case["expect"].items()}
    assert {name: getattr(side, name) for name in expected} == expected


@pytest.mark.parametrize("side", RESULT.workers, ids=lambda side: side.form.value)
def test_net_is_what_is_left_of_gross_to_the_cent(side: WorkerSide) -> None:
    due = side.tax_and_contribution + side.pension_own + side.disability_premium
    assert side.net == side.gross - due == side.explanation.amount
    assert side.like_for_like <= side.net


def test_a_form_that_is_left_out_is_not_there() -> None:
    assert [side.form for side in RESULT.workers] == [
        Form.OWN_ORGANISATION,
        Form.AGENCY,
        Form.SELF_EMPLOYED,
    ]
    with pytest.raises(KeyError):
        RESULT.worker_side(Form.POOL)


def test_only_employment_pays_leave() -> None:
    paid = [side.paid_holiday for side in RESULT.workers]
    assert paid == [True, True, False]
    assert RESULT.year == 2026


def test_time_of_one_s_own_counts_in_the_hours_spent() -> None:
    own, alone = (RESULT.worker_side(f) for f in (Form.OWN_ORGANISATION, Form.SELF_EMPLOYED))
    assert own.hours_spent - own.worked_hours == 24
    assert alone.administration_hours == 2 * (52 - 6 - 3)
    assert alone.hours_spent == alone.worked_hours + alone.administration_hours + 24


def test_unpaid_weeks_shrink_the_contract() -> None:
    whole, shorter = (replace(agency(), unpaid_weeks=Fraction(weeks)) for weeks in (0, 13))
    assert shorter.worked_year.employment.hours_per_week == 21
    assert shorter.worked_year.employment.irregular_cents == 165000
    assert shorter.worked_year.productivity.leave_hours == Fraction(175 * 3, 4)
    assert whole.worked_year == whole.employer
    trained = replace(own_organisation(), unpaid_weeks=Fraction(13))
    assert trained.worked_year.productivity.training_hours == 18


def test_other_wage_shrinks_along_half_a_cent_up() -> None:
    employer = agency().employer
    paid = replace(employer, employment=replace(employer.employment, other_wage_cents=10))
    shorter = replace(agency(), employer=paid, unpaid_weeks=Fraction(13))
    assert shorter.worked_year.employment.other_wage_cents == 8


def test_a_share_of_productive_hours_stays_a_share() -> None:
    employer = replace(agency().employer, productivity=Productivity(share=Fraction(9, 10)))
    shorter = replace(agency(), employer=employer, unpaid_weeks=Fraction(13))
    assert shorter.worked_year.productivity == employer.productivity


def test_more_unpaid_weeks_never_bring_more() -> None:
    nets = [
        compare_forms(
            Comparison(
                own_organisation=own_organisation(),
                agency=replace(agency(), unpaid_weeks=Fraction(weeks)),
            )
        )
        .worker_side(Form.AGENCY)
        .net
        for weeks in range(0, 52, 4)
    ]
    assert nets == sorted(nets, reverse=True)


def test_a_higher_rate_never_leaves_a_self_employed_person_less() -> None:
    nets = [
        compare_forms(
            Comparison(own_organisation=own_organisation(), self_employed=self_employed(rate=rate))
        )
        .worker_side(Form.SELF_EMPLOYED)
        .like_for_like
        for rate in range(20, 110, 10)
    ]
    assert nets == sorted(nets)


def test_who_saves_most_for_the_pension_sets_the_measure() -> None:
    saver = self_employed(pension=9000)
    result = compare_forms(Comparison(own_organisation=own_organisation(), self_employed=saver))
    own = result.worker_side(Form.OWN_ORGANISATION)
    assert result.worker_side(Form.SELF_EMPLOYED).pension_shortfall == 0
    assert own.pension_shortfall == 900000 - own.pension_total
    assert own.like_for_like < own.net


def test_the_organisation_sees_the_price_of_an_hour_with_its_vat() -> None:
    own, hired, alone = RESULT.organisations
    assert (own.form, own.vat, own.above_wage) == (Form.OWN_ORGANISATION, 0, None)
    assert own.vat_at_stake == 0
    assert own.per_hour == 4572  # without the other costs of the employer's table
    assert (hired.per_hour, hired.vat) == (6557, 1138)
    assert (alone.per_hour, alone.vat, alone.vat_at_stake) == (4708, 88, 882)
    assert RESULT.organisation_side(Form.AGENCY) is hired


def test_what_one_gives_up_is_told_in_numbers() -> None:
    told = {side.form: " ".join(text.nl for text in side.gives_up) for side in RESULT.workers}
    for words in ("€ 2.622,44 per jaar minder", "ziekte: met eigen", "11 weken", "86 uur"):
        assert words in told[Form.SELF_EMPLOYED]
    for words in ("je wordt ingeroosterd", "35 %"):
        assert words in told[Form.OWN_ORGANISATION]
    assert "Doorbetaling bij ziekte" not in told[Form.AGENCY]
    assert "12 uur eigen tijd" in told[Form.AGENCY]


def test_equal_forms_give_up_nothing() -> None:
    same = Comparison(own_organisation=own_organisation(), pool=own_organisation())
    assert [side.gives_up for side in compare_forms(same).workers] == [(), ()]


def test_who_is_not_insured_is_told_so() -> None:
    alone = Comparison(
        own_organisation=own_organisation(), self_employed=self_employed(disability=0)
    )
    told = compare_forms(alone).worker_side(Form.SELF_EMPLOYED).gives_up
    assert any("zonder eigen" in text.nl for text in told)


def test_it_is_never_a_verdict_and_the_presumption_is_a_fact() -> None:
    assert "geen juridisch oordeel" in RESULT.cautions[0].nl
    assert RESULT.presumption and RESULT.presumption.threshold_cents == 3800
    employed = Comparison(own_organisation=own_organisation(), agency=agency())
    assert compare_forms(employed).presumption is None


def test_the_combination_credit_counts_in_every_form() -> None:
    parent = compare_forms(replace(comparison(), combination=True))
    gained = [
        after.net - before.net for before, after in zip(RESULT.workers, parent.workers, strict=True)
    ]
    assert all(gain > 0 for gain in gained)


def test_the_explanation_holds_every_form_and_price() -> None:
    keys = [part.key for part in RESULT.explanation.parts]
    assert keys == [
        "comparison.own_organisation",
        "comparison.agency",
        "self_employed.net",
        "cost.per_productive_hour",
        "hire.per_hour",
        "hire.per_hour",
    ]
    assert RESULT.explanation.leans_on_secondary


def test_a_year_that_is_not_known_is_refused() -> None:
    old = Comparison(
        own_organisation=own_organisation(), self_employed=self_employed()
    ).self_employed
    assert old
    earlier = replace(old, work=replace(old.work, year=2024))
    with pytest.raises(ValueError, match=r"^year: "):
        Comparison(own_organisation=own_organisation(), self_employed=earlier)
    contract = own_organisation()
    employment = replace(contract.employer.employment, year=2024)
    own = replace(contract, employer=replace(contract.employer, employment=employment))
    with pytest.raises((NoFigureForDate, ValueError), match="2024"):
        compare_forms(Comparison(own_organisation=own, self_employed=earlier))


def test_one_form_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="at least two"):
        Comparison(own_organisation=own_organisation())


def test_an_offer_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^agency_hire\.form: "):
        replace(comparison(), agency_hire=hire_offer({"form": "secondment", "base": 40}))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"evening_night_weekend": Fraction(2)}, "evening_night_weekend"),
        ({"paid_training_hours": Fraction(-1)}, "paid_training_hours"),
        ({"own_administration_hours": Fraction(-1)}, "own_administration_hours"),
    ],
)
def test_conditions_that_cannot_be_are_refused(change: dict[str, Fraction], field: str) -> None:
    usual: Conditions = own_organisation().conditions
    with pytest.raises(ValueError, match=f"^{field}: "):
        replace(usual, **change)  # type: ignore[arg-type]  # each field is a fraction


def test_more_unpaid_weeks_than_a_year_has_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^unpaid_weeks: "):
        replace(agency(), unpaid_weeks=Fraction(52))
