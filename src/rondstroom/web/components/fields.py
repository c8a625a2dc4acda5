"""Form fields for amounts and numbers as people in the Netherlands type them."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

LONGEST = 20
THOUSANDS = re.compile(r"^\d{1,3}(\.\d{3})+(,\d*)?$", re.ASCII)
PLAIN = re.compile(r"^\d*[.,]?\d*$", re.ASCII)
PER_CENT = 100


def number_in(text: str) -> Decimal | None:
    """Read `3.593,50`, `3593,5` or `3593.5`; None when it is no number."""
    if len(text) > LONGEST or not any(sign.isdigit() for sign in text):
        return None
    if THOUSANDS.match(text):
        text = text.replace(".", "")
    elif not PLAIN.match(text):
        return None
    return Decimal(text.replace(",", "."))


def typed(number: str) -> str:
    """Write a number as its reader would type it: with a comma in Dutch, without thousands."""
    return number.replace(".", ",") if (get_language() or "").startswith("nl") else number


class Figure(forms.Field):
    """What an amount and a number share: a short field, bounds, and words for what is wrong."""

    example = ""

    def __init__(self, *, least: int = 0, most: int, **options: Any) -> None:
        self.least, self.most = least, most
        attributes = {"class": "short", "inputmode": "decimal", "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attributes), **options)

    def read(self, value: Any) -> Decimal | None:
        """Give what was typed as a number between the bounds; None when nothing was typed."""
        text = re.sub(r"[\s€%]", "", str(value or ""))
        if not text:
            return None
        number = number_in(text)
        if text.startswith("-") and number_in(text[1:]) is not None:
            raise ValidationError(
                _("“%(value)s” mag niet onder nul zijn."), params={"value": str(value)[:LONGEST]}
            )
        if number is None:
            raise ValidationError(
                _("“%(value)s” is geen getal. Vul iets in zoals %(example)s."),
                params={"value": str(value)[:LONGEST], "example": self.example},
            )
        if not self.least <= number <= self.most:
            raise ValidationError(
                _("%(value)s kan hier niet. Vul een getal in van %(least)s tot en met %(most)s."),
                params={"value": value, "least": self.least, "most": self.most},
            )
        return number


class Amount(Figure):
    """Euros; gives whole cents. Bounds in whole euros."""

    example = "3.593,00"

    def to_python(self, value: Any) -> int | None:
        """Give cents, or None when nothing was typed."""
        number = self.read(value)
        if number is None:
            return None
        cents = number * 100
        if cents != int(cents):
            raise ValidationError(_("Gebruik hooguit twee cijfers achter de komma."))
        return int(cents)

    def prepare_value(self, value: Any) -> Any:
        """Show cents as an amount; what was typed stays as it was typed."""
        return typed(f"{value / 100:.2f}") if isinstance(value, int) else value


class Number(Figure):
    """A number such as hours; gives an exact fraction."""

    example = "24,5"

    def to_python(self, value: Any) -> Fraction | None:
        """Give the number exactly, or None when nothing was typed."""
        number = self.read(value)
        return None if number is None else Fraction(number)

    def prepare_value(self, value: Any) -> Any:
        """Show a fraction with a comma; what was typed stays as it was typed."""
        return typed(f"{float(value):g}") if isinstance(value, Fraction) else value


class Percentage(Number):
    """A percentage; gives the share: 47 becomes 47/100."""

    example = "47"

    def to_python(self, value: Any) -> Fraction | None:
        """Give the share, or None when nothing was typed."""
        number = super().to_python(value)
        return None if number is None else number / PER_CENT

    def prepare_value(self, value: Any) -> Any:
        """Show a share as a percentage."""
        return super().prepare_value(value * PER_CENT if isinstance(value, Fraction) else value)
