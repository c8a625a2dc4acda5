"""From what was filled in to the library's answer, or to words about why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from flexpool.pay.benefits.household import Adult, Care, CareKind, Child, CoResident, Household
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.outcome import HoursResult
from flexpool.pay.hours.situation import IrregularWork, Job, Situation, Travel
from flexpool.pay.taxes import AowInThisYear
from flexpool.pay.wage.scales import NoSuchStep
from flexpool.pay.wage.terms import TermNotKnown
from flexpool.refusal import reason
from rondstroom.web.components.words import said

Filled = Mapping[str, Any]
ADULT = 30
"""An age for grown co-residents: of them only the income counts."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The result, for which year, and what one should know of that; or why there is none."""

    result: HoursResult | None
    year: int
    remarks: tuple[str, ...] = ()
    refusal: str = ""


def answer_to(filled: Filled, year: int) -> Answer:
    """Calculate for a year; when its figures are not known yet, for the year before, saying so."""
    refusal = ""
    for tried in (year, year - 1):
        try:
            result = compare_hours(situation_of(filled, tried))
        except AowInThisYear:
            refusal = _(
                "Iemand in je huishouden bereikt dit jaar de AOW-leeftijd. Dan verandert de "
                "belasting per maand, en dat rekenen we niet uit."
            )
            break
        except (LookupError, NoSuchStep, TermNotKnown) as missing:
            about = {"missing": said(reason(missing))}
            refusal = _("Hiervoor ontbreekt een cijfer. We rekenen dus niets uit: %(missing)s")
            refusal %= about
        else:
            return Answer(result, tried, tuple(_remarks(year, tried)))
    return Answer(None, year, refusal=refusal)


def _remarks(year: int, used: int) -> list[str]:
    about = {"year": year, "used": used}
    said = [_("De cijfers van %(year)s zijn nog niet bekend. We rekenen met %(used)s.") % about]
    return said if used != year else []


def situation_of(filled: Filled, year: int) -> Situation:
    """Put what was filled in as the library asks it."""
    return Situation(
        job=Job(
            cao=filled["cao"],
            full_time_month_cents=None if filled["place"] else filled["full_time_month"],
            scale=filled["place"],
            full_time_hours=filled["full_time_hours"],
            holiday_allowance=filled["holiday_allowance"],
            year_end_bonus=filled["year_end_bonus"],
            pension=filled["pension"] == "yes",
        ),
        hours_now=filled["hours_now"],
        hours_wanted=filled["hours_wanted"],
        household=household_of(filled, year),
        irregular=IrregularWork(share_of_salary=irregular_share(filled)),
        care_wanted=tuple(
            _care(filled, n, f"care_wanted_{n}") for n, _age in enumerate(filled["children"])
        ),
        travel=Travel(cost_day_cents=filled["travel_day"], hours_day=filled["hours_day"]),
        starts_on=filled["starts_on"],
    )


def irregular_share(filled: Filled) -> Fraction:
    """Give the irregular-hours allowance as a share of the salary at the hours of now."""
    part = Fraction(filled["hours_now"]) / Fraction(filled["full_time_hours"])
    salary: Fraction = filled["full_time_month"] * part
    return Fraction(filled["irregular_month"]) / salary


def household_of(filled: Filled, year: int) -> Household:
    """Put together who lives in the house; grown co-residents share their income evenly."""
    others = filled["co_residents"]
    has_partner = filled["partner"] == "yes"
    return Household(
        year=year,
        applicant=Adult(age=filled["age"]),
        partner=Adult(age=filled["partner_age"], income_cents=filled["partner_income"])
        if has_partner
        else None,
        children=tuple(
            Child(age=age, care=_care(filled, n, f"care_now_{n}"))
            for n, age in enumerate(filled["children"])
        ),
        co_residents=tuple(
            CoResident(age=ADULT, income_cents=filled["co_income"] // others)
            for _one in range(others)
        ),
        rent_cents=filled["rent"],
        wealth_cents=filled["wealth"],
    )


def _care(filled: Filled, n: int, hours: str) -> tuple[Care, ...]:
    kind = filled.get(f"care_kind_{n}")
    if not kind or not filled[hours]:
        return ()
    return (Care(CareKind(kind), filled[hours], filled[f"care_rate_{n}"]),)
