"""Before, after and difference, in words."""

import pytest
from django.utils import translation

from rondstroom.web.planner.planning.figures import Figure, compared, in_unit, unmet

BEFORE = {"places": 40, "filled": 30, "findings": 2, "anw_share": 0.4, "unmet_hours": {"VIG": 80}}
AFTER = {"places": 40, "filled": 38, "findings": 0, "anw_share": 0.45, "unmet_hours": {"VIG": 16}}


def test_every_figure_that_both_have_is_compared() -> None:
    rows = {str(figure.label): figure for figure in compared(BEFORE, AFTER)}
    assert rows["Plaatsen bezet"].difference_text == "+8"
    assert rows["Plaatsen nodig"].difference_text == "–"
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("figure", "tone"),
    [
        (Figure("bezet", "count", 30, 38, "up"), "ok"),
        (Figure("bezet", "count", 38, 30, "up"), "bad"),
        (Figure("overtredingen", "count", 2, 0, "down"), "ok"),
        (Figure("overtredingen", "count", 0, 2, "down"), "bad"),
        (Figure("bezet", "count", 30, 30, "up"), ""),
        (Figure("pool", "hours", 8, 16), ""),
    ],
)
def test_the_tone_tells_better_from_worse(figure: Figure, tone: str) -> None:
    assert figure.tone == tone


def test_hours_that_stay_open_come_most_first() -> None:
    rows = unmet({"unmet_hours": {"VIG": 8, "VP4": 24}}, {"unmet_hours": {"VP4": 8}})
    assert [(row.label, row.after) for row in rows] == [("VP4", 8), ("VIG", 0)]


@pytest.mark.parametrize(
    ("value", "unit", "dutch"),
    [(0.4567, "share", "45,7 %"), (7.5, "hours", "7,5 u"), (8, "hours", "8 u"), (3, "count", "3")],
)
def test_figures_are_written_the_dutch_way(value: float, unit: str, dutch: str) -> None:
    with translation.override("nl"):
        assert in_unit(value, unit) == dutch  # type: ignore[arg-type]  # one of the units
