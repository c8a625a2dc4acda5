"""What cannot be is refused by field in both languages, everywhere in the library."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

from flexpool.pay.benefits.household import Adult, Care, CareKind, Child, Household
from flexpool.pay.comparison import Comparison
from flexpool.pay.employer.employment import Employment, PremiumTerms, Productivity
from flexpool.pay.hours.situation import IrregularHours, Job, Travel
from flexpool.pay.ort.allowance import HourlyWage, shift_allowance
from flexpool.pay.ownership.situation import HireForm, HireOffer
from flexpool.pay.self_employed import WorkingYear
from flexpool.pay.taxes import payslip_tax, yearly_tax
from flexpool.pay.taxes.age import AowInThisYear, tax_age_of_year
from flexpool.pay.wage.scales import month_salary
from flexpool.pay.wage.terms import wage_terms
from flexpool.periods import Period
from flexpool.refusal import Impossible
from flexpool.text import Text

JANUARY = date(2026, 1, 1)
EVENING = datetime(2026, 11, 6, 20, tzinfo=UTC)
SHIFT = Period(EVENING, EVENING + timedelta(hours=8))
BEFORE = Period(EVENING - timedelta(hours=1), EVENING)
WAGE = HourlyWage(cents=2200)
ENGLISH = re.compile(r"\b(the|give|must|than|cannot|known|there|every|no|not)\b")


def job(**told: Any) -> Job:
    return Job(**{"full_time_month_cents": 359_300, **told})


def employment(**told: Any) -> Employment:
    usual = {"year": 2026, "full_time_month_cents": 359_300, "hours_per_week": Fraction(28)}
    return Employment(**{**usual, **told})


def offer(**told: Any) -> HireOffer:
    return HireOffer(**{"name": "Uit", "form": HireForm.AGENCY, "base_cents": 2000, **told})


def year(**told: int) -> WorkingYear:
    usual = {
        "paid_hours_per_week": 28,
        "holiday_weeks": 5,
        "sick_weeks": 1,
        "empty_weeks": 2,
        "administration_hours_per_week": 2,
    }
    return WorkingYear(**{name: Fraction(value) for name, value in {**usual, **told}.items()})


IMPOSSIBLE: list[tuple[Callable[[], Any], str]] = [
    (lambda: Child(), "age"),
    (lambda: Child(age=3, born=JANUARY), "age"),
    (lambda: Child(age=131), "age"),
    (lambda: Care(CareKind.DAYCARE, Fraction(745), 1000), "hours_month"),
    (lambda: Care(CareKind.DAYCARE, Fraction(80), -1), "rate_cents"),
    (lambda: Household(year=1999, applicant=Adult(age=30)), "year"),
    (lambda: Household(year=2026, applicant=Adult(age=30), wealth_cents=-1), "wealth_cents"),
    (lambda: job(full_time_month_cents=None), "full_time_month_cents"),
    (lambda: job(full_time_month_cents=0), "full_time_month_cents"),
    (lambda: job(full_time_hours=Fraction(0)), "full_time_hours"),
    (lambda: job(holiday_allowance=Fraction(8)), "holiday_allowance"),
    (lambda: Travel(hours_day=Fraction(25)), "hours_day"),
    (lambda: Travel(weeks_year=53), "weeks_year"),
    (lambda: IrregularHours(Fraction(1, 5), Fraction(169)), "hours_week"),
    (lambda: employment(hours_per_week=Fraction(0)), "hours_per_week"),
    (lambda: employment(full_time_month_cents=-1), "full_time_month_cents"),
    (lambda: employment(year=0), "year"),
    (lambda: PremiumTerms(whk_rate=Fraction(2)), "whk_rate"),
    (lambda: Productivity(share=Fraction(0)), "share"),
    (lambda: Productivity(share=Fraction(1), leave_hours=Fraction(9)), "share"),
    (
        lambda: Productivity(leave_hours=Fraction(9)),
        "leave_hours, sick_leave_share, training_hours",
    ),
    (lambda: offer(factor=Fraction(1, 2)), "factor"),
    (lambda: offer(care_is_exempt=True), "care_is_exempt"),
    (lambda: offer(stay_months=0), "stay_months"),
    (lambda: offer(fee_share=Fraction(2)), "fee_share"),
    (lambda: year(empty_weeks=50), "empty_weeks"),
    (lambda: year(paid_hours_per_week=200), "paid_hours_per_week"),
    (lambda: Comparison(), "own_organisation"),
    (lambda: payslip_tax(-1, JANUARY), "month_wage"),
    (lambda: yearly_tax(2026, -1), "taxable"),
    (lambda: HourlyWage(cents=-1), "hourly"),
    (lambda: shift_allowance("none", SHIFT, [], WAGE), "cao"),
    (lambda: shift_allowance("vvt", SHIFT, [BEFORE], WAGE), "breaks"),
    (lambda: month_salary("vvt", "36", "lowest", date(2026, 8, 1)), "scale"),
    (lambda: month_salary("vvt", "35", "4", date(2026, 8, 1)), "step"),
    (lambda: month_salary("ggz", "35", "4", date(2026, 8, 1)), "scale"),
    (lambda: wage_terms("ggz", JANUARY), "full_time_hours"),
]


@pytest.mark.parametrize(("attempt", "field"), IMPOSSIBLE)
def test_a_field_that_cannot_be_is_named_in_both_languages(
    attempt: Callable[[], Any], field: str
) -> None:
    with pytest.raises(Impossible) as refused:
        attempt()
    assert refused.value.field == field
    assert str(refused.value).startswith(f"{field}: ")
    assert_told_in_both(refused.value.why)


def test_a_year_in_which_somebody_gets_a_state_pension_is_refused_in_both_languages() -> None:
    with pytest.raises(AowInThisYear) as refused:
        tax_age_of_year(date(1959, 6, 1), 2026)
    assert_told_in_both(refused.value.told)
    assert "1959-06-01" in refused.value.told.nl


def assert_told_in_both(told: Text) -> None:
    """See that a reason is in two languages, and the Dutch one without English in it."""
    assert told.nl
    assert told.nl != told.en
    assert not ENGLISH.search(re.sub(r"'[^']*'", "", told.nl)), told.nl
