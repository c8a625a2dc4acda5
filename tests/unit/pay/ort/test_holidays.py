"""Public holidays by calculation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flexpool.pay.ort.holidays import easter, public_holidays

EASTERS = [
    date(1961, 4, 2),
    date(2000, 4, 23),
    date(2008, 3, 23),
    date(2011, 4, 24),
    date(2019, 4, 21),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2038, 4, 25),
]


@pytest.mark.parametrize("sunday", EASTERS, ids=str)
def test_easter_falls_where_the_almanac_says(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_easter_is_always_a_sunday_between_22_march_and_25_april() -> None:
    for year in range(1900, 2200):
        day = easter(year)
        assert day.isoweekday() == 7
        assert (3, 22) <= (day.month, day.day) <= (4, 25)


NAMES_2026 = """
01-01 Nieuwjaarsdag / New Year's Day
04-05 Eerste Paasdag / Easter Sunday
04-06 Tweede Paasdag / Easter Monday
04-27 Koningsdag / King's Day
05-05 Bevrijdingsdag / Liberation Day
05-14 Hemelvaartsdag / Ascension Day
05-24 Eerste Pinksterdag / Whit Sunday
05-25 Tweede Pinksterdag / Whit Monday
12-25 Eerste Kerstdag / Christmas Day
12-26 Tweede Kerstdag / Boxing Day
"""


def test_2026_has_ten_holidays_each_with_its_name() -> None:
    found = sorted(public_holidays(2026).items())
    told = [f"{day:%m-%d} {name.nl} / {name.en}" for day, name in found]
    assert told == NAMES_2026.strip().splitlines()


def test_no_year_of_four_centuries_leaves_the_other_way_to_easter() -> None:
    """Gauss found Easter by another road; both must agree in the Gregorian calendar."""
    for year in range(1800, 2200):
        assert easter(year) == by_gauss(year), year


def by_gauss(year: int) -> date:
    century = year // 100
    shift = (15 + century - century // 4 - (13 + 8 * century) // 25) % 30
    moon = (19 * (year % 19) + shift) % 30
    if moon == 29 or (moon == 28 and year % 19 > 10):
        moon -= 1
    full = date(year, 3, 21) + timedelta(days=moon)
    return full + timedelta(days=7 - full.isoweekday() % 7)


def test_kings_day_gives_way_to_sunday() -> None:
    assert date(2025, 4, 26) in public_holidays(2025)
    assert date(2025, 4, 27) not in public_holidays(2025)
    assert public_holidays(2025)[date(2025, 4, 26)].en == "King's Day"
