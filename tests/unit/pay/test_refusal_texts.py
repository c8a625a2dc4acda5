"""What a refusal says, word for word: the person must be able to mend it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
import yaml

from flexpool.pay.benefits.child_care import child_care_benefit
from flexpool.pay.benefits.household import Adult, Care, CareKind, Child, CoResident, Household
from flexpool.pay.bounds import under_one
from flexpool.pay.hours.situation import (
    IrregularHours,
    IrregularWork,
    Job,
    ScaleStep,
    Situation,
    Travel,
)
from flexpool.pay.ort.allowance import HourlyWage, shift_allowance
from flexpool.pay.ort.limits import above_group_limit, wage_cap
from flexpool.pay.taxes import yearly_tax
from flexpool.pay.wage.scales import month_salary
from flexpool.pay.wage.terms import wage_terms
from flexpool.periods import Period, local
from flexpool.refusal import reason
from unit.pay.work_situations import TABLES

SAID = yaml.safe_load((TABLES / "refusals.yaml").read_text(encoding="utf-8"))
JANUARY, NOVEMBER, IN_2025 = date(2026, 1, 1), date(2026, 11, 1), date(2025, 11, 1)
WAGE = HourlyWage(cents=2200)
NIGHT = Period(local(2026, 11, 2, 22), local(2026, 11, 3, 6))
SATURDAY = Period(local(2026, 11, 7, 7), local(2026, 11, 7, 15))
SCALE = ScaleStep("35", "highest", NOVEMBER)
ONE = Adult(age=30)


def situation(**told: Any) -> Situation:
    """Tell a situation in which one thing cannot be."""
    usual = {
        "job": Job(full_time_month_cents=359_300),
        "hours_now": Fraction(20),
        "hours_wanted": Fraction(28),
        "household": Household(year=2026, applicant=ONE, children=(Child(age=3),)),
    }
    return Situation(**usual | told)


def shift(**told: Any) -> object:
    """Ask for the allowance of a night in which one thing cannot be."""
    usual = {"cao": "vvt", "shift": NIGHT, "breaks": [], "wage": WAGE}
    return shift_allowance(**usual | told)


PAUSE = Period(NIGHT.starts_at - timedelta(hours=1), NIGHT.starts_at)
ODD = Period(NIGHT.starts_at + timedelta(seconds=1), NIGHT.ends_at)
TWO_HOURS = Period(NIGHT.starts_at, NIGHT.starts_at + timedelta(hours=2))

ATTEMPTS: dict[str, Callable[[], Any]] = {
    "age and day of birth": lambda: Child(age=3, born=JANUARY),
    "too old": lambda: Adult(age=131),
    "younger than nothing": lambda: Adult(age=-1),
    "a year too far back": lambda: Household(year=1999, applicant=ONE),
    "a year too far away": lambda: Household(year=2101, applicant=ONE),
    "wealth under nothing": lambda: Household(year=2026, applicant=ONE, wealth_cents=-1),
    "rent under nothing": lambda: Household(year=2026, applicant=ONE, rent_cents=-1),
    "income under nothing": lambda: Adult(age=30, income_cents=-1),
    "income of a co-resident": lambda: CoResident(age=30, income_cents=-1),
    "wealth of a co-resident": lambda: CoResident(age=30, wealth_cents=-1),
    "care longer than a month": lambda: Care(CareKind.DAYCARE, Fraction(745), 1000),
    "care under nothing": lambda: Care(CareKind.DAYCARE, Fraction(-1), 1000),
    "a price of care under nothing": lambda: Care(CareKind.DAYCARE, Fraction(1), -1),
    "salary and scale": lambda: Job(full_time_month_cents=300_000, scale=SCALE),
    "no salary": lambda: Job(full_time_month_cents=0),
    "a full-time week of nothing": lambda: Job(
        full_time_month_cents=1, full_time_hours=Fraction(0)
    ),
    "a full-time week too long": lambda: Job(
        full_time_month_cents=1, full_time_hours=Fraction(169)
    ),
    "holiday allowance": lambda: Job(full_time_month_cents=1, holiday_allowance=Fraction(8)),
    "year-end bonus": lambda: Job(full_time_month_cents=1, year_end_bonus=Fraction(-1)),
    "share of irregular hours": lambda: IrregularHours(Fraction(2), Fraction(1)),
    "irregular hours of a week": lambda: IrregularHours(Fraction(1, 2), Fraction(169)),
    "irregular hours under nothing": lambda: IrregularHours(Fraction(1, 2), Fraction(-1)),
    "irregular share of the salary": lambda: IrregularWork(share_of_salary=Fraction(2)),
    "a part of everything": lambda: under_one(IrregularHours(Fraction(1), Fraction(1)), "share"),
    "cost of a day": lambda: Travel(cost_day_cents=-1),
    "a day too long": lambda: Travel(hours_day=Fraction(25)),
    "a day of nothing": lambda: Travel(hours_day=Fraction(0)),
    "too many weeks": lambda: Travel(weeks_year=53),
    "hours of nothing": lambda: situation(hours_now=Fraction(0)),
    "wanted hours of nothing": lambda: situation(hours_wanted=Fraction(0)),
    "a week too long": lambda: situation(hours_now=Fraction(169)),
    "a wanted week too long": lambda: situation(hours_wanted=Fraction(169)),
    "care of some children": lambda: situation(care_wanted=((), ())),
    "an hourly wage under nothing": lambda: HourlyWage(cents=-1),
    "a cap under nothing": lambda: HourlyWage(cents=1, cap_cents=-1),
    "a cao without bands": lambda: shift(cao="ggz"),
    "a day without bands": lambda: shift(shift=Period(local(2025, 12, 31, 8), NIGHT.starts_at)),
    "a break outside": lambda: shift(breaks=[PAUSE]),
    "breaks on each other": lambda: shift(breaks=[TWO_HOURS, TWO_HOURS]),
    "seconds": lambda: shift(shift=ODD),
    "seconds in a break": lambda: shift(breaks=[ODD]),
    "hours without a share": lambda: shift(cao="ghz", shift=SATURDAY),
    "no table of the cao": lambda: month_salary("ggz", "35", "1", NOVEMBER),
    "no such scale": lambda: month_salary("vvt", "37", "1", NOVEMBER),
    "no such step": lambda: month_salary("vvt", "35", "3", NOVEMBER),
    "a table of another day": lambda: month_salary("vvt", "35", "lowest", JANUARY),
    "terms of an unknown cao": lambda: wage_terms("ggz", NOVEMBER),
    "terms of another day": lambda: wage_terms("vvt", date(2020, 1, 1)),
    "tax of another year": lambda: yearly_tax(2031, 3_000_000),
    "care in another year": lambda: child_care_benefit(
        Household(
            year=2025,
            applicant=ONE,
            children=(Child(age=3, care=(Care(CareKind.DAYCARE, Fraction(1), 1),)),),
        )
    ),
}


def refused(name: str) -> dict[str, str]:
    """Give what is said when something cannot be, in both languages."""
    with pytest.raises((ValueError, LookupError)) as caught:
        ATTEMPTS[name]()
    told = reason(caught.value)
    field = getattr(caught.value, "field", "")
    return {"field": field, "nl": told.nl, "en": told.en}


@pytest.mark.parametrize("name", list(ATTEMPTS))
def test_a_refusal_says_what_the_table_says(name: str) -> None:
    assert refused(name) == SAID["refused"][name]


def test_every_attempt_has_a_row() -> None:
    assert list(SAID["refused"]) == list(ATTEMPTS)


@pytest.mark.parametrize("cao", ["vvt", "ghz", "youth_care", "social_work_b"])
def test_the_limits_of_a_cao_are_told(cao: str) -> None:
    assert limits(cao) == SAID["limits"][cao]


def limits(cao: str) -> list[dict[str, str] | None]:
    """Give what is said above the highest function group, and about the highest wage."""
    found = (above_group_limit(cao, 66, IN_2025), wage_cap(cao, IN_2025))
    return [text and {"nl": text.nl, "en": text.en} for text in found]


def test_the_highest_group_with_an_allowance_has_it_and_nobody_untold_loses_it() -> None:
    assert above_group_limit("ghz", 65, IN_2025) is None
    assert above_group_limit("ghz", None, IN_2025) is None
