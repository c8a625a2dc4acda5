"""Dated figures of law and agreements: YAML files, each value with unit, source and confidence.

`lookup("worktime.adults.shift_hours_max", on=day)` gives the figure that holds on that day.
"""

from flexpool.parameters.figure import Confidence, Figure, Value
from flexpool.parameters.loader import (
    FigureFileInvalid,
    NoFigureForDate,
    NoSuchFigure,
    all_figures,
    lookup,
    read_figures,
)

__all__ = [
    "Confidence",
    "Figure",
    "FigureFileInvalid",
    "NoFigureForDate",
    "NoSuchFigure",
    "Value",
    "all_figures",
    "lookup",
    "read_figures",
]
