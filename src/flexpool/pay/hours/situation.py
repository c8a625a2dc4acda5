"""What somebody tells to see what more hours would bring in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.pay.benefits.household import Care, Household
from flexpool.pay.bounds import (
    a_share,
    hours_of_a_week,
    more_than_nothing,
    no_less_than_nothing,
    within,
)
from flexpool.refusal import Impossible

HOURS_DAY = 24
WEEKS = 52
NO_CHANGE: tuple[tuple[Care, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """A place in the salary table of a cao, read on a day.

    The step is a number, or `lowest` or `highest`: of some caos only those are known.
    """

    scale: str
    step: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The contract, apart from its hours.

    Parameters
    ----------
    cao
        Code of the collective agreement, such as `vvt` or `ghz`.
    full_time_month_cents, scale
        Month salary at full time: an amount, or the place in the cao's salary table.
    full_time_hours, holiday_allowance, year_end_bonus
        What the contract says, the last two as a share; None for what the cao says, where known.
    pension
        Whether the job builds up pension at PFZW.

    Raises
    ------
    ValueError
        When both or neither salary is given, or an amount is not positive.
    """

    cao: str = "vvt"
    full_time_month_cents: int | None = None
    scale: ScaleStep | None = None
    full_time_hours: Fraction | None = None
    holiday_allowance: Fraction | None = None
    year_end_bonus: Fraction | None = None
    pension: bool = True

    def __post_init__(self) -> None:
        if (self.full_time_month_cents is None) == (self.scale is None):
            raise Impossible(
                "full_time_month_cents",
                "geef het maandsalaris, of schaal en trede; niet allebei",
                "give either the month salary or a scale and step",
            )
        more_than_nothing(self, "full_time_month_cents", "full_time_hours")
        hours_of_a_week(self, "full_time_hours")
        a_share(self, "holiday_allowance", "year_end_bonus")


@dataclass(frozen=True, slots=True)
class IrregularHours:
    """Hours a week with one percentage of irregular-hours allowance (ORT).

    Parameters
    ----------
    share
        The allowance as a share of the hourly wage, such as 47/100.
    hours_week
        Hours a week that bring it.
    """

    share: Fraction
    hours_week: Fraction

    def __post_init__(self) -> None:
        a_share(self, "share")
        hours_of_a_week(self, "hours_week")


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularWork:
    """How much allowance for irregular hours (ORT) comes with the contract.

    Parameters
    ----------
    share_of_salary
        The allowance as a share of the salary, such as 6/100; used when `bands` is empty.
    bands
        Hours a week per percentage at the hours of now; they grow along with the contract.
    """

    share_of_salary: Fraction = Fraction(0)
    bands: tuple[IrregularHours, ...] = ()

    def __post_init__(self) -> None:
        a_share(self, "share_of_salary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """What going to work costs the worker, after what the employer pays.

    Parameters
    ----------
    cost_day_cents
        Own cost of one working day.
    hours_day
        Contract hours worked on one day.
    weeks_year
        Weeks a year with work; a choice of the person, no legal figure.
    """

    cost_day_cents: int = 0
    hours_day: Fraction = Fraction(8)
    weeks_year: int = 46

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "cost_day_cents")
        if not 0 < self.hours_day <= HOURS_DAY:
            raise Impossible(
                "hours_day",
                f"een werkdag heeft meer dan 0 en hoogstens {HOURS_DAY} uren",
                f"a working day has more than 0, at most {HOURS_DAY} hours",
            )
        within(self, "weeks_year", 0, WEEKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything the calculation needs; nothing of it is kept.

    Parameters
    ----------
    job
        The contract, apart from its hours.
    hours_now, hours_wanted
        Contract hours a week, today and as wished.
    household
        The household in the year to be calculated, with the child care of now. The applicant's
        income is calculated: what stands there is not read.
    irregular
        The allowance for irregular hours.
    care_wanted
        Per child, in the household's order, the child care with the wanted hours; empty when it
        stays as it is. Between now and wanted it grows along with the hours.
    travel
        The cost of going to work.
    starts_on
        The day on which the wanted hours begin, for the notices; None when not known yet.

    Raises
    ------
    ValueError
        When hours are not positive, or `care_wanted` is not there for every child.
    """

    job: Job
    hours_now: Fraction
    hours_wanted: Fraction
    household: Household
    irregular: IrregularWork = IrregularWork()
    care_wanted: tuple[tuple[Care, ...], ...] = NO_CHANGE
    travel: Travel = Travel()
    starts_on: date | None = None

    def __post_init__(self) -> None:
        more_than_nothing(self, "hours_now", "hours_wanted")
        hours_of_a_week(self, "hours_now", "hours_wanted")
        if self.care_wanted and len(self.care_wanted) != len(self.household.children):
            raise Impossible(
                "care_wanted",
                "geef de gewenste opvang van elk kind, of van geen kind",
                "give the wanted child care of every child, or of none",
            )

    @property
    def year(self) -> int:
        """The calendar year that is calculated."""
        return self.household.year
