"""The public holidays on which care pays an allowance, by calculation."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from flexpool.text import Text

SUNDAY = 6
FIXED = {
    (1, 1): Text("Nieuwjaarsdag", "New Year's Day"),
    (5, 5): Text("Bevrijdingsdag", "Liberation Day"),
    (12, 25): Text("Eerste Kerstdag", "Christmas Day"),
    (12, 26): Text("Tweede Kerstdag", "Boxing Day"),
}
DAYS_AFTER_EASTER = {
    0: Text("Eerste Paasdag", "Easter Sunday"),
    1: Text("Tweede Paasdag", "Easter Monday"),
    39: Text("Hemelvaartsdag", "Ascension Day"),
    49: Text("Eerste Pinksterdag", "Whit Sunday"),
    50: Text("Tweede Pinksterdag", "Whit Monday"),
}
KINGS_DAY = Text("Koningsdag", "King's Day")


def easter(year: int) -> date:
    """Give Easter Sunday of a Gregorian year, by the Meeus/Jones/Butcher computus."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, odd = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - odd) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def public_holidays(year: int) -> dict[date, Text]:
    """Give every public holiday of a year with its name.

    Liberation Day counts every year; King's Day moves to the Saturday when 27 April is a Sunday.
    """
    days = {date(year, month, day): name for (month, day), name in FIXED.items()}
    sunday = easter(year)
    days |= {sunday + timedelta(days=after): name for after, name in DAYS_AFTER_EASTER.items()}
    birthday = date(year, 4, 27)
    days[birthday - timedelta(days=birthday.weekday() == SUNDAY)] = KINGS_DAY
    return days
