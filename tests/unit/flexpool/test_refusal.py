"""Why there is no answer: in both languages, with the name of the field in front."""

from __future__ import annotations

from datetime import date

import pytest

from flexpool.parameters import NoFigureForDate, NoSuchFigure, lookup
from flexpool.refusal import Impossible, Refusal, reason
from flexpool.text import Text


def test_its_own_text_is_the_english_one() -> None:
    refused = Refusal(Text("dat kan niet", "that cannot be"))
    assert str(refused) == "that cannot be"
    assert refused.told.nl == "dat kan niet"


def test_a_field_that_cannot_be_stands_in_front_in_both_languages() -> None:
    refused = Impossible("hours", "te veel", "too many")
    assert refused.told == Text("hours: te veel", "hours: too many")
    assert (refused.field, refused.why) == ("hours", Text("te veel", "too many"))
    assert isinstance(refused, ValueError)


def test_another_name_of_the_field_keeps_the_reason() -> None:
    refused = Impossible("hours", "te veel", "too many").named("care.1.hours")
    assert refused.told == Text("care.1.hours: te veel", "care.1.hours: too many")


def test_an_error_that_knows_one_language_says_the_same_in_both() -> None:
    assert reason(ValueError("odd")) == Text("odd", "odd")
    assert reason(Refusal(Text("gek", "odd"))) == Text("gek", "odd")


@pytest.mark.parametrize(
    ("name", "on", "kind", "nl", "en"),
    [
        ("pay.none", date(2026, 1, 1), NoSuchFigure, "geen cijfer heet", "no figure is called"),
        (
            "pay.tax.aow_premium",
            date(2031, 1, 1),
            NoFigureForDate,
            "op 2031-01-01 geen",
            "for 2031",
        ),
    ],
)
def test_a_figure_that_is_not_known_says_so_in_both_languages(
    name: str, on: date, kind: type[Refusal], nl: str, en: str
) -> None:
    with pytest.raises(kind) as refused:
        lookup(name, on)
    assert nl in refused.value.told.nl
    assert en in refused.value.told.en
    assert name in refused.value.told.nl
    assert isinstance(refused.value, LookupError)
