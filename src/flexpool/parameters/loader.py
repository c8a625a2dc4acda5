"""Reads the dated YAML figures and answers: what was this figure on that day?"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from flexpool.parameters.figure import Confidence, Figure, Value
from flexpool.refusal import Refusal
from flexpool.text import Text

QUICKEST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where it was built
FIGURES_FOLDER = Path(__file__).parent / "nl"


class NoSuchFigure(Refusal, LookupError):
    """A figure was asked for that no file holds."""


class NoFigureForDate(Refusal, LookupError):
    """A figure has no known value on the date asked for; the text says when it has."""

    @classmethod
    def of(cls, figure: Figure, on: date, name: str) -> NoFigureForDate:
        """Tell that this figure is not known on a date, and when it is."""
        known = figure.known_range
        return cls(
            Text(
                f"van {name!r} is op {on} geen waarde bekend; wel {known.nl}",
                f"no value of {name!r} is known for {on}; it is known {known.en}",
            )
        )


class FigureFileInvalid(ValueError):
    """A file with figures is incomplete or contradicts itself."""


def lookup(name: str, on: date) -> Value:
    """Give the value of a figure on a day, with its unit, source and confidence.

    Parameters
    ----------
    name
        Folder, file and figure, such as `worktime.adults.shift_hours_max`.
    on
        The day on which the value must hold.

    Raises
    ------
    NoSuchFigure, NoFigureForDate
        When no file holds the figure, or none for that day; the text names the known range.

    Examples
    --------
    >>> lookup("worktime.adults.shift_hours_max", on=date(2026, 11, 1)).value
    12
    """
    figure = all_figures().get(name)
    if figure is None:
        raise NoSuchFigure(Text(f"geen cijfer heet {name!r}", f"no figure is called {name!r}"))
    value = figure.on(on)
    if value is None:
        raise NoFigureForDate.of(figure, on, name)
    return value


@cache
def all_figures(folder: Path = FIGURES_FOLDER) -> dict[str, Figure]:
    """Give every figure in a folder and its subfolders by full name."""
    figures: dict[str, Figure] = {}
    for path in sorted(folder.rglob("*.yaml")):
        prefix = ".".join(path.relative_to(folder).with_suffix("").parts)
        figures |= read_figures(path, prefix)
    return figures


def read_figures(path: Path, prefix: str) -> dict[str, Figure]:
    """Read one file; every name gets the prefix and a dot before it.

    Raises
    ------
    FigureFileInvalid
        When the file cannot be read or a figure misses a part; the text names file and figure.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), QUICKEST)  # noqa: S506  (both are safe)
        entries = content["figures"]
        return {
            f"{prefix}.{name}": _figure(f"{prefix}.{name}", entry)
            for name, entry in entries.items()
        }
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise FigureFileInvalid(f"{path.name}: {error}") from error


def _figure(name: str, entry: dict[str, Any]) -> Figure:
    missing = {"description", "unit", "values"} - entry.keys()
    if missing or not entry["values"]:
        raise ValueError(f"{name} misses {', '.join(sorted(missing)) or 'values'}")
    rows = sorted(entry["values"], key=lambda row: row["from"])
    starts = [row["from"] for row in rows]
    if len(set(starts)) < len(starts):
        raise ValueError(f"{name} has two values from the same date")
    ends = [row.get("until", after) for row, after in zip(rows, [*starts[1:], None], strict=True)]
    values = tuple(
        _value(name, entry["unit"], row, end) for row, end in zip(rows, ends, strict=True)
    )
    return Figure(name, " ".join(entry["description"].split()), entry["unit"], values)


def _value(name: str, unit: str, row: dict[str, Any], until: date | None) -> Value:
    missing = {"from", "value", "source", "confidence"} - row.keys()
    if missing:
        raise ValueError(f"{name} has a value without {', '.join(sorted(missing))}")
    if row["confidence"] not in set(Confidence):
        raise ValueError(f"{name} has confidence {row['confidence']!r}, which is not shipped")
    confidence = Confidence(row["confidence"])
    return Value(name, _frozen(row["value"]), unit, row["from"], until, row["source"], confidence)


def _frozen(value: Any) -> Any:
    """Give lists as tuples, however deep: a value can then stand in a set."""
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
