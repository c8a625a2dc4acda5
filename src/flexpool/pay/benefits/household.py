"""Who lives together, on what income, in which home, and with which child care.

What cannot be is refused with a `ValueError` that begins with the name of the field.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from flexpool.pay.bounds import no_less_than_nothing, within
from flexpool.refusal import Impossible

OLDEST = 130
YEARS = (2000, 2100)
HOURS_MONTH = 31 * 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of a known age.

    Parameters
    ----------
    age
        Age in whole years, taken for the whole year; or else:
    born
        Day of birth: a step of age then counts from the first day of a month on which it holds.

    Raises
    ------
    ValueError
        When both or neither are given, or the age cannot be.
    """

    age: int | None = None
    born: date | None = None

    def __post_init__(self) -> None:
        if (self.age is None) == (self.born is None):
            raise Impossible(
                "age",
                "geef een leeftijd of een geboortedatum (born), en niet allebei",
                "give either an age or a day of birth (born)",
            )
        within(self, "age", 0, OLDEST)

    def age_on(self, day: date) -> int:
        """Give the age on a day; negative before birth."""
        if self.age is not None:
            return self.age
        assert self.born is not None
        before_birthday = (day.month, day.day) < (self.born.month, self.born.day)
        return day.year - self.born.year - before_birthday


class CareKind(StrEnum):
    """The kinds of registered child care, each with its own highest hourly rate."""

    DAYCARE = "daycare"
    AFTER_SCHOOL = "after_school"
    CHILDMINDER = "childminder"


@dataclass(frozen=True, slots=True)
class Care:
    """One contract for the care of one child.

    Parameters
    ----------
    kind
        Which kind of registered care.
    hours_month
        Hours a month, averaged over the year.
    rate_cents
        Price of an hour.
    """

    kind: CareKind
    hours_month: Fraction
    rate_cents: int

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "rate_cents")
        within(self, "hours_month", 0, HOURS_MONTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adult(Person):
    """The applicant or the partner.

    Parameters
    ----------
    income_cents
        Income for benefits (toetsingsinkomen) of the year; for an employee the taxable wage.
    insured
        Whether insured under the Dutch Zvw.
    """

    income_cents: int = 0
    insured: bool = True

    def __post_init__(self) -> None:
        Person.__post_init__(self)
        no_less_than_nothing(self, "income_cents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Child(Person):
    """A child of the applicant or partner, living with them.

    Parameters
    ----------
    care
        Its contracts for child care.
    child_benefit
        Whether the household receives kinderbijslag for it.
    """

    care: tuple[Care, ...] = ()
    child_benefit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CoResident(Person):
    """Somebody else on the address, no partner and no subtenant.

    Parameters
    ----------
    income_cents, wealth_cents
        Income of the year and wealth on 1 January.
    own_child
        Whether this is a (grown) child of the applicant or partner.
    """

    income_cents: int = 0
    wealth_cents: int = 0
    own_child: bool = False

    def __post_init__(self) -> None:
        Person.__post_init__(self)
        no_less_than_nothing(self, "income_cents", "wealth_cents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """Everything the four benefits look at in one calendar year.

    Parameters
    ----------
    year
        Calendar year.
    applicant, partner
        The applicant and the partner for benefits (toeslagpartner).
    children, co_residents
        Everybody else on the address.
    rent_cents
        Bare rent a month; None for who does not rent a home of their own.
    wealth_cents
        Wealth of applicant and partner together on 1 January.
    parents_work
        Whether every parent works, studies or integrates: the condition for child care benefit.
    """

    year: int
    applicant: Adult
    partner: Adult | None = None
    children: tuple[Child, ...] = ()
    co_residents: tuple[CoResident, ...] = ()
    rent_cents: int | None = None
    wealth_cents: int = 0
    parents_work: bool = True

    def __post_init__(self) -> None:
        within(self, "year", *YEARS)
        no_less_than_nothing(self, "wealth_cents")
        if self.rent_cents is not None:
            no_less_than_nothing(self, "rent_cents")

    @property
    def adults(self) -> tuple[Adult, ...]:
        """The applicant and, if any, the partner."""
        return (self.applicant, self.partner) if self.partner else (self.applicant,)

    @property
    def first_day(self) -> date:
        """1 January: the day on which the figures and the wealth of the year count."""
        return date(self.year, 1, 1)

    @property
    def income_euros(self) -> int:
        """Joint income for benefits in whole euros, each income rounded down."""
        return sum(adult.income_cents // 100 for adult in self.adults)

    def months(self) -> tuple[date, ...]:
        """Give the first day of every month of the year."""
        return tuple(date(self.year, month, 1) for month in range(1, 13))
