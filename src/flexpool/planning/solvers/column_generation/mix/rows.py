"""What the rows of the master ask: steps of missing cover, and maxima per worker and kind."""

from __future__ import annotations

import highspy
import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.tables import NO_MAXIMUM, Tables
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Cells, cap_of

INFINITE = highspy.kHighsInf
MOST_PER_ROW, KEPT_PER_ROW = 4.0, 3.0  # columns: beyond the first, only the second are kept
LEAST_SHARE = 0.1  # fewer to forget than this is not worth a new start

Slack = tuple[float, float, float]
"""Sign, price and size."""


def key_of(worker: int, cells: Cells) -> bytes:
    """Give what tells a column from all others."""
    return int(worker).to_bytes(4, "little") + cells.tobytes()


def cover_slacks(
    tables: Tables, day: int, slot: int, no_roster: float, staffed: int
) -> tuple[int, list[Slack]] | None:
    """Give the level of a cell and what may be short or over; None when nothing is asked.

    Parameters
    ----------
    tables, day, slot
        The cell.
    no_roster
        Price of each one short or over where the cover must hold.
    staffed
        How many of the others work there already.
    """
    low, wish = int(tables.minimum[day, slot]), int(tables.optimum[day, slot])
    under, over = float(tables.under_weight[day, slot]), float(tables.over_weight[day, slot])
    below, most = float(tables.minimum_weight[day, slot]), int(tables.maximum[day, slot])
    below = no_roster if below < 0 else below
    if not (under and wish) and not (below and low) and not over and most >= NO_MAXIMUM:
        return None
    level = max(low, wish)
    slacks = [(1.0, price, size) for price, size in _short_steps(low, wish, below, under)]
    if most >= NO_MAXIMUM:
        slacks.append((-1.0, over, INFINITE))
    else:
        slacks += [(-1.0, over, max(0.0, float(most - level))), (-1.0, no_roster, INFINITE)]
    return level - staffed, slacks


def kinds_used(tables: Tables, cells: Cells) -> Ints:
    """Give roster × kind: how often each kind is worked."""
    counts = np.zeros((len(cells), len(tables.kinds)), dtype=np.int64)
    rows, days = np.nonzero(cells != OFF)
    np.add.at(counts, (rows, tables.slot_kind[cells[rows, days]]), 1)
    return counts


def compressed(
    cells: Cells, cover_row: Ints, own_rows: list[int], caps: list[list[tuple[int, float]]]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], Floats]:
    """Give columns in compressed form: starts, rows and values.

    Parameters
    ----------
    cells
        A roster per column.
    cover_row
        The row of each day × slot, -1 for none.
    own_rows, caps
        Per column: the worker's row, and (row, value) of the maxima it counts for.
    """
    starts, rows, values = [0], [], []
    days = np.arange(cells.shape[1])
    for roster, own, more in zip(cells, own_rows, caps, strict=True):
        works = roster != OFF
        cover = cover_row[days[works], roster[works]]
        cover = cover[cover >= 0]
        rows.extend([own, *cover.tolist(), *(row for row, _ in more)])
        values.extend([1.0] * (1 + len(cover)) + [value for _, value in more])
        starts.append(len(rows))
    return np.array(starts[:-1], np.int32), np.array(rows, np.int32), np.array(values)


def caps_of(problem: Problem) -> Ints:
    """Give worker × kind: the most shifts of a kind, where more may not be."""
    caps = np.full((len(problem.workers), len(problem.kinds)), problem.days, dtype=np.int64)
    for row, worker in enumerate(problem.workers):
        for kind, limit in worker.contract.per_kind.items():
            cap = cap_of(limit)
            if cap and cap.maximum is not None:
                caps[row, problem.tables.kind_number[kind]] = cap.maximum
    return caps


def _short_steps(low: int, wish: int, below: float, under: float) -> list[tuple[float, float]]:
    """Give (price, size) of what may be short: first above the minimum, then below it."""
    if not low:
        return [(under, INFINITE)]
    steps = [(under, float(wish - low))] if wish > low else []
    return [*steps, (below + (under if wish >= low else 0.0), INFINITE)]


def capped_by(
    cap_row: dict[tuple[int, int], int], workers: Ints, counts: Ints
) -> list[list[tuple[int, float]]]:
    """Give, per column, the rows of the maxima that it counts for."""
    return [
        [
            (row, float(used[kind]))
            for kind in np.nonzero(used)[0]
            if (row := cap_row.get((int(worker), int(kind)))) is not None
        ]
        for worker, used in zip(workers, counts, strict=True)
    ]


def simplex() -> highspy.Highs:
    """Give a silent, single-threaded simplex that goes on from where it was."""
    highs = highspy.Highs()
    fastest = 0  # measured here: HiGHS' own choice takes half the time of primal or dual alone
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("simplex_strategy", fastest),
        ("presolve", "off"),
    ):
        highs.setOptionValue(name, value)
    return highs


def worth_keeping(
    highs: highspy.Highs, first_column: int, free: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_] | None:
    """Mark the columns in use and the free ones of least reduced cost; None when hardly any go.

    Parameters
    ----------
    highs, first_column
        The program, and where its columns begin.
    free
        Marks the columns of workers that have no fixed one.
    """
    rows, stays = highs.getNumRow(), free.copy()
    if free.sum() > MOST_PER_ROW * rows:
        reduced = np.array(highs.getSolution().col_dual)[first_column:]
        order = np.argsort(np.where(free, reduced, np.inf), kind="stable")
        stays[order[int(KEPT_PER_ROW * rows) :]] = False
    elif (~free).sum() < len(free) * LEAST_SHARE:
        return None
    states = highs.getBasis().col_status[first_column:]
    stays |= np.array([state == highspy.HighsBasisStatus.kBasic for state in states], dtype=bool)
    return stays


def keep_columns(highs: highspy.Highs, first_column: int, stays: npt.NDArray[np.bool_]) -> None:
    """Delete the columns, from the first on, that do not stay, and go on from the same basis."""
    gone, staying = np.nonzero(~stays)[0], np.nonzero(stays)[0]
    basis, kept = highs.getBasis(), highspy.HighsBasis()
    states = list(basis.col_status)
    highs.deleteCols(len(gone), (gone + first_column).astype(np.int32))
    own = [states[first_column + column] for column in staying]
    kept.col_status, kept.row_status = states[:first_column] + own, list(basis.row_status)
    kept.valid = True
    highs.setBasis(kept)
