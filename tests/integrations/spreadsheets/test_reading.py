"""From bytes to rows: every encoding and quoting that planners' systems write, and no crash."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.imports import workbook
from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.integrations.spreadsheets.reading import file as file_reading
from rondstroom.integrations.spreadsheets.reading import read_file
from rondstroom.integrations.spreadsheets.reading.delimited import read_text, separator_of
from rondstroom.integrations.spreadsheets.reading.sheet import MOST_ROWS
from shared_data import shared

TEXT = "Naam;Functie\r\néén;“VIG”\r\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def rows(content: bytes | str) -> list[tuple[str, ...]]:
    raw = content.encode() if isinstance(content, str) else content
    return [row.texts for sheet in read_file(raw) for row in sheet.rows]


def why(content: bytes) -> str:
    with pytest.raises(UnableToRead) as refused:
        read_file(content)
    return str(refused.value)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
    ],
)  # fmt: skip
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert rows(TEXT.encode(encoding)) == [("Naam", "Functie"), ("één", "“VIG”")]


def test_a_byte_that_windows_does_not_know_does_not_stop_the_rest() -> None:
    assert rows(b"Naam;x\r\n\x81;\xe9\r\n")[1] == ("�", "é")


@pytest.mark.parametrize(
    ("separator", "line"),
    [(";", "a;b,c;d"), (",", "a,b;c,d"), ("\t", "a\tb;c\td"), ("|", "a|b;c|d")],
)
def test_the_separator_is_found(separator: str, line: str) -> None:
    heading = separator.join(["een", "twee", "drie"])
    assert separator_of(f"{heading}\n{line}\n{heading}") == separator


def test_decimal_commas_do_not_look_like_columns() -> None:
    text = "Naam;Uren;Loon\nAylin;24,0;1,5\nBerend;28,0;1,5\nCarla;30,0;1,5"
    assert separator_of(text) == ";"


def test_title_lines_do_not_hide_the_separator() -> None:
    assert separator_of("Overzicht, van alles, en nog wat\n\na;b;c\n1;2;3\n4;5;6") == ";"


def test_excels_own_hint_is_followed() -> None:
    assert rows("sep=,\na;b,c\n")[1] == ("a;b", "c")
    assert separator_of("sep=x\na;b") == ";"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a;b";c', ("a;b", "c")),
        ('"zei ""ja""";c', ('zei "ja"', "c")),
        ('"twee\nregels";c', ("twee\nregels", "c")),
        ('5" slang;c', ('5" slang', "c")),
        (" a ; c ", ("a", "c")),
        ('="0700";c', ("0700", "c")),
    ],
)
def test_quotes_are_understood(text: str, expected: tuple[str, ...]) -> None:
    assert rows(f"x;y\n{text}")[1] == expected


def test_a_quote_that_never_closes_spoils_only_its_own_line() -> None:
    found = rows('a;b\n"open;1\nc;2\nd;3')
    assert found[1] == ("open", "1")
    assert found[2:] == [("c", "2"), ("d", "3")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_counts_lines_alike(ending: str) -> None:
    sheet = read_text(ending.join(["a;b", "", "c;d"]))
    assert [(row.number, row.is_blank) for row in sheet.rows] == [
        (1, False), (2, True), (3, False),
    ]  # fmt: skip


def test_a_line_within_quotes_counts_as_one_row_as_in_excel() -> None:
    sheet = read_text('a;b\n"twee\nregels";c\nd;e')
    assert [row.number for row in sheet.rows] == [1, 2, 3]


def test_a_huge_cell_is_read() -> None:
    assert len(rows("a;b\n" + "x" * 1_000_000 + ";c")[1][0]) == 1_000_000


def test_the_samples_are_read() -> None:
    counts = {"open_diensten.csv": 56, "medewerkers.csv": 9, "rooster_grid.tsv": 16}
    for name, count in counts.items():
        [sheet] = read_file(shared(f"samples/{name}").read_bytes())
        assert len(sheet.rows) == count


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "leeg"),
        (b" \r\n\t\r\n", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b";;;\n;;;", "leeg"),
        (PNG, "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "JPEG"),
        (b"GIF89a" + bytes(100), "GIF"),
        (b"%PDF-1.7\n%...", "PDF"),
        (b"\x1f\x8b\x08" + bytes(100), "gzip"),
        (bytes(range(256)) * 20, "geen tekst"),
        (bytes(1000), "geen tekst|leeg"),
        (b"PK\x03\x04" + bytes(100), "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"<html><table><tr><td>x</td></tr></table>", "webpagina"),
        (b'<?xml version="1.0"?><Workbook/>', "webpagina"),
        (b'{"a": 1}', "JSON"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "beschadigd"),
    ],
)
def test_what_is_no_table_is_told_in_words(content: bytes, told: str) -> None:
    assert any(part in why(content) for part in told.split("|"))


def test_a_file_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_reading, "MOST_BYTES", 1_000_000)
    assert "groter dan 1 MB" in why(b"a;b\n" * 300_000)


def test_too_many_rows_are_told() -> None:
    assert "Deel het op" in why(b"a;b\n" * (MOST_ROWS + 1))


def zipped(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/").replace("_", "."), text)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (zipped(readme_txt="x"), "zip-bestand"),
        (zipped(content_xml="x", mimetype="x"), "OpenDocument"),
        (zipped(xl__workbook_bin="x"), "xlsb"),
        (zipped(xl__workbook_xml="geen xml"), "beschadigd"),
        (workbook(["a", "b"])[:-200], "beschadigd"),
        (workbook([None, " "]), "leeg"),
    ],
)
def test_packages_that_are_no_workbook_are_told_in_words(content: bytes, told: str) -> None:
    assert told in why(content)


def test_a_workbook_that_unpacks_to_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from rondstroom.integrations.spreadsheets.reading import workbook as reading

    monkeypatch.setattr(reading, "MOST_BYTES_UNPACKED", 100)
    assert "te groot" in why(workbook(["a", "b"]))


def test_a_workbook_keeps_the_types_of_its_cells() -> None:
    day = datetime.combine(date(2026, 12, 7), time(7))
    [sheet] = read_file(workbook(["x", 1, 1.5, day, time(7, 15), True, None, None]))
    assert sheet.rows[0].cells == ("x", 1, 1.5, day, time(7, 15), True)


def test_gaps_in_a_workbook_keep_row_numbers_right() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"], sheet["A5"] = "b", "a"
    packed = io.BytesIO()
    book.save(packed)
    [found] = read_file(packed.getvalue())
    filled = [(row.number, row.texts) for row in found.rows if not row.is_blank]
    assert filled == [(2, ("", "b")), (5, ("a",))]


def test_hidden_and_empty_sheets_are_passed_over() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(Een=[["a"]], Twee=[["b"]], Drie=[[]])))
    book["Twee"].sheet_state = "hidden"
    packed = io.BytesIO()
    book.save(packed)
    assert [sheet.name for sheet in read_file(packed.getvalue())] == ["Een"]


def test_a_formula_without_a_stored_result_shows_itself() -> None:
    """Excel never calculated it: whoever reads the cell refuses, instead of finding it empty."""
    [sheet] = read_file(workbook(["a", "=1+1", 3]))
    assert sheet.rows[0].texts == ("a", "=1+1", "3")


@given(st.binary(max_size=400))
def test_no_bytes_whatever_make_it_crash(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"Naam;Functie\n"):
        try:
            sheets = read_file(start + content)
        except UnableToRead:
            continue
        assert sheets


@given(st.text(max_size=300))
def test_no_text_whatever_loses_its_lines(text: str) -> None:
    try:
        sheet = read_text(text)
    except UnableToRead:
        return
    assert [row.number for row in sheet.rows] == list(range(1, len(sheet.rows) + 1))
