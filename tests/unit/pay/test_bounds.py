"""What fields can be; every refusal begins with the name of the field."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest

from flexpool.pay.bounds import (
    a_calendar_year,
    a_share,
    hours_of_a_week,
    more_than_nothing,
    no_less_than_nothing,
    under_one,
    within,
)
from flexpool.refusal import Impossible


@dataclass(frozen=True)
class Told:
    """Something that was told."""

    amount: int = 0
    share: Fraction | None = None
    hours: Fraction | None = None
    year: int = 2026


@pytest.mark.parametrize("amount", [0, 1, 10**12])
def test_nothing_and_more_can_be(amount: int) -> None:
    no_less_than_nothing(Told(amount=amount), "amount")


def test_less_than_nothing_cannot() -> None:
    with pytest.raises(ValueError, match=r"^amount: less than 0"):
        no_less_than_nothing(Told(amount=-1), "year", "amount")


@pytest.mark.parametrize("share", [None, Fraction(0), Fraction(1, 3), Fraction(1)])
def test_a_share_lies_between_nothing_and_all(share: Fraction | None) -> None:
    a_share(Told(share=share), "share")


@pytest.mark.parametrize("share", [Fraction(-1, 100), Fraction(101, 100), Fraction(8)])
def test_eight_is_no_share(share: Fraction) -> None:
    with pytest.raises(ValueError, match=r"^share: give a share from 0 to 1"):
        a_share(Told(share=share), "share")


@pytest.mark.parametrize("hours", [None, Fraction(0), Fraction(168)])
def test_a_week_has_168_hours(hours: Fraction | None) -> None:
    hours_of_a_week(Told(hours=hours), "hours")


@pytest.mark.parametrize("hours", [Fraction(-1), Fraction(169)])
def test_a_week_has_no_more_hours(hours: Fraction) -> None:
    with pytest.raises(ValueError, match=r"^hours: a week has 0 to 168 hours"):
        hours_of_a_week(Told(hours=hours), "hours")


@pytest.mark.parametrize("year", [1, 2026, 9999])
def test_a_calendar_knows_these_years(year: int) -> None:
    a_calendar_year(Told(year=year))


@pytest.mark.parametrize("year", [0, -1, 10_000])
def test_a_calendar_does_not_know_these(year: int) -> None:
    with pytest.raises(ValueError, match=r"^year: give a calendar year"):
        a_calendar_year(Told(year=year))


@pytest.mark.parametrize("share", [None, Fraction(0), Fraction(99, 100)])
def test_a_part_leaves_something(share: Fraction | None) -> None:
    under_one(Told(share=share), "share")


@pytest.mark.parametrize("share", [Fraction(1), Fraction(-1, 100), Fraction(8)])
def test_the_whole_is_no_part(share: Fraction) -> None:
    with pytest.raises(Impossible, match=r"^share: give a share from 0 to under 1"):
        under_one(Told(share=share), "share")


@pytest.mark.parametrize("hours", [None, Fraction(1, 100), Fraction(36)])
def test_something_is_more_than_nothing(hours: Fraction | None) -> None:
    more_than_nothing(Told(hours=hours), "hours")


@pytest.mark.parametrize("hours", [Fraction(0), Fraction(-1)])
def test_nothing_is_not(hours: Fraction) -> None:
    with pytest.raises(Impossible, match=r"^hours: this must be more than 0"):
        more_than_nothing(Told(hours=hours), "hours")


@pytest.mark.parametrize("year", [2000, 2026, 2100])
def test_both_ends_are_within(year: int) -> None:
    within(Told(year=year), "year", 2000, 2100)


@pytest.mark.parametrize("year", [1999, 2101, -1])
def test_beyond_the_ends_is_not(year: int) -> None:
    with pytest.raises(Impossible, match=r"^year: give a number from 2000 to 2100"):
        within(Told(year=year), "year", 2000, 2100)


def test_a_year_that_no_calendar_has_is_refused_in_dutch_too() -> None:
    with pytest.raises(Impossible) as refused:
        a_calendar_year(Told(year=0))
    assert refused.value.why.nl.endswith("geef een kalenderjaar, zoals 2026")
