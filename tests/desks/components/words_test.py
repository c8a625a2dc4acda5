"""Dates, periods, lengths and money in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from factories.moments import MONDAY, moment, period
from flexpool.text import Text
from rondstroom.web.components import words

TUESDAY = date(2026, 11, 24)
CLOCK_BACK = date(2026, 10, 24)
"""The night that begins on this day has a second two o'clock."""


@pytest.mark.parametrize(
    ("start", "end", "dutch", "english"),
    [
        ("07:00", "15:30", "di 24 nov, 07:00 – 15:30", "Tue 24 Nov, 07:00 – 15:30"),
        ("23:00", "07:15", "di 24 nov, 23:00 – wo 07:15", "Tue 24 Nov, 23:00 – Wed 07:15"),
        ("15:00", "00:00", "di 24 nov, 15:00 – wo 00:00", "Tue 24 Nov, 15:00 – Wed 00:00"),
    ],
)
def test_a_period_names_the_day_on_which_it_ends(
    start: str, end: str, dutch: str, english: str
) -> None:
    asked = period(TUESDAY, start, end)
    with translation.override("nl"):
        assert words.when(asked) == dutch
    with translation.override("en"):
        assert words.when(asked) == english


def test_the_night_of_the_clock_is_said_by_the_wall_clock() -> None:
    with translation.override("nl"):
        assert words.when(period(CLOCK_BACK, "22:00", "06:00")) == "za 24 okt, 22:00 – zo 06:00"


def test_another_year_is_said() -> None:
    with translation.override("nl"):
        assert words.day(date(2027, 3, 1)) == "ma 1 mrt 2027"
        assert words.day(MONDAY) == "ma 23 nov"
        assert words.long_day(MONDAY) == "maandag 23 november"
        assert words.moment(moment(MONDAY, "08:05")) == "ma 23 nov, 08:05"
        assert words.until(moment(MONDAY, "08:05")) == "ma 23 nov, 08:05"
        assert words.until(moment(MONDAY, "00:00")) == "zo 22 nov, 24:00"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (450, "7 u 30"),
        (480, "8 uur"),
        (60, "1 uur"),
        (20, "20 minuten"),
        (1, "1 minuut"),
        (0, "0 minuten"),
        (65, "1 u 05"),
        (-90, "-1 u 30"),
    ],
)
def test_a_length_is_said_in_hours(minutes: int, said: str) -> None:
    with translation.override("nl"):
        assert words.hours(minutes) == said


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [
        (123456, "€ 1.234,56", "€ 1,234.56"),
        (5, "€ 0,05", "€ 0.05"),
        (-100, "€ -1,00", "€ -1.00"),
    ],
)
def test_money_is_written_the_way_of_the_reader(cents: int, dutch: str, english: str) -> None:
    with translation.override("nl"):
        assert words.euro(cents).replace("\N{NO-BREAK SPACE}", " ") == dutch
    with translation.override("en"):
        assert words.euro(cents).replace("\N{NO-BREAK SPACE}", " ") == english


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("bruto loon met eindejaarsuitkering", "bruto loon met einde-jaars-uitkering"),
        ("Kinderopvangtoeslag en kinderopvang", "Kinder-opvang-toeslag en kinder-opvang"),
        (
            "geen eigen arbeidsongeschiktheidsverzekering.",
            "geen eigen arbeids-ongeschiktheids-verzekering.",
        ),
        ("kindgebonden budget, huurtoeslag", "kind-gebonden budget, huur-toeslag"),
        ("tegen arbeidsongeschiktheid", "tegen arbeids-ongeschiktheid"),
        ("zorg", "zorg"),
        ("year-end bonus", "year-end bonus"),
    ],
)
def test_long_words_are_cut_where_their_parts_meet(text: str, cut: str) -> None:
    soft = words.soft(text)
    assert soft.replace(words.SOFT, "-") == cut
    assert soft.replace(words.SOFT, "") == text


def test_an_amount_or_a_share_in_a_sentence_stays_on_one_line() -> None:
    told = Text("van € 112,00 naar 61 %", "from €112.00 to 61%")
    with translation.override("nl"):
        assert words.said(told) == f"van €{words.SPACE}112,00 naar 61{words.SPACE}%"
    with translation.override("en"):
        assert words.said(told) == told.en
