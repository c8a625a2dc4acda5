"""The figures of one profile, ready to reckon with: hours as seconds, by date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flexpool.parameters import Figure, NoFigureForDate, NoSuchFigure, Value
from flexpool.text import Text
from flexpool.worktime.clock import DAY, HOUR, MINUTE, wall_clock

_SECONDS = {"hours": HOUR, "minutes": MINUTE, "days": DAY}


class Law(dict[str, Any]):
    """Every figure that holds from one date, by short name such as `adults.shift_hours_max`.

    Hours, minutes and days are seconds; wall-clock times are minutes of the day. A figure that
    has no value on the date raises `NoFigureForDate` when it is asked for, not before.
    """

    def __init__(self, sources: Sequence[dict[str, Figure]], on: date) -> None:
        super().__init__()
        self._sources = sources
        self._on = on

    def __missing__(self, name: str) -> Any:
        reckoned = _reckoned(self.value(name))
        self[name] = reckoned
        return reckoned

    def value(self, name: str) -> Value:
        """Give a figure with its unit, source and confidence.

        Raises
        ------
        NoSuchFigure, NoFigureForDate
            When it is not known at all, or not on this date.
        """
        for figures in self._sources:
            figure = figures.get(name)
            if figure is None:
                continue
            value = figure.on(self._on)
            if value is None:
                raise NoFigureForDate.of(figure, self._on, name)
            return value
        raise NoSuchFigure(
            Text(
                f"geen cijfer van de Arbeidstijdenwet heet {name!r}",
                f"no figure of the working-time law is called {name!r}",
            )
        )

    def article(self, name: str) -> str:
        """Give the article that a figure comes from."""
        return self.value(name).source


def _reckoned(value: Value) -> Any:
    if value.unit == "wall_clock":
        hours, minutes = value.value.split(":")
        return int(hours) * MINUTE + int(minutes)
    factor = _SECONDS.get(value.unit)
    if factor is None:
        return value.value
    if isinstance(value.value, tuple):
        return tuple(round(part * factor) for part in value.value)
    return round(value.value * factor)


@dataclass(frozen=True, slots=True)
class LawBook:
    """The law over time: from each date on which any figure changes, the figures that hold."""

    starts: tuple[int, ...]
    laws: tuple[Law, ...]

    @classmethod
    def of(cls, *sources: dict[str, Figure]) -> LawBook:
        """Bind figures together; an earlier source goes before a later one."""
        dates = {
            value.valid_from
            for figures in sources
            for figure in figures.values()
            for value in figure.values
        }
        days = sorted(dates)
        starts = tuple(wall_clock(day.toordinal(), 0) for day in days)
        return cls(starts, tuple(Law(sources, day) for day in days))

    def at(self, second: int) -> Law:
        """Give the law at a moment.

        Raises
        ------
        NoFigureForDate
            When the moment lies before every known figure.
        """
        if second >= self.starts[-1]:
            return self.laws[-1]
        position = bisect_right(self.starts, second) - 1
        if position < 0:
            first = self.laws[0].value("adults.shift_hours_max").valid_from
            raise NoFigureForDate(
                Text(
                    f"van de arbeidstijdenwet is vóór {first} geen cijfer bekend",
                    f"no figure of the working-time law is known before {first}",
                )
            )
        return self.laws[position]
