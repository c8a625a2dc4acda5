"""What was told about the forms: as forms to fill in, and as the library asks it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from flexpool.money import Rounding, times
from flexpool.pay.comparison import (
    FORMS,
    Certainty,
    Comparison,
    Conditions,
    EmployedForm,
    Form,
    Say,
    SelfEmployedForm,
)
from flexpool.pay.employer.employment import (
    CareFund,
    EmployerSituation,
    Employment,
    OtherScheme,
    PremiumTerms,
    Productivity,
)
from flexpool.pay.ownership.situation import HireForm, HireOffer
from flexpool.pay.ownership.vat import VatGround
from flexpool.pay.self_employed.situation import SelfEmployment, WorkingYear
from rondstroom.web.components import words
from rondstroom.web.components.words import said
from rondstroom.web.public.pay.forms_of_work.examples import PARTS
from rondstroom.web.public.pay.forms_of_work.fields import Employed, Part

CAO = "vvt"
MONTHS = 12
FULL_TIME_MONTH_HOURS = 156
TITLES = {form.value: text for form, text in FORMS.items()}
Told = Mapping[str, Mapping[str, Any]]


class Groups:
    """All groups of fields of the page, filled with what was sent."""

    def __init__(self, sent: Mapping[str, str]) -> None:
        self.groups: dict[str, Part] = {}
        for name, kind, begun in PARTS:
            is_sent = any(field.startswith(f"{name}-") for field in sent)
            group = kind(dict(sent) if is_sent else None, prefix=name, initial=begun)
            if name in TITLES:
                group.title = words.said(TITLES[name]).capitalize()
            self.groups[name] = group

    @property
    def told(self) -> Told | None:
        """Give everything as values; None as long as something is wrong or was not sent."""
        # All of them, so that every error is shown at once.
        if not all([group.is_valid() for group in self.groups.values()]):  # noqa: C419
            return None
        told = {name: group.cleaned_data for name, group in self.groups.items()}
        employed = [group for group in self.groups.values() if isinstance(group, Employed)]
        for group in employed:
            group.refuse_a_year_without_care(told["work"]["hours_week"])
        return None if any(group.errors for group in employed) else told

    @property
    def is_sent(self) -> bool:
        """Whether any group was sent."""
        return any(group.is_bound for group in self.groups.values())

    def carried(self) -> list[tuple[str, str]]:
        """Give name and text of every field that was sent."""
        return [
            (field.html_name, str(field.data or ""))
            for group in self.groups.values()
            if group.is_bound
            for field in group
        ]


def comparison_of(told: Told, year: int) -> Comparison:
    """Put everything as the library asks it."""
    alone = told["self_employed"]
    hourly = times(
        told["work"]["full_time_month"], Fraction(1, FULL_TIME_MONTH_HOURS), Rounding.HALF_UP
    )
    return Comparison(
        own_organisation=_employed(told, "own_organisation", year, CareFund()),
        pool=_employed(told, "pool", year, CareFund()),
        agency=_employed(told, "agency", year, _agency_pension(told)),
        self_employed=SelfEmployedForm(work=_alone(told, year), conditions=_conditions(alone)),
        **_hires(told["prices"], hourly, alone["rate"]),
    )


def _agency_pension(told: Told) -> OtherScheme:
    agency = told["agency"]
    return OtherScheme(
        employee_cents=agency["pension_own"], employer_cents=agency["pension_employer"]
    )


def _employed(told: Told, name: str, year: int, pension: CareFund | OtherScheme) -> EmployedForm:
    form = told[name]
    employment = Employment(
        year=year,
        full_time_month_cents=told["work"]["full_time_month"],
        hours_per_week=told["work"]["hours_week"],
        irregular_cents=form["irregular_month"] * MONTHS,
        cao=CAO,
        pension=pension,
    )
    productivity = Productivity(
        leave_hours=form["leave_hours"],
        sick_leave_share=form["sick_leave"],
        training_hours=form["paid_training"],
    )
    is_lasting = form["certainty"] == Certainty.PERMANENT
    return EmployedForm(
        employer=EmployerSituation(
            employment=employment,
            premiums=PremiumTerms(permanent=is_lasting),
            productivity=productivity,
        ),
        conditions=_conditions(form),
        unpaid_weeks=form.get("unpaid_weeks", Fraction(0)),
    )


def _conditions(form: Mapping[str, Any]) -> Conditions:
    return Conditions(
        say=Say(form["say"]),
        certainty=Certainty(form["certainty"]),
        evening_night_weekend=form["evenings"],
        paid_training_hours=form.get("paid_training", Fraction(0)),
        own_administration_hours=form.get("administration", Fraction(0)),
    )


def _alone(told: Told, year: int) -> SelfEmployment:
    form = told["self_employed"]
    return SelfEmployment(
        year=year,
        rate_cents=form["rate"],
        working_year=WorkingYear(
            paid_hours_per_week=told["work"]["hours_week"],
            holiday_weeks=form["holiday_weeks"],
            sick_weeks=form["sick_weeks"],
            empty_weeks=form["empty_weeks"],
            administration_hours_per_week=form["administration_week"],
            training_hours=form["training"],
        ),
        business_costs_cents=form["business_costs"],
        disability_premium_cents=form["disability_premium"],
        pension_saving_cents=form["pension_saving"],
        intermediary_share=form["intermediary"],
    )


def _hires(prices: Mapping[str, Any], hourly: int, rate: int) -> dict[str, Any]:
    """Give the prices for hiring, as far as they were told."""
    found = {}
    if prices["pool_base"] is not None:
        found["pool_hire"] = HireOffer(
            name=said(FORMS[Form.POOL]),
            form=HireForm.SECONDMENT,
            base_cents=prices["pool_base"],
            vat_ground=VatGround(prices["pool_ground"]),
        )
    if prices["agency_factor"] is not None:
        found["agency_hire"] = HireOffer(
            name=said(FORMS[Form.AGENCY]),
            form=HireForm.AGENCY,
            base_cents=hourly,
            factor=prices["agency_factor"],
        )
    if prices["margin"] is not None:
        found["self_employed_hire"] = HireOffer(
            name=said(FORMS[Form.SELF_EMPLOYED]),
            form=HireForm.SELF_EMPLOYED,
            base_cents=rate,
            fee_share=prices["margin"],
            care_is_exempt=prices["exempt"] == "yes",
        )
    return found
