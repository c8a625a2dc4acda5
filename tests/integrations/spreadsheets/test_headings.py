"""Headings: found among title lines, recognised in Dutch and English, days without a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondstroom.integrations.spreadsheets import recognise
from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.integrations.spreadsheets.headings import columns
from rondstroom.integrations.spreadsheets.headings.bare_days import bare_days, with_month
from rondstroom.integrations.spreadsheets.headings.columns import assigned, candidates
from rondstroom.integrations.spreadsheets.headings.days import (
    dates_of,
    day_headings,
    looks_like_days,
)
from rondstroom.integrations.spreadsheets.headings.fields import (
    FIELDS,
    SHIFT_FIELDS,
    SHIFTS,
    WORKER_FIELDS,
    Field,
)
from rondstroom.integrations.spreadsheets.headings.table import find_heading, table_under
from rondstroom.integrations.spreadsheets.reading import Row
from rondstroom.integrations.spreadsheets.reading.delimited import read_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold
from shared_data import shared

TODAY = date(2026, 11, 22)
WEEKDAYS = ["ma", "di", "wo", "do", "vr", "za", "zo"]


def table(
    text: str, chosen: dict[str, str] | None = None, fields: tuple[Field, ...] = SHIFT_FIELDS
):  # type: ignore[no-untyped-def]  # a short hand for tests
    sheet = read_text(text)
    heading = find_heading(sheet.rows, fields, chosen)
    assert heading is not None
    return table_under(sheet, heading, fields, chosen)


def test_what_is_known_is_folded_once_for_all_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide file asks about hundreds of headings; the synonyms stay the same."""
    candidates(["Team"], SHIFT_FIELDS)
    asked: list[str] = []
    monkeypatch.setattr(columns, "fold", lambda text: asked.append(text) or fold(text))
    assert candidates(["Afdeling", *["iets"] * 99], SHIFT_FIELDS) == {"team": [0]}
    assert len(asked) == 200


@pytest.mark.parametrize("kind", FIELDS)
def test_no_heading_means_two_things(kind: str) -> None:
    known: dict[str, str] = {}
    for field in FIELDS[kind]:
        for heading in field.headings:
            assert known.setdefault(fold(heading), field.name) == field.name, heading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Dienstnr", "source_key"), ("DIENSTNR.", "source_key"), ("dienst nr", "source_key"),
        ("Pauze (min)", "break_minutes"), ("Pauze [minuten]", "break_minutes"),
        ("Afdeling", "team"), ("Ward", "team"), ("Begintijd", "starts"), ("Start time", "starts"),
        ("Bijzonderheden", "remarks"), ("break_minutes", "break_minutes"),
    ],
)  # fmt: skip
def test_a_heading_is_recognised(heading: str, field: str) -> None:
    assert candidates([heading], SHIFT_FIELDS) == {field: [0]}


@pytest.mark.parametrize("heading", ["", "()", "Kleur", "Van wie", "!!!"])
def test_another_heading_is_not(heading: str) -> None:
    assert candidates([heading], SHIFT_FIELDS) == {}


def test_the_better_synonym_goes_first() -> None:
    assert candidates(["Nr", "Personeelsnummer"], WORKER_FIELDS) == {"personnel_number": [1, 0]}


def test_what_a_person_chooses_goes_before_what_we_know() -> None:
    headings = ["Functie", "Niveau", "Datum"]
    assert assigned(headings, SHIFT_FIELDS, {"function": "niveau"})["function"] == [1]
    assert "function" not in assigned(headings, SHIFT_FIELDS, {"function": ""})
    taken = assigned(headings, SHIFT_FIELDS, {"remarks": "Functie"})
    assert (taken["remarks"], taken["function"]) == ([0], [1])


def test_the_heading_is_found_below_titles() -> None:
    found = table("Diensten\nvan;22-11-2026\n\nDatum;Van;Tot\n07-12-2026;07:00;15:00")
    assert found.heading.number == 4
    assert [row.number for row in found.rows] == [5]
    assert [row.number for row in found.titles] == [1, 2]


def test_rows_that_are_no_data_are_told() -> None:
    found = table(
        "Datum;Van;Tot;Functie;Aantal\n1;2;3;4;5\n;;;;\nDatum;Van;Tot;Functie;Aantal\n"
        "Subtotaal;;;;5\nafgedrukt door Pia;;;;\n6;7;8;9;0\nTotaal:;;;;50\n;;;;\n;;;;"
    )
    assert [row.number for row in found.rows] == [2, 7]
    told = " ".join(found.notes)
    for text in ("lege regel (regel 3)", "herhaalde koppen (regel 4)", "(regel 5, 8)"):
        assert text in told
    assert "losse opmerking (regel 6)" in told
    assert "9, 10" not in told


def test_a_team_called_somatiek_is_no_sum() -> None:
    assert len(table("Afdeling;Datum;Van;Tot\nSomatiek;;;\nSom;;;").rows) == 1


def test_columns_not_used_are_told() -> None:
    assert any("Kleur, Geur" in note for note in table("Datum;Van;Kleur;Geur\n1;2;3;4").notes)


def test_the_same_heading_twice_with_the_same_values_is_told() -> None:
    found = table("Datum;Van;Tot;Datum\n1;2;3;1")
    assert found.at["date"] == 0
    assert any("twee keer" in note for note in found.notes)


def test_the_same_heading_twice_with_other_values_is_refused() -> None:
    with pytest.raises(UnableToRead, match=r"“Datum” staat er twee keer.*regel 3"):
        table("Datum;Van;Tot;Datum\n1;2;3;1\n1;2;3;4")


@pytest.mark.parametrize(
    ("name", "kind", "row"),
    [
        ("open_diensten.csv", "shifts", 4),
        ("medewerkers.csv", "workers", 1),
        ("rooster_grid.tsv", "roster", 2),
    ],
)
def test_the_samples_are_recognised(name: str, kind: str, row: int) -> None:
    found = recognise(shared(f"samples/{name}").read_bytes(), name)
    assert (found.kind, found.heading_row, found.file) == (kind, row, name)
    assert found.sample
    assert found.columns


def test_an_unknown_file_shows_its_first_rows() -> None:
    found = recognise(b"een;twee\n1;2", "x.csv")
    assert (found.kind, found.headings, found.sample) == (None, ("een", "twee"), [("1", "2")])
    as_shifts = recognise(b"een;twee\n1;2", "x.csv", kind=SHIFTS)
    assert (as_shifts.kind, as_shifts.columns) == (SHIFTS, {})


def test_a_file_with_a_doubtful_column_is_still_shown() -> None:
    content = b"Dienstnr;Datum;Van;Tot;Datum\nD1;1;2;3;4"
    found = recognise(content, "x.csv", kind=SHIFTS)
    assert found.columns == {}
    assert "twee keer" in found.notes[0]


def days(text: str, today: date = TODAY) -> list[date]:
    return list(dates_of(day_headings(text.split("|")), today).values())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ma 07-12|di 08-12|wo 09-12", date(2026, 12, 7), date(2026, 12, 9)),
        ("do 31-12|vr 01-01|za 02-01", date(2026, 12, 31), date(2027, 1, 2)),
        ("07-12|08-12|09-12", date(2026, 12, 7), date(2026, 12, 9)),
        ("ma 7/12|di 8/12|wo 9/12", date(2026, 12, 7), date(2026, 12, 9)),
        ("7 dec|8 dec|9 dec", date(2026, 12, 7), date(2026, 12, 9)),
        ("ma 07-12-2026|di 08-12-2026|wo 09-12-2026", date(2026, 12, 7), date(2026, 12, 9)),
        ("07-12-2026|08-12|09-12", date(2026, 12, 7), date(2026, 12, 9)),
        ("za 28-02|zo 01-03|ma 02-03", date(2026, 2, 28), date(2026, 3, 2)),
        ("ma 07-12|do 31-12|vr 01-01", date(2026, 12, 7), date(2027, 1, 1)),
    ],
)
def test_the_year_is_inferred(text: str, first: date, last: date) -> None:
    found = days(text)
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 11, 22), 2026), (date(2027, 1, 10), 2026), (date(2024, 1, 1), 2026)],
)
def test_the_weekday_decides_whatever_the_day_of_the_import(today: date, year: int) -> None:
    assert days("ma 07-12|di 08-12", today)[0].year == year


def test_without_weekdays_the_nearest_year_goes_and_the_future_first() -> None:
    assert days("07-01|08-01|09-01", date(2026, 12, 20))[0].year == 2027
    assert days("20-12|21-12|22-12", date(2027, 1, 5))[0].year == 2026


@pytest.mark.parametrize(
    "text", ["di 07-12|ma 08-12", "29-02-2027|01-03", "ma 07-12|di 09-12", "31-04|01-05"]
)
def test_days_that_cannot_be_are_refused(text: str) -> None:
    found = day_headings(text.split("|"))
    if len(found) == 2:
        with pytest.raises(BadValue, match="Geen jaar"):
            dates_of(found, TODAY)


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        (["Persnr", "ma 07-12", "di 08-12", "wo 09-12"], True),
        (["30-11", "01-12", "02-12"], True),
        (["P1", "07-12-2026", "08-03-2026", "09-01-2026"], False),
        (["ma 07-12", "", "di 08-12", "", "wo 09-12"], False),
        (["07-12", "08-12"], False),
        ([], False),
    ],
)
def test_a_row_of_days_is_told_from_a_row_of_data(cells: list[str], answer: bool) -> None:
    assert looks_like_days(cells) is answer


@given(st.dates(date(2021, 1, 1), date(2031, 1, 1)), st.integers(7, 100))
def test_any_run_of_days_is_read_back(first: date, count: int) -> None:
    run = [first + timedelta(days=number) for number in range(count)]
    text = "|".join(f"{WEEKDAYS[day.weekday()]} {day:%d-%m}" for day in run)
    assert days(text, first) == run


def bare(text: str, *titles: str) -> list[date]:
    run = bare_days(text.split("|"))
    rows = [Row(1, (title,)) for title in titles]
    return list(dates_of(with_month(run, rows), TODAY).values())


WEEK = "1|2|3|4|5|6|7"


@pytest.mark.parametrize(
    ("text", "title", "first", "last"),
    [
        (WEEK, "Rooster PG Vlinder december 2026", date(2026, 12, 1), date(2026, 12, 7)),
        (WEEK, "Rooster PG Vlinder, dec. 2025", date(2025, 12, 1), date(2025, 12, 7)),
        (WEEK, "Rooster De Meidoorn december 2026", date(2026, 12, 1), date(2026, 12, 7)),
        (WEEK, "Rooster PG Vlinder december", date(2026, 12, 1), date(2026, 12, 7)),
        (f"28|29|30|31|{WEEK}", "december 2026", date(2026, 12, 28), date(2027, 1, 7)),
        (f"27|28|{WEEK}", "februari 2026", date(2026, 2, 27), date(2026, 3, 7)),
        (
            "ma 7|di 8|wo 9|do 10|vr 11|za 12|zo 13",
            "december",
            date(2026, 12, 7),
            date(2026, 12, 13),
        ),
        (f"Persnr|Naam|36|{WEEK}|Totaal", "maart 2027", date(2027, 3, 1), date(2027, 3, 7)),
    ],
)
def test_days_without_a_month_get_that_of_the_title(
    text: str, title: str, first: date, last: date
) -> None:
    found = bare(text, "Afgedrukt", title)
    assert (found[0], found[-1]) == (first, last)


def test_days_without_any_month_are_refused() -> None:
    with pytest.raises(BadValue, match="maand en jaar"):
        bare(WEEK, "Rooster PG Vlinder")


@pytest.mark.parametrize("text", ["1|2|3|4|5|6", "1|2|3|4|5|6|8", "30|31|32|33|34|35|36", "x"])
def test_other_numbers_are_no_days(text: str) -> None:
    assert bare_days(text.split("|")) == []
