"""Figures: each with date, unit and source; a date without a figure is an error that says so."""

from datetime import date
from pathlib import Path

import pytest

from flexpool import parameters
from flexpool.parameters import Confidence, FigureFileInvalid, NoFigureForDate, NoSuchFigure

FILE = """
figures:
  wage:
    description: The wage
      of an hour
    unit: euro_cents
    values:
      - {from: 2026-01-01, value: 1471, source: "Stcrt 2025", confidence: A}
      - {from: 2025-07-01, value: 1440, source: "Stcrt 2025", confidence: A}
  bonus:
    description: Ended
    unit: euro_cents
    values:
      - {from: 2025-01-01, until: 2026-01-01, value: 100, source: cao, confidence: M}
"""


def _read(folder: Path, text: str) -> dict[str, parameters.Figure]:
    path = folder / "pay.yaml"
    path.write_text(text, encoding="utf-8")
    return parameters.read_figures(path, "pay")


def test_a_figure_comes_with_its_source() -> None:
    value = parameters.lookup("worktime.adults.shift_hours_max", on=date(2026, 11, 1))
    assert (value.value, value.unit) == (12, "hours")
    assert value.source == "ATW 5:7(2)a"
    assert value.confidence is Confidence.HIGH


def test_the_value_of_the_date_counts(tmp_path: Path) -> None:
    wage = _read(tmp_path, FILE)["pay.wage"]
    assert [wage.on(day).value for day in (date(2025, 12, 31), date(2026, 1, 1))] == [1440, 1471]
    assert wage.on(date(2025, 6, 30)) is None
    assert wage.description == "The wage of an hour"


def test_a_value_that_has_ended_holds_no_more(tmp_path: Path) -> None:
    bonus = _read(tmp_path, FILE)["pay.bonus"]
    assert bonus.on(date(2025, 12, 31)) is not None
    assert bonus.on(date(2026, 1, 1)) is None
    assert bonus.known_range.en == "from 2025-01-01 until 2026-01-01"


def test_a_gap_between_two_known_periods_is_told(tmp_path: Path) -> None:
    early = "{from: 2024-01-01, until: 2024-07-01, value: 50, source: cao, confidence: M}"
    bonus = _read(tmp_path, FILE + f"      - {early}\n")["pay.bonus"]
    assert (
        bonus.known_range.en
        == "from 2024-01-01 until 2024-07-01 and from 2025-01-01 until 2026-01-01"
    )
    assert bonus.known_range.nl == (
        "vanaf 2024-01-01 tot 2024-07-01 en vanaf 2025-01-01 tot 2026-01-01"
    )
    wage = _read(tmp_path, FILE)["pay.wage"]
    assert wage.known_range.en == "from 2025-07-01"


def test_a_date_without_a_figure_names_figure_date_and_range() -> None:
    with pytest.raises(NoFigureForDate) as error:
        parameters.lookup("worktime.adults.shift_hours_max", on=date(2019, 12, 31))
    for part in ("worktime.adults.shift_hours_max", "2019-12-31", "from 2020-01-01"):
        assert part in str(error.value)


def test_an_unknown_figure_is_named() -> None:
    with pytest.raises(NoSuchFigure, match=r"worktime\.adults\.tea_breaks"):
        parameters.lookup("worktime.adults.tea_breaks", on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("confidence: A", "confidence: D"), "not shipped"),
        (('source: "Stcrt 2025", ', ""), "without source"),
        (("    unit: euro_cents\n", ""), "misses unit"),
        (("from: 2026-01-01, value", "from: 2025-07-01, value"), "two values from the same date"),
        (("figures:", "numbers:"), "figures"),
        (("figures:", "figures: ["), "pay.yaml"),
        (("      - {from: 2025-01-01, until", "      # {from"), "misses values"),
    ],
)
def test_an_incomplete_file_is_refused(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    assert change[0] in FILE
    with pytest.raises(FigureFileInvalid, match=says):
        _read(tmp_path, FILE.replace(*change))


def test_every_shipped_figure_has_all_its_parts() -> None:
    figures = parameters.all_figures()
    assert len(figures) > 130
    for figure in figures.values():
        assert figure.description
        assert figure.unit
        for value in figure.values:
            assert value.source
            assert value.valid_from >= date(1945, 1, 1)
