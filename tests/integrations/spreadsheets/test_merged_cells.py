"""Merged cells in Excel: the day stands once beside five shifts, and is meant for all five."""

from __future__ import annotations

import io

import openpyxl
import pytest

from factories.imports import Importer, refusals
from rondstroom.integrations.spreadsheets.reading import Row, read_file
from rondstroom.integrations.spreadsheets.reading.merged import filled_down
from rondstroom.rooms.demand.models import Shift

HEADINGS = ["Nr", "Team", "Datum", "Van", "Tot", "Functie"]
LINES = [
    [1, "PG", "07-12-2026", "07:00", "15:30", "VIG"],
    [2, None, None, "15:00", "22:00", "VIG"],
    [3, None, None, "23:00", "07:15", "VIG"],
    [4, None, "08-12-2026", "07:00", "15:30", "VIG"],
]


def merged(*spans: str, lines: list[list[object]] = LINES, title: str = "") -> bytes:
    """Give a workbook with these cells merged; a title comes above the headings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in ([[title]] if title else []) + [HEADINGS, *lines]:
        sheet.append(line)
    for span in spans:
        sheet.merge_cells(span)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_what_is_merged_down_holds_for_every_row(bring_in: Importer) -> None:
    answer = bring_in("shifts", merged("B2:B5", "C2:C4"))
    assert (answer.created, answer.rejected) == (4, [])
    starts = Shift.objects.order_by("source_key").values_list("team__name", "starts_at__day")
    assert list(starts) == [("PG", 7), ("PG", 7), ("PG", 7), ("PG", 8)]


def test_without_merging_an_empty_cell_stays_empty(bring_in: Importer) -> None:
    answer = bring_in("shifts", merged())
    assert answer.created == 1
    assert {row for row, _column, _value in refusals(answer)} == {3, 4, 5}


def test_a_title_over_all_columns_is_a_title(bring_in: Importer) -> None:
    content = merged("A1:F1", "B3:B6", "C3:C5", title="Open diensten week 50")
    assert read_file(content)[0].rows[0].texts == ("Open diensten week 50",)
    assert bring_in("shifts", content).created == 4


def test_headings_over_two_rows_are_one_heading(bring_in: Importer) -> None:
    lines: list[list[object]] = [[None] * 6, [1, "PG", "07-12-2026", "07:00", "15:30", "VIG"]]
    both = [f"{letter}1:{letter}2" for letter in "ABCDEF"]
    answer = bring_in("shifts", merged(*both, lines=lines))
    assert (answer.created, answer.rejected) == (1, [])


def test_a_merged_frame_that_goes_on_too_far_makes_no_rows(bring_in: Importer) -> None:
    answer = bring_in("shifts", merged("B2:B400", "C2:C4", "C5:C400"))
    assert (answer.created, answer.rejected) == (4, [])


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((1, 1, 2), [("a", "b"), ("a", "c")]),
        ((2, 1, 2), [("a", "b"), (None, "b")]),
        ((3, 1, 2), [("a", "b"), (None, "c")]),  # nothing there
        ((1, 1, 9), [("a", "b"), ("a", "c")]),  # further than the sheet
        ((1, 7, 9), [("a", "b"), (None, "c")]),  # outside the sheet
    ],
)
def test_a_span_is_filled_with_what_stands_on_top(
    span: tuple[int, int, int], expected: list[tuple[str | None, ...]]
) -> None:
    rows = [Row(1, ("a", "b")), Row(2, (None, "c"))]
    assert [row.cells for row in filled_down(rows, [span])] == expected
