"""The horizon in weeks, weekends and months, and which minutes of it are unsocial."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem.demand import Kind

SATURDAY = 5

Span = tuple[int, ...]
"""Days of the horizon that belong together."""


def weekends_of(days: int, first_weekday: int) -> tuple[Span, ...]:
    """Give the Saturdays and Sundays together, also where the horizon cuts a weekend in two."""
    weekend_days = [day for day in range(days) if (day + first_weekday) % 7 >= SATURDAY]
    return _together(weekend_days, lambda day: (day + first_weekday) // 7)


def friday_before(weekend: Span, first_weekday: int) -> int | None:
    """Give the Friday before a weekend; None when it lies before the horizon."""
    is_whole = (weekend[0] + first_weekday) % 7 == SATURDAY
    return weekend[0] - 1 if is_whole and weekend[0] > 0 else None


def weeks_of(days: int, first_weekday: int) -> tuple[Span, ...]:
    """Give the days of each calendar week within the horizon."""
    return _together(range(days), lambda day: (day + first_weekday) // 7)


def months_of(days: int, first_date: date | None) -> tuple[tuple[Span, bool], ...]:
    """Give the days of each calendar month, and whether it ends within the horizon.

    Without a calendar there are no months.
    """
    if first_date is None:
        return ()
    dates = [first_date + timedelta(days=day) for day in range(days + 1)]
    spans = _together(range(days), lambda day: 12 * dates[day].year + dates[day].month)
    return tuple((span, dates[span[-1] + 1].day == 1) for span in spans)


def unsocial_of(days: int, first_weekday: int, kinds: Sequence[Kind]) -> npt.NDArray[np.int64]:
    """Give day × kind: minutes in evening and night, or all of them in a weekend."""
    unsocial = np.array([kind.unsocial_minutes for kind in kinds], dtype=np.int64)
    whole = np.array([kind.minutes for kind in kinds], dtype=np.int64)
    found = np.empty((days, len(kinds)), dtype=np.int64)
    for day in range(days):
        found[day] = whole if (day + first_weekday) % 7 >= SATURDAY else unsocial
    return found


def _together(days: Sequence[int], number: Callable[[int], int]) -> tuple[Span, ...]:
    found: dict[int, list[int]] = {}
    for day in days:
        found.setdefault(number(day), []).append(day)
    return tuple(tuple(span) for span in found.values())
