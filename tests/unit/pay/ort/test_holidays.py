"""Public holidays by calculation."""

from __future__ import annotations

from datetime import date

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


def test_2026_has_ten_holidays() -> None:
    assert [f"{day:%m-%d}" for day in sorted(public_holidays(2026))] == [
        "01-01",
        "04-05",
        "04-06",
        "04-27",
        "05-05",
        "05-14",
        "05-24",
        "05-25",
        "12-25",
        "12-26",
    ]


def test_kings_day_gives_way_to_sunday() -> None:
    assert date(2025, 4, 26) in public_holidays(2025)
    assert date(2025, 4, 27) not in public_holidays(2025)
    assert public_holidays(2025)[date(2025, 4, 26)].en == "King's Day"
