"""Days as planners write them: 07-12-2026, 7/12/26, 2026-12-07, 7 december 2026, Excel's own."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading.sheet import Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Whole words only: De Meidoorn is a house, not a month.
MONTH_WORD = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAYS = {
    "ma": 0, "maandag": 0, "mon": 0, "monday": 0, "di": 1, "dinsdag": 1, "tue": 1, "tuesday": 1,
    "wo": 2, "woensdag": 2, "wed": 2, "wednesday": 2, "do": 3, "donderdag": 3, "thu": 3,
    "thursday": 3, "vr": 4, "vrijdag": 4, "fri": 4, "friday": 4, "za": 5, "zaterdag": 5, "sat": 5,
    "saturday": 5, "zo": 6, "zondag": 6, "sun": 6, "sunday": 6,
}  # fmt: skip
WEEKDAY_NAMES = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
FIRST_YEAR, LAST_YEAR = 1950, 2100
# Two-digit years: 69 is 2069, 70 is 1970, as the POSIX rule has it (diplomas reach back).
CENTURY_TURNS_AT = 70
EXCEL_DAY_ZERO = date(1899, 12, 30)

_SEP = r"\s*[-/. ]\s*"
_WEEKDAY = re.compile(r"^([a-z]{2,9})\.?,?\s+(?=\d)")
_CLOCK = re.compile(r"[ t]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$")
_DAY_FIRST = re.compile(rf"^(\d{{1,2}}){_SEP}(\d{{1,2}}|[a-z]{{3,9}}\.?){_SEP}(\d{{4}}|\d{{2}})$")
_YEAR_FIRST = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_PACKED = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


def read_date(value: Value) -> date:
    """Give the day in a cell; a weekday written beside it must be right."""
    if isinstance(value, datetime):
        return _sane(value.date())
    if isinstance(value, date):
        return _sane(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _excel_number(value)
    text = as_text(value).lower()
    if not text:
        raise BadValue(_("Datum ontbreekt"))
    text = _CLOCK.sub("", text)
    weekday, text = split_weekday(text)
    day = _from_parts(text, as_text(value))
    if weekday is not None and day.weekday() != weekday:
        raise BadValue(
            _("%(day)s is een %(real)s, geen %(given)s")
            % {
                "day": as_text(day),
                "real": WEEKDAY_NAMES[day.weekday()],
                "given": WEEKDAY_NAMES[weekday],
            }
        )
    return _sane(day)


def split_weekday(text: str) -> tuple[int | None, str]:
    """Take a weekday off the front: "ma 07-12" gives (0, "07-12")."""
    found = _WEEKDAY.match(text)
    if found and found[1] in WEEKDAYS:
        return WEEKDAYS[found[1]], text[found.end() :]
    return None, text


def month_number(text: str) -> int | None:
    """Give the month in digits or as a Dutch or English name, or None."""
    if text.isdigit():
        return int(text)
    return MONTHS.get(text.strip(".")[:3])


def whole_year(text: str) -> int:
    """Give a year of two or four digits in full."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < CENTURY_TURNS_AT else 1900)


def _from_parts(text: str, original: str) -> date:
    packed = _YEAR_FIRST.match(text) or _PACKED.match(text)
    if packed:
        year, month, day = int(packed[1]), int(packed[2]), int(packed[3])
    else:
        found = _DAY_FIRST.match(text)
        named = month_number(found[2]) if found else None
        if found is None or named is None:
            raise BadValue(_("Dit is geen datum; schrijf bijvoorbeeld 07-12-2026"))
        year, month, day = whole_year(found[3]), named, int(found[1])
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue(_("%(value)s bestaat niet op de kalender") % {"value": original}) from None


def _excel_number(value: float) -> date:
    """Read the day number that Excel shows when a date column lost its format."""
    try:
        return _sane(EXCEL_DAY_ZERO + timedelta(days=int(value)))
    except (OverflowError, ValueError):
        raise BadValue(_("Dit is geen datum; schrijf bijvoorbeeld 07-12-2026")) from None


def _sane(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadValue(_("Het jaar %(year)s kan niet kloppen") % {"year": day.year})
    return day
