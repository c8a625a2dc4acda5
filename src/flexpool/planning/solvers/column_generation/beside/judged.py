"""Rules that are asked of the judge: series of nights, the rest after them, free weekends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import inf

import numpy as np

from flexpool.planning.constraints import registry
from flexpool.planning.constraints.care.weekends import is_worked
from flexpool.planning.constraints.constraint import Finding, Row
from flexpool.planning.problem import OFF, Contract, Problem
from flexpool.planning.problem.calendar import friday_before
from flexpool.planning.solvers.column_generation.beside.clash import (
    Bools,
    Clash,
    Way,
    at_work,
    without,
)
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Cells

MOST_REMEMBERED = 200_000
HAS: dict[str, Callable[[Contract], object]] = {
    "nights.series": lambda contract: contract.night_run,
    "nights.rest": lambda contract: contract.rest_after_nights,
    "weekends.free": lambda contract: contract.free_weekends,
}
"""By id of the rule: what of a contract asks for it."""


class Judged:
    """What the judge says of rows, and the ways to a cheaper one.

    Parameters
    ----------
    problem
        What is planned.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem, tables = problem, problem.tables
        self._any: Bools = np.ones(len(tables.slots), dtype=np.bool_)
        self._is_night = tables.is_night[tables.slot_kind]
        self._runs_over = tables.runs_over[tables.slot_kind]
        self._rules = [
            [name for name, asks in HAS.items() if asks(worker.contract)]
            for worker in problem.workers
        ]
        self._known: dict[tuple[int, bytes], float] = {}
        self._ways = {
            "nights.series": self._shorter,
            "nights.rest": self._rested,
            "weekends.free": self._freer,
        }

    @property
    def is_needed(self) -> bool:
        """Whether any of these rules holds for anybody."""
        return any(self._rules)

    @property
    def prices(self) -> list[float]:
        """The prices of a night or a weekend too much."""
        contracts = [worker.contract for worker in self._problem.workers]
        weights = [one.night_run.over_weight for one in contracts if one.night_run]
        weights += [one.free_weekends.weight for one in contracts if one.free_weekends]
        return [float(weight) for weight in set(weights) if weight is not None]

    def price(self, workers: Ints, cells: Cells) -> Floats:
        """Give what each row costs by these rules; infinite where it breaks one."""
        found = np.zeros(len(cells))
        for place, worker in enumerate(workers.tolist()):
            if self._rules[worker]:
                found[place] = self._of(worker, cells[place])
        return found

    def _of(self, worker: int, cells: Cells) -> float:
        key = worker, cells.tobytes()
        if key not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = sum(map(_cost, self._findings(worker, cells.tolist())))
        return self._known[key]

    def _findings(self, worker: int, row: Row) -> Iterator[Finding]:
        for name in self._rules[worker]:
            judge = registry.BY_ID[name].judge_worker
            assert judge is not None
            yield from judge(self._problem, worker, row)

    def clashes(self, worker: int, row: Row) -> Iterator[Clash]:
        """Give why a row costs something by these rules."""
        for finding in self._findings(worker, row):
            if cost := _cost(finding):
                yield Clash(cost, partial(self._ways[finding.constraint], worker, row, finding))

    def _shorter(self, worker: int, row: Row, finding: Finding) -> Iterator[Way]:
        """One night less of those in a row."""
        limit, last = self._problem.workers[worker].contract.night_run, finding.day
        assert limit is not None
        assert limit.maximum is not None
        assert last is not None
        for day in range(max(0, last - limit.maximum), last + 1):
            yield without(day, self._is_night)

    def _rested(self, worker: int, row: Row, finding: Finding) -> Iterator[Way]:
        """A shorter series, another last night, something else after it, or work in between."""
        rule, after = self._problem.workers[worker].contract.rest_after_nights, finding.day
        assert rule is not None
        assert after is not None
        yield without(after, self._like(row[after]))
        last = max((day for day in range(after) if row[day] != OFF), default=-1)
        yield from (at_work(day, len(self._any)) for day in range(last + 1, after))
        for day in range(max(0, last - rule[0] + 1), last + 1):
            yield without(day, self._like(row[day]) if day == last else self._is_night)

    def _freer(self, worker: int, row: Row, finding: Finding) -> Iterator[Way]:
        """A weekend off of those that are reckoned together."""
        rule, tables = self._problem.workers[worker].contract.free_weekends, self._problem.tables
        assert rule is not None
        number = next(at for at, days in enumerate(tables.weekends) if days[0] == finding.day)
        for weekend in tables.weekends[max(0, number - rule.of + 1) : number + 1]:
            if is_worked(self._problem, row, weekend):
                friday = friday_before(weekend, self._problem.first_weekday)
                eve = () if friday is None else ((friday, self._runs_over),)
                yield Way((*eve, *((day, self._any) for day in weekend)))

    def _like(self, slot: int) -> Bools:
        kinds = self._problem.tables.slot_kind
        found: Bools = kinds == kinds[slot]
        return found


def _cost(finding: Finding) -> float:
    return inf if finding.is_breach else float(finding.cost)
