"""Each reader of a cell: what planners write, and why it is refused when it is something else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexpool.periods import local
from rondstroom.integrations.spreadsheets.lookups.names import refuse_somebody_else
from rondstroom.integrations.spreadsheets.reading import as_text
from rondstroom.integrations.spreadsheets.shifts.row import SIGN_UPS, STATES
from rondstroom.integrations.spreadsheets.values import dates, numbers, times, words
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.workers.row import FORMS
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm

DEC_7 = date(2026, 12, 7)
MIDNIGHT = datetime(2026, 12, 7, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize(
    "text",
    [
        "07-12-2026", "7-12-2026", "7-12-26", "07/12/26", "7/12/2026", "7.12.2026", "07 12 2026",
        "2026-12-07", "2026/12/07", "20261207", "7 december 2026", "7 dec 2026", "7 dec. 26",
        "ma 07-12-2026", "maandag 7 december 2026", "Ma. 7-12-26", "monday 7 december 2026",
        " 07-12-2026 ", "07-12-2026 00:00", "2026-12-07T00:00:00", "07-12-2026 23:15:00",
        DEC_7, MIDNIGHT, 46363, 46363.75, '="07-12-2026"',
    ],
)  # fmt: skip
def test_a_day_is_read(text: Any) -> None:
    assert dates.read_date(text) == DEC_7


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "ontbreekt"),
        (None, "ontbreekt"),
        ("31-02-2026", "bestaat niet"),
        ("29-02-2026", "bestaat niet"),
        ("12/31/2026", "bestaat niet"),
        ("00-12-2026", "bestaat niet"),
        ("di 07-12-2026", "maandag, geen dinsdag"),
        ("07-12", "geen datum"),
        ("7 brumaire 2026", "geen datum"),
        ("morgen", "geen datum"),
        ("07-12-20266", "geen datum"),
        ("07-12-1926", "kan niet kloppen"),
        ("07-12-2126", "kan niet kloppen"),
        (10**12, "geen datum"),
        (-5, "geen datum"),
        (True, "geen datum"),
    ],
)
def test_what_is_no_day_is_refused(text: Any, why: str) -> None:
    with pytest.raises(BadValue, match=why):
        dates.read_date(text)


@pytest.mark.parametrize(("text", "year"), [("01-01-69", 2069), ("01-01-70", 1970)])
def test_two_digits_of_a_year(text: str, year: int) -> None:
    assert dates.read_date(text).year == year


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for text in (f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        assert dates.read_date(text) == day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("07:00", 420), ("7:00", 420), ("07.00", 420), ("0700", 420), ("700", 420), ("7", 420),
        ("7u", 420), ("7 uur", 420), ("7u30", 450), ("07:30 uur", 450), ("07:00:00", 420),
        ("23:15", 1395), ("2315", 1395), ("00:00", 0), ("0:00", 0), ("24:00", 1440), ("24", 1440),
        (time(7, 30), 450), (MIDNIGHT.replace(hour=7), 420), (0.3125, 450), (0.0, 0), (1.0, 1440),
        (timedelta(hours=7), 420), (700, 420), (1530, 930), ("07-12-2026 07:00", 420),
        ("2026-12-07T07:30", 450),
    ],
)  # fmt: skip
def test_a_time_is_read(text: Any, minutes: int) -> None:
    assert times.read_time(text) == minutes


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "ontbreekt"), (None, "ontbreekt"), ("25:00", "klok"), ("24:01", "klok"),
        ("07:60", "klok"), ("99", "klok"), ("7,5", "geen tijd"), ("ochtend", "geen tijd"),
        ("7am", "geen tijd"), ("-1:00", "geen tijd"), ("07:0", "geen tijd"), (-0.5, "geen tijd"),
        (timedelta(hours=-1), "klok"), (timedelta(hours=25), "klok"), (7.5, "geen tijd"),
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: Any, why: str) -> None:
    with pytest.raises(BadValue, match=why):
        times.read_time(text)


@given(st.integers(0, 1439))
def test_every_time_is_read_back(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)
    for text in (f"{hour}:{minute:02}", f"{hour:02}.{minute:02}", f"{hour:02}{minute:02}"):
        assert times.read_time(text) == minutes


def test_a_night_ends_the_next_day() -> None:
    period = times.period_of(DEC_7, 23 * 60, 7 * 60 + 15)
    assert (period.starts_at, period.ends_at) == (local(2026, 12, 7, 23), local(2026, 12, 8, 7, 15))


def test_until_midnight() -> None:
    assert times.period_of(DEC_7, 15 * 60, 24 * 60) == times.period_of(DEC_7, 15 * 60, 0)


def test_the_night_in_which_the_clock_goes_back_is_an_hour_longer() -> None:
    assert times.period_of(date(2026, 10, 24), 23 * 60, 7 * 60).hours == 9


def test_the_night_in_which_the_clock_goes_forward_is_an_hour_shorter() -> None:
    assert times.period_of(date(2026, 3, 28), 23 * 60, 7 * 60).hours == 7


@pytest.mark.parametrize(
    ("day", "starts", "ends", "last_day", "why"),
    [
        (DEC_7, 420, 420, None, "gelijk"),
        (DEC_7, 420, 420, DEC_7, "voor het begin"),
        (DEC_7, 420, 480, date(2026, 12, 8), "etmaal"),
        (DEC_7, 420, 360, date(2026, 12, 6), "voor het begin"),
        (date(2026, 3, 29), 150, 480, None, "vooruit"),
        (date.max, 1380, 420, None, "kan niet kloppen"),
    ],
)
def test_what_is_no_shift_is_refused(
    day: date, starts: int, ends: int, last_day: date | None, why: str
) -> None:
    with pytest.raises((BadValue, OverflowError), match=f"{why}|range"):
        times.period_of(day, starts, ends, last_day)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24", "24"), ("24,0", "24"), ("24.5", "24.5"), ("1.234,5", "1234.5"), ("-3", "-3"),
        (24, "24"), (24.5, "24.5"), ("1 000", "1000"),
    ],
)  # fmt: skip
def test_a_number_is_read(text: Any, number: str) -> None:
    assert numbers.read_decimal(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "1e5", "NaN", "inf", "٣", "½", "--1", "9" * 40])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="geen getal"):
        numbers.read_decimal(text)


@pytest.mark.parametrize(("text", "places"), [("", 1), ("2", 2), ("2,0", 2), (3.0, 3), ("99", 99)])
def test_places_are_read(text: Any, places: int) -> None:
    assert numbers.read_places(text) == places


@pytest.mark.parametrize("text", ["0", "-1", "1,5", "100", "veel"])
def test_what_is_no_number_of_places_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        numbers.read_places(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 0), ("-", 0), ("geen", 0), ("n.v.t.", 0), ("30", 30), ("30 min", 30),
        ("30 minuten", 30),
        ("0:30", 30), ("00:30:00", 30), ("0,5 uur", 30), ("1 uur", 60), ("0.75u", 45),
        (time(0, 30), 30), (timedelta(minutes=45), 45), (30, 30), (30.0, 30),
    ],
)  # fmt: skip
def test_a_break_is_read(text: Any, minutes: int) -> None:
    assert numbers.read_break(text) == minutes


@pytest.mark.parametrize("text", ["kort", "-5", "12,5", "1440", "0,51 uur", timedelta(minutes=-5)])
def test_what_is_no_break_is_refused(text: Any) -> None:
    with pytest.raises(BadValue):
        numbers.read_break(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 0), ("-", 0), ("24", 1440), ("24,0", 1440), ("24,00", 1440), ("28,8", 1728),
        ("24:30", 1470), ("24 uur", 1440), (24.5, 1470), (timedelta(hours=24), 1440), ("0", 0),
        ("60", 3600),
    ],
)  # fmt: skip
def test_weekly_hours_are_read(text: Any, minutes: int) -> None:
    assert numbers.read_weekly_minutes(text) == minutes


@pytest.mark.parametrize("text", ["61", "-1", "fulltime", "60:01", timedelta(hours=90)])
def test_what_is_no_week_is_refused(text: Any) -> None:
    with pytest.raises(BadValue):
        numbers.read_weekly_minutes(text)


@pytest.mark.parametrize("text", ["6811 BC", "6811BC", "6811 bc", "6811", 6811, " 6811 BC "])
def test_of_a_postcode_only_the_area_is_kept(text: Any) -> None:
    assert words.read_postcode_area(text) == "6811"


@pytest.mark.parametrize("text", ["0811 BC", "681 BC", "BC 6811", "68111", "6811 B", "٦٨١١"])
def test_what_is_no_postcode_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="geen postcode"):
        words.read_postcode_area(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("ja", True), ("J", True), ("x", True), (True, True), (1, True), ("nee", False), ("", False)],
)
def test_yes_and_no(text: Any, answer: bool) -> None:
    assert words.read_yes_no(text) is answer


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(BadValue, match="ja of nee"):
        words.read_yes_no("misschien")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("09012345601", "09012345601"),
        (9012345601, "09012345601"),
        ("09 0123 456 01", "09012345601"),
    ],
)
def test_a_register_number_is_read(text: Any, number: str) -> None:
    assert words.read_register_number(text) == number


@pytest.mark.parametrize("text", ["9012345601", "x", "090123456011", "٠٩٠١٢٣٤٥٦٠١", 10**13])
def test_what_is_no_register_number_is_refused(text: Any) -> None:
    with pytest.raises(BadValue, match="elf cijfers"):
        words.read_register_number(text)


def test_text_is_refused_when_too_long_and_never_cut() -> None:
    assert words.read_words("x" * 10, 10) == "x" * 10
    with pytest.raises(BadValue, match="langer dan 10"):
        words.read_words("x" * 11, 10)


@pytest.mark.parametrize("text", ["a\x07b", "a\x7fb", "a\ud800b"])
def test_characters_that_are_no_text_are_refused(text: str) -> None:
    for reader in (words.read_words, words.read_text):
        with pytest.raises(BadValue, match="geen tekst"):
            reader(text, 100)


def test_several_lines_stay_several_lines() -> None:
    assert words.read_text("een\r\ntwee\rdrie", 100) == "een\ntwee\ndrie"
    assert words.read_words("een\r\ntwee", 100) == "een twee"


def test_an_unknown_word_names_those_that_are_known() -> None:
    with pytest.raises(BadValue, match="open, openstaand"):
        words.read_choice("ingevuld", STATES)


def test_every_form_has_its_own_dutch_word() -> None:
    """The words on our screens are words we can read."""
    for form in EngagementForm:
        assert FORMS[words.fold(str(form.label))] == form


def test_the_words_of_exports_are_known() -> None:
    assert words.fold("direct boeken") in SIGN_UPS
    assert words.fold("aanvragen") in SIGN_UPS


@pytest.mark.parametrize(
    ("name", "known"),
    [("A. de Boer", "Anna de Boer"), ("Aylin Smit", "Aylin Kaya"), ("BOER", "A. de Boer")],
)
def test_part_of_a_name_is_enough(name: str, known: str) -> None:
    refuse_somebody_else(name, Worker(name=known))


@pytest.mark.parametrize(("name", "known"), [("A. Smit", "A. Boer"), ("Berend", "Aylin")])
def test_an_initial_alone_is_not_a_name(name: str, known: str) -> None:
    with pytest.raises(BadValue, match=known):
        refuse_somebody_else(name, Worker(name=known))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), ("\u00a0x\u00a0", "x"), (24.0, "24"), (24.5, "24,5"), (True, "ja"),
        (False, "nee"), (DEC_7, "07-12-2026"), (MIDNIGHT, "07-12-2026"),
        (MIDNIGHT.replace(hour=7), "07-12-2026 07:00"), (time(7), "07:00"), ('="0700"', "0700"),
        ('="a""b"', 'a"b'), ("'=1", "=1"), ("''=1", "'=1"), ("\ufeffx", "x"),
    ],
)  # fmt: skip
def test_a_cell_reads_as_a_person_reads_it(value: Any, text: str) -> None:
    assert as_text(value) == text


CELLS = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.times(),
    st.datetimes(), st.timedeltas(),
    st.from_regex(r"[0-9:./ -]{0,20}"), st.from_regex(r"(ma|di)? ?\d{1,2}[-/ ]\w{1,4}[-/ ]\d{2,4}"),
)  # fmt: skip
READERS: list[Callable[[Any], Any]] = [
    dates.read_date, times.read_time, numbers.read_decimal, numbers.read_places,
    numbers.read_break, numbers.read_weekly_minutes, words.read_postcode_area, words.read_yes_no,
    words.read_email, words.read_register_number,
    lambda value: words.read_words(value, 40), lambda value: words.read_text(value, 40),
    lambda value: words.read_choice(value, STATES),
]  # fmt: skip


@given(CELLS)
def test_no_cell_whatever_makes_a_reader_crash(value: Any) -> None:
    for reader in READERS:
        with contextlib.suppress(BadValue):
            reader(value)


@given(st.dates(), st.integers(0, 1440), st.integers(0, 1440), st.none() | st.dates())
def test_no_times_whatever_make_a_period_crash(
    day: date, starts: int, ends: int, last_day: date | None
) -> None:
    try:
        period = times.period_of(day, starts, ends, last_day)
    except BadValue:
        return
    assert timedelta() < period.length <= timedelta(hours=24)
