"""What codes mean, and of which team a roster is."""

from __future__ import annotations

import pytest

from rondstroom.integrations.spreadsheets.reading import Row
from rondstroom.integrations.spreadsheets.roster.legend import (
    Legend,
    Meaning,
    entries_of,
    is_label,
    meaning_of,
)
from rondstroom.integrations.spreadsheets.roster.title import teams_in_titles
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

EARLY = Meaning(420, 930, 30)


def row(*cells: str) -> Row:
    return Row(1, cells)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("07:00-15:30 (30)", EARLY),
        ("07:00 - 15:30 (30 min)", EARLY),
        ("07.00–15.30 (30')", EARLY),
        ("0700-1530 (30)", EARLY),
        ("07:00 tot 15:30, pauze 30", EARLY),
        ("Vroege dienst 07:00-15:30 (30)", EARLY),
        ("07:00-15:30", Meaning(420, 930, 0)),
        ("23:00-07:15 (30)", Meaning(1380, 435, 30)),
        ("15:00-24:00", Meaning(900, 1440, 0)),
        ("07:00-15:30 (30) · VIG", Meaning(420, 930, 30, "VIG")),
        ("vakantie", Meaning()),
        ("Vakantieverlof", Meaning()),
        ("betaald verlof", Meaning()),
        ("roostervrij", Meaning()),
        ("ziek gemeld", Meaning()),
        ("niet beschikbaar", Meaning()),
        ("afwezig", Meaning()),
        ("scholing", Meaning(unclear="scholing")),
        ("25:00-26:00", Meaning(unclear="25:00-26:00")),
    ],
)
def test_an_explanation_is_read(text: str, meaning: Meaning) -> None:
    assert meaning_of(text) == meaning


@pytest.mark.parametrize(
    ("cells", "entries"),
    [
        (("V", "", "07:00-15:30 (30)"), [("V", "07:00-15:30 (30)")]),
        (("Legenda", "V", "", "07:00-15:30"), [("V", "07:00-15:30")]),
        (("V", "07:00", "15:30", "30"), [("V", "07:00-15:30 (30)")]),
        (("V", "07:00", "15:30"), [("V", "07:00-15:30")]),
        (("V = 07:00-15:30", "vk = vakantie"), [("V", "07:00-15:30"), ("vk", "vakantie")]),
        (("V", "07:00-15:30", "L", "15:00-23:15"), [("V", "07:00-15:30"), ("L", "15:00-23:15")]),
        (("Let op de nieuwe tijden",), []),
        ((), []),
    ],
)
def test_a_row_of_a_legend_is_read(cells: tuple[str, ...], entries: list[tuple[str, str]]) -> None:
    assert list(entries_of([row(*cells)], surely=True)) == entries


def test_where_it_may_be_no_legend_only_times_count() -> None:
    rows = [row("Rooster", "week 50"), row("V", "07:00-15:30"), row("vk", "vakantie")]
    assert list(entries_of(rows, surely=False)) == [("V", "07:00-15:30")]


@pytest.mark.parametrize("text", ["Legenda", "legende:", "LEGENDA", "Codes", "Verklaring"])
def test_a_legend_begins_with_its_name(text: str) -> None:
    assert is_label(row(text, "V"))
    assert is_label(row("", text))
    assert not is_label(row("P1", "Aylin", text))


@pytest.fixture
def legend() -> Legend:
    """Give a legend with a code in two cases."""
    entries = [("V", "07:00-15:30 (30)"), ("v", "08:00-12:00"), ("L", "15:00-23:15"), ("s", "les")]
    return Legend(entries)


def test_a_code_in_its_own_case_goes_first(legend: Legend) -> None:
    assert legend.meaning("V") == EARLY
    assert legend.meaning("v").starts == 480
    assert legend.meaning("l").starts == 900


def test_a_cell_may_hold_the_times_themselves(legend: Legend) -> None:
    assert legend.meaning("10:00-14:00") == Meaning(600, 840)


def test_two_codes_in_a_cell_are_two_shifts(legend: Legend) -> None:
    assert [code for code, _meaning in legend.meanings("V+L")] == ["V", "L"]
    assert [code for code, _meaning in legend.meanings("V / L")] == ["V", "L"]


@pytest.mark.parametrize("text", ["V+X", "+", "V+", "X", "?", "s"])
def test_what_the_legend_does_not_say_is_refused(legend: Legend, text: str) -> None:
    with pytest.raises(BadValue, match="legenda"):
        legend.meanings(text)


def test_two_legends_join_and_the_nearest_goes_first(legend: Legend) -> None:
    joined = legend | Legend([("V", "06:00-14:00"), ("N", "23:00-07:00")])
    assert joined.meaning("V").starts == 360
    assert joined.meaning("L").starts == 900
    assert legend.meaning("V").starts == 420


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        (("Rooster PG Vlinder",), ("", "PG Vlinder")),
        (("ROOSTER VAN AFDELING PG Vlinder",), ("", "PG Vlinder")),
        (("Dienstrooster voor het team PG Vlinder",), ("", "PG Vlinder")),
        (("Planning: PG Vlinder",), ("", "PG Vlinder")),
        (("Rooster PG Vlinder (week 50 t/m 53)",), ("", "PG Vlinder")),
        (("Rooster PG Vlinder 7-12-2026 t/m 3-1-2027",), ("", "PG Vlinder")),
        (("Rooster PG Vlinder - december 2026",), ("", "PG Vlinder")),
        (("Rooster De Linde / PG Vlinder",), ("De Linde", "PG Vlinder")),
        (("Afdeling: PG Vlinder",), ("", "PG Vlinder")),
        (("Locatie", "De Linde", "Team", "PG Vlinder"), ("De Linde", "PG Vlinder")),
        (("Rooster Team 4",), ("", "4")),
        (("Rooster De Eik",), ("", "De Eik")),
        (("Rooster De Meidoorn",), ("", "De Meidoorn")),
        (("Rooster De Meidoorn mei 2026",), ("", "De Meidoorn")),
        (("Rooster Het Septemberhof 7 dec t/m 13 dec",), ("", "Het Septemberhof")),
    ],
)
def test_the_team_is_in_the_title(cells: tuple[str, ...], named: tuple[str, str]) -> None:
    assert teams_in_titles([row(*cells)])[-1] == named


def test_a_title_may_be_a_name_as_a_whole() -> None:
    assert teams_in_titles([row("Rooster Unit 20-30")]) == [("", "Unit 20-30"), ("", "Unit")]


@pytest.mark.parametrize(
    ("sheet", "named"),
    [
        ("PG Vlinder", [("", "PG Vlinder")]),
        ("Blad1", []),
        ("Sheet 2", []),
        ("Rooster", []),
        ("", []),
    ],
)
def test_else_the_sheet_may_bear_the_name(sheet: str, named: list[tuple[str, str]]) -> None:
    assert teams_in_titles([row("Afgedrukt op 22-11-2026")], sheet) == named
