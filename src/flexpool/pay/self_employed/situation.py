"""What a self-employed care worker tells to see what a year really brings in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.pay.bounds import (
    a_calendar_year,
    hours_of_a_week,
    no_less_than_nothing,
    under_one,
)
from flexpool.refusal import Impossible

WEEKS_A_YEAR = 52
NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingYear:
    """How the weeks and hours of a year are spent.

    Parameters
    ----------
    paid_hours_per_week
        Hours of care that clients pay, in a week that is worked.
    holiday_weeks, sick_weeks, empty_weeks
        Weeks a year without turnover: free, ill, and without an assignment. None of them is paid.
    administration_hours_per_week
        Unpaid hours for administration and finding clients, in every week neither free nor ill.
    training_hours
        Unpaid hours a year for keeping up the profession.

    Raises
    ------
    ValueError
        When a number is negative, or there are more weeks without turnover than the year has; the
        text begins with the name of the field.
    """

    paid_hours_per_week: Fraction
    holiday_weeks: Fraction
    sick_weeks: Fraction
    empty_weeks: Fraction
    administration_hours_per_week: Fraction
    training_hours: Fraction = NOTHING

    def __post_init__(self) -> None:
        no_less_than_nothing(self, *self.__slots__)
        hours_of_a_week(self, "paid_hours_per_week", "administration_hours_per_week")
        if self.worked_weeks < 0:
            raise Impossible(
                "empty_weeks",
                f"vakantie, ziekte en lege weken zijn samen meer dan {WEEKS_A_YEAR}",
                f"holiday, sick and empty weeks are more than {WEEKS_A_YEAR} together",
            )

    @property
    def worked_weeks(self) -> Fraction:
        """Weeks with turnover."""
        return WEEKS_A_YEAR - self.holiday_weeks - self.sick_weeks - self.empty_weeks

    @property
    def paid_hours(self) -> Fraction:
        """Hours of care a year that clients pay."""
        return self.worked_weeks * self.paid_hours_per_week

    @property
    def administration_hours(self) -> Fraction:
        """Unpaid hours a year for administration and finding clients."""
        weeks = WEEKS_A_YEAR - self.holiday_weeks - self.sick_weeks
        return weeks * self.administration_hours_per_week

    @property
    def hours_spent(self) -> Fraction:
        """All hours a year spent on the business, paid or not."""
        return self.paid_hours + self.administration_hours + self.training_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfEmployment:
    """One year of working in care as a self-employed person below AOW age, without other income.

    Parameters
    ----------
    year
        Calendar year.
    rate_cents
        Price of an hour of care, without VAT.
    working_year
        Weeks and hours.
    intermediary_share
        Which share of the turnover an intermediary keeps.
    business_costs_cents
        Costs a year: liability insurance, complaints scheme, registers, training, bookkeeping,
        travel; neither disability insurance nor pension.
    disability_premium_cents
        Premium a year of a disability insurance (AOV); 0 for who has none. No public figure
        exists: it depends on age, work and waiting time.
    pension_saving_cents
        What is put aside a year for the pension.
    pension_is_deductible
        Whether that is saved in a way that the tax deducts (lijfrente), within the yearly room.
    starter
        Whether the starter's deduction may be used this year.
    combination
        Whether the combination credit (IACK) is due: a child under 12, and single or earning less.

    Raises
    ------
    ValueError
        When an amount is negative; the text begins with the name of the field.
    """

    year: int
    rate_cents: int
    working_year: WorkingYear
    business_costs_cents: int
    disability_premium_cents: int
    pension_saving_cents: int
    intermediary_share: Fraction = NOTHING
    pension_is_deductible: bool = True
    starter: bool = False
    combination: bool = False

    def __post_init__(self) -> None:
        a_calendar_year(self)
        no_less_than_nothing(
            self,
            "rate_cents",
            "business_costs_cents",
            "disability_premium_cents",
            "pension_saving_cents",
        )
        under_one(self, "intermediary_share")
