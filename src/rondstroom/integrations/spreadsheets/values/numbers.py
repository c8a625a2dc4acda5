"""Amounts as planners write them: 24,0 hours, 30 or 0:30 of break, 2 places."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading.sheet import Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

MOST_PLACES = 99
MOST_HOURS_A_WEEK = 60
_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})(?::\d{2})?$")
_UNITS = re.compile(r"\s*(minuten|minuut|min|m|uren|uur|u|h)\.?$")


def read_decimal(value: Value) -> Decimal:
    """Give a number with a decimal comma or point; "1.234,5" has points between thousands."""
    text = as_text(value).replace(" ", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", text, re.ASCII):
        raise BadValue(_("Dit is geen getal"))
    try:
        return Decimal(text)
    except InvalidOperation:
        raise BadValue(_("Dit is geen getal")) from None


def read_places(value: Value) -> int:
    """Give how many people are needed; nothing written means one."""
    if not as_text(value):
        return 1
    number = read_decimal(value)
    if number != int(number) or not 1 <= number <= MOST_PLACES:
        raise BadValue(
            _("Aantal is een heel getal van 1 tot en met %(most)s") % {"most": MOST_PLACES}
        )
    return int(number)


def read_break(value: Value) -> int:
    """Give minutes of break from 30, "30 min", 0:30 or "0,5 uur"; nothing written means none."""
    if isinstance(value, time | datetime):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        return _whole_minutes(Decimal(int(value.total_seconds())) / 60)
    text = as_text(value).lower()
    if text in {"", "-", "geen", "nvt", "n.v.t."}:
        return 0
    clock = _CLOCK.match(text)
    if clock:
        return _whole_minutes(Decimal(int(clock[1]) * 60 + int(clock[2])))
    unit = _UNITS.search(text)
    number = read_decimal(text[: unit.start()] if unit else text)
    in_hours = bool(unit and unit[1][0] in "uh")
    return _whole_minutes(number * 60 if in_hours else number)


def _whole_minutes(minutes: Decimal) -> int:
    if minutes != int(minutes) or not 0 <= minutes < 24 * 60:
        raise BadValue(_("Pauze is een heel aantal minuten, korter dan de dienst"))
    return int(minutes)


def read_weekly_minutes(value: Value) -> int:
    """Give contract hours a week ("24,0", "24:30") as minutes; nothing written means none."""
    if isinstance(value, timedelta):
        hours = Decimal(int(value.total_seconds())) / 3600
    else:
        text = _UNITS.sub("", as_text(value).lower())
        if text in {"", "-"}:
            return 0
        clock = _CLOCK.match(text)
        hours = Decimal(clock[1]) + Decimal(clock[2]) / 60 if clock else read_decimal(text)
    if not 0 <= hours <= MOST_HOURS_A_WEEK:
        raise BadValue(
            _("Contracturen per week liggen tussen 0 en %(most)s") % {"most": MOST_HOURS_A_WEEK}
        )
    return round(hours * 60)
