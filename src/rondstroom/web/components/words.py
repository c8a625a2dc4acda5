"""Dates, periods, lengths and money in words, in the language of the reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any, Protocol

from django.utils import formats, timezone, translation
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flexpool.text import Text

MIDNIGHT = time()
SPACE = "\N{NO-BREAK SPACE}"
SOFT = "\N{SOFT HYPHEN}"
LONG_WORDS = (
    "einde|jaars|uitkering",
    "kinder|opvang|toeslag",
    "kinder|opvang",
    "kind|gebonden",
    "zorg|toeslag",
    "huur|toeslag",
    "vakantie|geld",
    "arbeids|ongeschiktheids|verzekering",
    "arbeids|ongeschiktheid",
)
"""Dutch compounds that are wider than a column of a phone, with where they may be cut."""
HALF_A_EURO = 50


class HasPeriod(Protocol):
    """Anything with a start and an end: a period, a shift, an assignment."""

    @property
    def starts_at(self) -> datetime:
        """Its first moment."""

    @property
    def ends_at(self) -> datetime:
        """The moment at which it is over."""


def _in_style(text: str) -> str:
    """Dutch writes days and months in small letters."""
    return text.lower() if (translation.get_language() or "").startswith("nl") else text


def day(value: date | datetime) -> str:
    """Say a day briefly: "di 24 nov"; with the year when that is not this one."""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    pattern = "D j M" if local.year == timezone.localdate().year else "D j M Y"
    return _in_style(formats.date_format(local, pattern))


def date_in_full(value: date) -> str:
    """Say a date with its year, which is what matters of a figure: "1 januari 2026"."""
    return _in_style(formats.date_format(value, "j F Y"))


def long_day(value: date | datetime) -> str:
    """Say a day in full: "dinsdag 24 november"."""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return _in_style(formats.date_format(local, "l j F"))


def weekday(value: date | datetime) -> str:
    """Say the day of the week briefly: "di"."""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return _in_style(formats.date_format(local, "D"))


def clock(value: datetime) -> str:
    """Say the time on the wall: "23:00"."""
    return timezone.localtime(value).strftime("%H:%M")


def moment(value: datetime) -> str:
    """Say a moment: "ma 23 nov, 23:00"."""
    return f"{day(value)}, {clock(value)}"


def until(value: datetime) -> str:
    """Say until when: midnight is the end of a day, "zo 13 dec, 24:00", not the next one."""
    here = timezone.localtime(value)
    if here.time() != MIDNIGHT:
        return moment(value)
    return f"{day(here - timedelta(minutes=1))}, 24:00"


def hours_of(period: HasPeriod) -> str:
    """Say from when to when: "07:00 – 15:30", and the day when it ends on another one."""
    start, end = timezone.localtime(period.starts_at), timezone.localtime(period.ends_at)
    closing = clock(end) if start.date() == end.date() else f"{weekday(end)} {clock(end)}"
    return f"{clock(start)} – {closing}"


def when(period: HasPeriod) -> str:
    """Say a period: "di 24 nov, 23:00 – wo 07:15"."""
    return f"{day(period.starts_at)}, {hours_of(period)}"


def hours(minutes: int) -> str:
    """Say a length: 450 minutes is "7 u 30", 480 is "8 uur", 20 is "20 minuten"."""
    whole, rest = divmod(abs(int(minutes)), 60)
    sign = "-" if minutes < 0 else ""
    if not whole:
        return sign + ngettext("%(n)s minuut", "%(n)s minuten", rest) % {"n": rest}
    if not rest:
        return sign + ngettext("%(n)s uur", "%(n)s uur", whole) % {"n": whole}
    return sign + _("%(hours)s u %(minutes)02d") % {"hours": whole, "minutes": rest}


def in_hours(minutes: int) -> str:
    """Say minutes as whole hours, for a column of figures: 7530 minutes is "126"."""
    return plain(round(minutes / 60), 0)


def euro(cents: int) -> str:
    """Say an amount the Dutch way: 123456 cents is "€ 1.234,56"."""
    whole, rest = divmod(abs(int(cents)), 100)
    grouped = f"{whole:,}"
    if (translation.get_language() or "").startswith("nl"):
        grouped, point = grouped.replace(",", "."), ","
    else:
        point = "."
    sign = "-" if cents < 0 else ""
    return f"€{SPACE}{sign}{grouped}{point}{rest:02d}"


def plain(number: int | Decimal | Fraction | float, decimals: int = 3) -> str:
    """Say a number with a comma or point, without zeros at the end."""
    rounded = f"{float(number):.{decimals}f}"
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    return str(formats.number_format(Decimal(rounded), use_l10n=True, force_grouping=True))


def per_cent(share: Fraction) -> str:
    """Say a share as a percentage: 18/100 is "18 %"."""
    return f"{plain(share * 100, 1)}{SPACE}%"


def whole_euro(cents: int | Fraction) -> str:
    """Say an amount in whole euros, half a euro upward: 7250 cents is "€ 73"."""
    whole = int((Fraction(cents) / 100 + Fraction(1, 2)) // 1)
    return euro(whole * 100)[:-3]


def more_or_less(cents: int) -> str:
    """Say a difference in whole euros with its sign: "€ +406" or "€ -34"."""
    shown = whole_euro(cents)
    return shown if "-" in shown or cents < HALF_A_EURO else shown.replace(SPACE, f"{SPACE}+")


def said(text: Text | None) -> str:
    """Say a sentence of the library in the language of the reader."""
    told = text.in_language((translation.get_language() or "nl")[:2]) if text else ""
    return told.replace("€ ", f"€{SPACE}").replace(" %", f"{SPACE}%")


def soft(text: object) -> str:
    """Let long Dutch words be cut where their parts meet, and nowhere else."""
    return _LONG.sub(_cut, str(text))


def _cut(found: re.Match[str]) -> str:
    word = found[0]
    parts = _PARTS[word.lower()].split("|")
    ends = accumulate(len(part) for part in parts)
    return SOFT.join(word[end - len(part) : end] for part, end in zip(parts, ends, strict=True))


_PARTS = {word.replace("|", ""): word for word in LONG_WORDS}
_LONG = re.compile("|".join(_PARTS), re.IGNORECASE)

said_later: Callable[[Text], Any] = lazy(said, str)
"""The same for what is made once and shown in many languages, such as the choices of a field."""
