"""From the figures of a function to its comparison of employing and hiring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.pay.employer.employment import (
    EmployerSituation,
    Employment,
    OtherCosts,
    PremiumTerms,
    Productivity,
)
from flexpool.pay.ownership import cost_of_ownership
from flexpool.pay.ownership.result import OwnershipResult
from flexpool.pay.ownership.situation import Choice, HireForm, HireOffer, LastingWorker
from flexpool.pay.ownership.vat import VatGround
from flexpool.refusal import reason
from rondstroom.web.components.words import said
from rondstroom.web.finance.estimate import Estimate, example_figures

HIRE_NAMES = {
    HireForm.AGENCY: gettext_lazy("uitzendbureau"),
    HireForm.SECONDMENT: gettext_lazy("detachering"),
    HireForm.SELF_EMPLOYED: gettext_lazy("zelfstandige"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison of one function, or why there is none."""

    result: OwnershipResult | None
    refusal: str = ""

    @property
    def hour_prices(self) -> dict[str, int]:
        """Cents for an hour of care: `own`, and each way of hiring by its name in the library."""
        if self.result is None:
            return {}
        hired = {one.price.offer.form.value: one.per_care_hour for one in self.result.hires}
        return {"own": self.result.lasting_per_care_hour, **hired}


def compared(figures: Mapping[str, str] | None, year: int) -> Compared:
    """Compare with figures as they were kept, or with the example while none are."""
    form = Estimate({**example_figures(), **(figures or {})})
    if not form.is_valid():
        return Compared(None, _("De bewaarde cijfers kloppen niet meer. Vul ze opnieuw in."))
    return compared_with(form.cleaned_data, year)


def compared_with(told: Mapping[str, Any], year: int) -> Compared:
    """Compare with the figures of a year, or of the year before while those are not known."""
    missing = ""
    for tried in (year, year - 1):
        try:
            return Compared(cost_of_ownership(choice_of(told, tried)))
        except LookupError as error:
            missing = said(reason(error))
        except ValueError:
            # What each field can be is checked before; together they may leave no hour of care.
            return Compared(None, _("Met deze cijfers blijft er geen uur zorg over."))
    about = {"missing": missing}
    text = _("Hiervoor ontbreekt een cijfer. We rekenen dus niets uit: %(missing)s")
    return Compared(None, text % about)


def choice_of(told: Mapping[str, Any], year: int) -> Choice:
    """Put the figures as the library asks them."""
    return Choice(
        lasting=LastingWorker(
            employer=_employer(told, year),
            recruitment_cents=told["recruitment"],
            induction_hours=told["induction_hours"],
            learning_months=told["learning_months"],
            learning_productivity=told["learning_productivity"],
            development_cents_per_year=told["development"],
            stay_months=told["stay_months"],
        ),
        offers=_offers(told),
        months=told["months"],
    )


def _employer(told: Mapping[str, Any], year: int) -> EmployerSituation:
    return EmployerSituation(
        employment=Employment(
            year=year,
            full_time_month_cents=told["full_time_month"],
            hours_per_week=told["hours_week"],
            irregular_cents=told["irregular_year"],
            full_time_hours=told["full_time_hours"],
            holiday_allowance=told["holiday_allowance"],
            year_end_bonus=told["year_end_bonus"],
        ),
        premiums=PremiumTerms(permanent=told["permanent"] == "yes"),
        productivity=Productivity(
            leave_hours=told["leave_hours"],
            sick_leave_share=told["sick_leave"],
            training_hours=told["training_hours"],
        ),
        other=OtherCosts(overhead_cents=told["other_year"]),
    )


def _offers(told: Mapping[str, Any]) -> tuple[HireOffer, ...]:
    return (
        HireOffer(
            name=str(HIRE_NAMES[HireForm.AGENCY]),
            form=HireForm.AGENCY,
            base_cents=told["agency_wage"],
            factor=told["agency_factor"],
        ),
        HireOffer(
            name=str(HIRE_NAMES[HireForm.SECONDMENT]),
            form=HireForm.SECONDMENT,
            base_cents=told["secondment_cost"],
            vat_ground=VatGround(told["secondment_ground"]),
        ),
        HireOffer(
            name=str(HIRE_NAMES[HireForm.SELF_EMPLOYED]),
            form=HireForm.SELF_EMPLOYED,
            base_cents=told["rate"],
            fee_share=told["margin"],
            care_is_exempt=told["exempt"] == "yes",
        ),
    )
