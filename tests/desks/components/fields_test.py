"""Amounts and numbers are read as people type them; what cannot be read is named."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from rondstroom.web.components.fields import Amount, Number, Percentage

AMOUNT = Amount(most=100_000)
HOURS = Number(least=1, most=48)
SHARE = Percentage(most=100)


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("3.593,00", 359_300),
        ("3593", 359_300),
        ("3593,5", 359_350),
        ("3593.50", 359_350),
        ("€ 3.593", 359_300),
        (" 3 593 ", 359_300),
        ("0,5", 50),
        (",5", 50),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_it_is_typed(text: str, cents: int) -> None:
    assert AMOUNT.clean(text) == cents


@pytest.mark.parametrize(
    "text", ["veel", "1.2.3", "3,593.00", "-5", "1e9", "٣", "1,234", "", "9" * 30, "100000,01", "€"]
)
def test_what_is_no_amount_is_said(text: str) -> None:
    with pytest.raises(ValidationError):
        AMOUNT.clean(text)


def test_the_error_names_what_was_typed_and_an_example() -> None:
    with pytest.raises(ValidationError) as raised:
        AMOUNT.clean("veel")
    assert raised.value.messages == ["“veel” is geen getal. Vul iets in zoals 3.593,00."]


@pytest.mark.parametrize(("text", "hours"), [("24,5", "49/2"), ("24.48", "612/25"), ("36", "36")])
def test_hours_are_exact(text: str, hours: str) -> None:
    assert HOURS.clean(text) == Fraction(hours)


def test_hours_outside_the_bounds_say_the_bounds() -> None:
    with pytest.raises(ValidationError) as raised:
        HOURS.clean("168")
    assert "van 1 tot en met 48" in raised.value.messages[0]


@pytest.mark.parametrize(
    ("text", "share"), [("47", "47/100"), ("47 %", "47/100"), ("8,33", "833/10000")]
)
def test_a_percentage_is_a_share(text: str, share: str) -> None:
    assert SHARE.clean(text) == Fraction(share)


def test_what_need_not_be_typed_is_none() -> None:
    assert Amount(most=10, required=False).clean("") is None
    assert Number(most=10, required=False).clean("  ") is None
    assert Percentage(most=10, required=False).clean(None) is None


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (AMOUNT, 359_350, "3593,50"),
        (HOURS, Fraction(49, 2), "24,5"),
        (SHARE, Fraction(47, 100), "47"),
        (AMOUNT, "veel", "veel"),
        (HOURS, None, None),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_shown_is_read_back_the_same(
    field: forms.Field, value: Any, shown: str | None, language: str
) -> None:
    with translation.override(language):
        found = field.prepare_value(value)
        assert found == (shown if language == "nl" or not shown else shown.replace(",", "."))
        if not isinstance(value, str) and value is not None:
            assert field.clean(found) == value
