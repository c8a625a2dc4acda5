"""Who works what on one day: the cheapest way, as a linear program whose answer is whole."""

from __future__ import annotations

import highspy
import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF
from flexpool.planning.problem.tables import NO_MAXIMUM, Tables

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Step = tuple[float, float, float]


def cheapest_day(tables: Tables, day: int, price: Floats, short: float) -> Ints:
    """Give a slot per worker, or off.

    Parameters
    ----------
    tables, day
        What is asked.
    price
        Worker × slot: what work costs beside a day off; infinite where it may not be.
    short
        Price of each one missing where cover must hold.
    """
    highs = _quiet()
    worker, slot = np.nonzero(np.isfinite(price))
    for _ in range(len(price)):
        highs.addRow(0.0, 1.0, 0, np.empty(0, np.int32), np.empty(0))
    row = [_cover_row(highs, tables, day, one, short) for one in range(price.shape[1])]
    first = highs.getNumCol()
    places = np.column_stack([worker, np.array(row)[slot]]).astype(np.int32)
    wanted = places >= 0  # a slot of which nothing is asked has no row
    starts = np.concatenate([[0], np.cumsum(wanted.sum(axis=1))[:-1]]).astype(np.int32)
    entries, count = places[wanted], len(worker)
    nothing, one, ones = np.zeros(count), np.ones(count), np.ones(len(entries))
    asked = price[worker, slot]
    highs.addCols(count, asked, nothing, one, len(entries), starts, entries, ones)
    highs.run()
    values = np.array(highs.getSolution().col_value)[first:]
    found = np.full(len(price), OFF, dtype=np.int64)
    found[worker[values > 0.5]] = slot[values > 0.5]
    return found


def _quiet() -> highspy.Highs:
    """Give an empty program that says nothing and takes one thread."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    return highs


def _cover_row(highs: highspy.Highs, tables: Tables, day: int, slot: int, short: float) -> int:
    """Add the row of a slot's cover and what may be short or over; give its number, or -1."""
    if not tables.asked[day, slot]:
        return -1
    row, level = int(highs.getNumRow()), max(tables.minimum[day, slot], tables.optimum[day, slot])
    highs.addRow(float(level), float(level), 0, np.empty(0, np.int32), np.empty(0))
    for sign, price, most in _steps(tables, day, slot, int(level), short):
        place = np.array([row], dtype=np.int32)
        highs.addCol(price, 0.0, float(most), 1, place, np.array([sign]))
    return row


def _steps(tables: Tables, day: int, slot: int, level: int, short: float) -> list[Step]:
    """Give sign, price and number of those short and over, the cheaper first on each side."""
    low, wish = int(tables.minimum[day, slot]), int(tables.optimum[day, slot])
    below, under = float(tables.minimum_weight[day, slot]), float(tables.under_weight[day, slot])
    over, most = float(tables.over_weight[day, slot]), int(tables.maximum[day, slot])
    below = short if below < 0 else below
    missing = [
        (1.0, under, float(max(0, wish - low))),
        (1.0, below, float(max(0, low - wish))),
        (1.0, below + under, float(min(low, wish))),
    ]
    if most >= NO_MAXIMUM:
        return [*missing, (-1.0, over, highspy.kHighsInf)]
    room = float(max(0, most - level))
    return [*missing, (-1.0, over, room), (-1.0, short, highspy.kHighsInf)]
