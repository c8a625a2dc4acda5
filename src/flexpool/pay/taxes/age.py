"""The three age groups of the tax tables, and who is in which."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from flexpool.parameters import lookup
from flexpool.refusal import Refusal
from flexpool.text import Text

FIRST_YEAR_OF_THE_SHORTER_BRACKET = 1946


class AowInThisYear(Refusal, ValueError):
    """Somebody reaches the AOW age within the year: the rates then change per month."""


class TaxAge(StrEnum):
    """An age column of the official tables."""

    UNDER_AOW = "under_aow"
    AOW_1946 = "aow_1946"
    """From AOW age, born in 1946 or later."""
    AOW_1945 = "aow_1945"
    """From AOW age, born in 1945 or earlier."""

    @property
    def credit_suffix(self) -> str:
        """What the names of the credits' figures end with for this age."""
        return "" if self is TaxAge.UNDER_AOW else "_aow"


def tax_age(born: date, on: date) -> TaxAge:
    """Give the age group of somebody in the month of a day.

    The rates from AOW age hold from the first day of the month in which it is reached.

    Raises
    ------
    NoFigureForDate
        When the AOW age is not known for that day.
    """
    years = lookup("pay.tax.aow_age_years", on).value
    reached = (born.year + years, born.month)
    if (on.year, on.month) < reached:
        return TaxAge.UNDER_AOW
    if born.year >= FIRST_YEAR_OF_THE_SHORTER_BRACKET:
        return TaxAge.AOW_1946
    return TaxAge.AOW_1945


def tax_age_of_year(born: date, year: int) -> TaxAge:
    """Give the age group that holds for somebody the whole year.

    Raises
    ------
    AowInThisYear
        When it changes within the year.
    NoFigureForDate
        When the AOW age is not known for that year.
    """
    first, last = (tax_age(born, date(year, month, 1)) for month in (1, 12))
    if first is not last:
        raise AowInThisYear(
            Text(
                f"wie op {born} is geboren, bereikt in {year} de AOW-leeftijd: tarieven en "
                "kortingen veranderen dan per maand en een jaarbedrag is er niet; gebruik de "
                "loonstroken",
                f"who is born on {born} reaches the AOW age in {year}: rates and credits then "
                "change per month and a yearly amount cannot be given; use the payslips",
            )
        )
    return first
