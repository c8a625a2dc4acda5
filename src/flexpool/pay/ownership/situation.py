"""A lasting worker over years, and the ways to hire somebody for the same care instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from flexpool.pay.bounds import a_share, more_than_nothing, no_less_than_nothing, within
from flexpool.pay.employer.employment import EmployerSituation
from flexpool.pay.ownership.vat import VatGround
from flexpool.refusal import Impossible

NOTHING = Fraction(0)
WHOLE = Fraction(1)
MOST_MONTHS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class LastingWorker:
    """An employee who is meant to stay.

    Parameters
    ----------
    employer
        The yearly cost, without recruitment.
    recruitment_cents
        Once: advertisement, selection, checks.
    induction_hours
        Once: hours in which colleagues guide; costed at the price of this worker's own hour.
    learning_months
        Months until full productivity.
    learning_productivity
        Which share of the productive hours counts in those months.
    development_cents_per_year
        Schooling and coaching a year, beside what `employer` holds.
    stay_months
        How long somebody in this function stays on average.

    Raises
    ------
    ValueError
        When a number cannot be; the text begins with the name of the field.
    """

    employer: EmployerSituation
    recruitment_cents: int
    induction_hours: Fraction
    learning_months: int
    learning_productivity: Fraction
    development_cents_per_year: int
    stay_months: int

    def __post_init__(self) -> None:
        more_than_nothing(self, "stay_months")
        a_share(self, "learning_productivity")
        no_less_than_nothing(
            self,
            "recruitment_cents",
            "induction_hours",
            "learning_months",
            "development_cents_per_year",
        )


class HireForm(StrEnum):
    """The ways of hiring that are compared."""

    AGENCY = "agency"
    SECONDMENT = "secondment"
    SELF_EMPLOYED = "self_employed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HireOffer:
    """One way to hire somebody for the same care.

    Parameters
    ----------
    name
        How people call it, such as the supplier.
    form
        The way of hiring.
    base_cents
        Per hour: the gross hourly wage (agency), the labour cost per productive hour
        (secondment), or the tariff (self-employed).
    irregular_cents
        Per hour on average: the allowance for irregular hours (ORT); for an agency multiplied by
        the factor as well.
    factor
        The conversion factor of an agency or secondment; 1 when there is none.
    fee_share
        The fee for secondment, or the intermediary's margin, as a share of the price before it.
    vat_ground
        Why no VAT would be charged.
    care_is_exempt
        Self-employed only: whether the care itself is exempt from VAT; the margin never is.
    extra_cents_per_hour
        Own cost of planning and quality for each hired hour.
    start_hours
        Hours that are paid but not yet productive, for each new person.
    stay_months
        After how many months another person comes.

    Raises
    ------
    ValueError
        When a number cannot be; the text begins with the name of the field.
    """

    name: str
    form: HireForm
    base_cents: int
    irregular_cents: int = 0
    factor: Fraction = WHOLE
    fee_share: Fraction = NOTHING
    vat_ground: VatGround = VatGround.NONE
    care_is_exempt: bool = False
    extra_cents_per_hour: int = 0
    start_hours: Fraction = NOTHING
    stay_months: int = 12

    def __post_init__(self) -> None:
        a_share(self, "fee_share")
        own_care = self.form is HireForm.SELF_EMPLOYED
        if own_care and self.vat_ground is not VatGround.NONE:
            raise Impossible(
                "vat_ground",
                "gebruik bij een zelfstandige care_is_exempt",
                "for a self-employed person, use care_is_exempt",
            )
        if self.care_is_exempt and not own_care:
            raise Impossible(
                "care_is_exempt",
                "alleen voor een zelfstandige; gebruik vat_ground",
                "only for a self-employed person; use vat_ground",
            )
        if self.factor < 1:
            raise Impossible(
                "factor", "een omrekenfactor is 1 of meer", "a conversion factor is 1 or more"
            )
        more_than_nothing(self, "stay_months")
        no_less_than_nothing(
            self,
            "base_cents",
            "irregular_cents",
            "extra_cents_per_hour",
            "start_hours",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is compared: one lasting worker against ways of hiring, over a number of months."""

    lasting: LastingWorker
    offers: tuple[HireOffer, ...]
    months: int

    def __post_init__(self) -> None:
        within(self, "months", 1, MOST_MONTHS)
