"""What to tell whom, in plain Dutch and English."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
import yaml

from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.contract import contract_of
from flexpool.pay.hours.notices import notices
from flexpool.pay.hours.outcome import BenefitChange, Notice
from flexpool.pay.hours.situation import IrregularWork, Job, ScaleStep, Situation
from unit.pay.household_text import household_from
from unit.pay.work_situations import TABLES

START = date(2026, 10, 1)
CAUTIONS = yaml.safe_load((TABLES / "hours" / "cautions.yaml").read_text(encoding="utf-8"))


def told(*changes: BenefitChange, **more: Any) -> tuple[Notice, ...]:
    """Give what is to be told of changes, at a wage well above the minimum."""
    job = Job(full_time_month_cents=more.pop("month", 320_000))
    situation = Situation(
        job=job,
        hours_now=Fraction(20),
        hours_wanted=Fraction(28),
        household=household_from({}),
        **more,
    )
    return notices(contract_of(situation), changes)


def test_what_does_not_change_is_not_told() -> None:
    assert told(BenefitChange(BenefitName.RENT, 10_000, 10_000)) == ()


def test_less_benefit_is_told_with_the_risk_of_paying_back() -> None:
    (notice,) = told(BenefitChange(BenefitName.RENT, 25_100, 15_000), starts_on=START)
    assert notice.counts_from == START
    assert notice.text.nl == (
        "Huurtoeslag: van € 251,00 naar € 150,00 per maand. Geef je nieuwe inkomen nu door aan "
        "Dienst Toeslagen. Anders krijg je te veel en moet je het later terugbetalen."
    )
    assert notice.text.en == (
        "Rent benefit: from €251.00 to €150.00 a month. Tell Dienst Toeslagen your new income now. "
        "Otherwise you receive too much and have to pay it back later."
    )


def test_more_benefit_is_told_too() -> None:
    (notice,) = told(BenefitChange(BenefitName.CHILD_CARE, 0, 40_000))
    assert notice.counts_from is None
    assert notice.text.nl.endswith("Anders krijg je te weinig.")


def test_each_benefit_has_its_own_notice_in_order() -> None:
    found = told(*(BenefitChange(name, 100, 200) for name in BenefitName))
    assert [notice.text.nl.split(":")[0] for notice in found] == [
        "Zorgtoeslag",
        "Huurtoeslag",
        "Kindgebonden budget",
        "Kinderopvangtoeslag",
    ]


@pytest.mark.parametrize(
    ("month", "start", "tells"),
    [
        (229_476, None, False),
        (229_320, None, True),
        (229_476, date(2026, 7, 1), True),
        (233_844, date(2026, 7, 1), False),
    ],
)
def test_the_minimum_wage_of_the_day_of_starting_counts(
    month: int, start: date | None, tells: bool
) -> None:
    assert bool(told(month=month, starts_on=start)) is tells


def test_who_has_the_aow_age_reads_that_the_pension_is_not_counted() -> None:
    situation = Situation(
        job=Job(full_time_month_cents=320_000),
        hours_now=Fraction(20),
        hours_wanted=Fraction(28),
        household=household_from({"age": 67}),
    )
    (notice,) = notices(contract_of(situation), ())
    assert "AOW" in notice.text.nl
    assert "do not count here" in notice.text.en


def test_the_difference_of_a_change_has_its_sign() -> None:
    assert BenefitChange(BenefitName.RENT, 25_100, 15_000).difference_month == -10_100


def test_the_changes_of_a_result_are_those_of_now_and_wanted() -> None:
    situation = Situation(
        job=Job(full_time_month_cents=320_000),
        hours_now=Fraction(20),
        hours_wanted=Fraction(28),
        household=household_from({"rent": 700, "children": [{"age": 8}]}),
    )
    result = compare_hours(situation)
    for change in result.changes:
        assert change.now_month == result.now.month(change.name.value)
        assert change.wanted_month == result.wanted.month(change.name.value)
    assert len(result.notices) == sum(bool(change.difference_month) for change in result.changes)


def test_hours_that_begin_in_another_year_are_told_which_amounts_were_used() -> None:
    """The figures are those of the year asked for; nobody should learn that afterwards."""
    (notice,) = told(starts_on=date(2027, 9, 1))
    assert "bedragen van 2026" in notice.text.nl
    assert "begin in 2027" in notice.text.en
    assert told(starts_on=START) == ()


OTHERWISE: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "another year": ({"starts_on": date(2027, 9, 1)}, {}, {}),
    "state pension": ({}, {}, {"age": 67}),
    "below the minimum": ({}, {"full_time_month_cents": 200_000}, {}),
    "above the group": (
        {"irregular": IrregularWork(share_of_salary=Fraction(6, 100))},
        {
            "cao": "ghz",
            "full_time_month_cents": None,
            "scale": ScaleStep("70", "lowest", date(2026, 11, 1)),
            "holiday_allowance": Fraction(8, 100),
            "year_end_bonus": Fraction(8, 100),
        },
        {},
    ),
}


@pytest.mark.parametrize("name", list(OTHERWISE))
def test_each_caution_is_said_as_in_the_table(name: str) -> None:
    more, job, household = OTHERWISE[name]
    situation = Situation(
        job=Job(**{"full_time_month_cents": 320_000} | job),
        hours_now=Fraction(20),
        hours_wanted=Fraction(28),
        household=household_from(household),
        **more,
    )
    (notice,) = notices(contract_of(situation), ())
    assert {"nl": notice.text.nl, "en": notice.text.en} == CAUTIONS[name]
    assert notice.counts_from is None


def test_more_benefit_is_told_in_english_too() -> None:
    (notice,) = told(BenefitChange(BenefitName.HEALTH_CARE, 0, 12_900))
    assert notice.text.nl == (
        "Zorgtoeslag: van € 0,00 naar € 129,00 per maand. Geef de verandering nu door aan Dienst "
        "Toeslagen. Anders krijg je te weinig."
    )
    assert notice.text.en == (
        "Health care benefit: from €0.00 to €129.00 a month. Tell Dienst Toeslagen of the change "
        "now. Otherwise you receive too little."
    )
