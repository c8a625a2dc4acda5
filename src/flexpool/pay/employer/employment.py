"""A contract of employment seen by payroll: wage, hours, pension and what premiums depend on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.pay.bounds import (
    a_calendar_year,
    a_share,
    hours_of_a_week,
    more_than_nothing,
    no_less_than_nothing,
    under_one,
)
from flexpool.refusal import Impossible

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFund:
    """Pension at PFZW.

    Parameters
    ----------
    employee_share
        Which part of the premium the employee pays; None for what most collective agreements say.
    """

    employee_share: Fraction | None = None

    def __post_init__(self) -> None:
        a_share(self, "employee_share")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherScheme:
    """Pension elsewhere, or none: the premiums a year as the scheme states them."""

    employee_cents: int
    employer_cents: int

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "employee_cents", "employer_cents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment:
    """One calendar year of a contract of employment.

    Parameters
    ----------
    year
        Calendar year.
    full_time_month_cents
        Month salary at full time.
    hours_per_week
        Contract hours.
    irregular_cents
        Allowance for irregular hours (ORT) over the year.
    other_wage_cents
        Other wage over the year.
    cao
        Code of the collective agreement whose figures hold where the next three are None.
    full_time_hours
        Hours of a full-time week.
    holiday_allowance, year_end_bonus
        As a share, such as 8/100.
    pension
        The pension scheme.

    Raises
    ------
    ValueError
        When hours or an amount cannot be; the text begins with the name of the field.
    """

    year: int
    full_time_month_cents: int
    hours_per_week: Fraction
    irregular_cents: int = 0
    other_wage_cents: int = 0
    cao: str = "vvt"
    full_time_hours: Fraction | None = None
    holiday_allowance: Fraction | None = None
    year_end_bonus: Fraction | None = None
    pension: CareFund | OtherScheme = CareFund()

    def __post_init__(self) -> None:
        a_calendar_year(self)
        hours_of_a_week(self, "hours_per_week", "full_time_hours")
        a_share(self, "holiday_allowance", "year_end_bonus")
        more_than_nothing(self, "hours_per_week", "full_time_month_cents", "full_time_hours")
        no_less_than_nothing(self, "irregular_cents", "other_wage_cents")


@dataclass(frozen=True, slots=True, kw_only=True)
class PremiumTerms:
    """What the premiums for the employee insurances depend on.

    Parameters
    ----------
    permanent, in_writing, on_call
        The three questions for the low unemployment premium (AWf): a written contract without an
        end that is no on-call contract.
    extra_hours_share
        Hours paid beyond the contract over the year, as a share of the contract hours.
    small_employer
        Whether the low disability premium (Aof) for small employers holds.
    whk_rate
        The rate of the employer's own decision on return to work (Whk), such as 152/10000; None
        for the average, which is shown as such.
    """

    permanent: bool = True
    in_writing: bool = True
    on_call: bool = False
    extra_hours_share: Fraction = NOTHING
    small_employer: bool = False
    whk_rate: Fraction | None = None

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "extra_hours_share")
        a_share(self, "whk_rate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Productivity:
    """How many of the paid hours go to care.

    Parameters
    ----------
    share
        The productive share as a whole; None for the published estimate, unless the three below
        are given.
    leave_hours, training_hours
        Hours a year of leave and of training at these contract hours.
    sick_leave_share
        Share of the contract hours lost to sick leave.

    Raises
    ------
    ValueError
        When both ways are used, only some of the three are given, or a share cannot be.
    """

    share: Fraction | None = None
    leave_hours: Fraction | None = None
    sick_leave_share: Fraction | None = None
    training_hours: Fraction | None = None

    def __post_init__(self) -> None:
        parts = (self.leave_hours, self.sick_leave_share, self.training_hours)
        given = [part for part in parts if part is not None]
        if self.share is not None and given:
            raise Impossible(
                "share",
                "geef het deel als geheel of in delen, niet allebei",
                "give the share as a whole or its parts, not both",
            )
        if given and len(given) < len(parts):
            raise Impossible(
                "leave_hours, sick_leave_share, training_hours", "geef alle drie", "give all three"
            )
        if self.share is not None and not 0 < self.share <= 1:
            raise Impossible(
                "share",
                "geef een deel van boven 0 tot 1, zoals 0,87",
                "give a share from above 0 to 1, such as 0.87",
            )
        if given:
            no_less_than_nothing(self, "leave_hours", "sick_leave_share", "training_hours")
        under_one(self, "sick_leave_share")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCosts:
    """What the employer pays a year beside wage, premiums and pension: all own inputs."""

    training_cents: int = 0
    travel_cents: int = 0
    sick_leave_cents: int = 0
    """Insurance and occupational health service; the lost hours are counted in productivity."""
    recruitment_cents: int = 0
    overhead_cents: int = 0

    def __post_init__(self) -> None:
        no_less_than_nothing(self, *self.__slots__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerSituation:
    """Everything the cost of an employee depends on."""

    employment: Employment
    premiums: PremiumTerms = PremiumTerms()
    productivity: Productivity = Productivity()
    other: OtherCosts = OtherCosts()
