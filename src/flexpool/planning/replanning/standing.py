"""A roster judged row by row and cell by cell: what a change costs is known without judging all."""

from __future__ import annotations

from flexpool.planning.constraints import registry
from flexpool.planning.constraints.constraint import Finding
from flexpool.planning.problem import Problem
from flexpool.planning.replanning.verdict import Effect, Row, Rows, Verdict, summed
from flexpool.planning.solution import Roster, staffed

LAW = "worktime.lawful"
BY_CELL = frozenset({"cover.minimum", "cover.maximum", "cover.under", "cover.over"})
"""Constraints on cover that look at one day and slot at a time; others are judged as a whole."""


class Standing:
    """A roster as it stands, with every judgement on it kept.

    What was broken before a change does not count against the change, only what it makes worse.
    """

    def __init__(self, problem: Problem, roster: Roster) -> None:
        active = registry.active(problem)
        self.problem = problem
        self.rows: list[Row] = [tuple(row) for row in roster.grid.tolist()]
        self._counts = staffed(problem.tables, roster.grid).tolist()
        self._of_worker = [one for one in active if one.judge_worker and one.id != LAW]
        self._whole = [one for one in active if one.judge_cover and one.id not in BY_CELL]
        self._verdicts: dict[tuple[int, Row], Verdict] = {}
        self._lawful: dict[tuple[int, Row], int] = {}
        self._now = self._judged_whole({})

    @property
    def roster(self) -> Roster:
        """The roster as a value."""
        return Roster(self.rows)  # type: ignore[arg-type]  # a list of rows makes an array

    def filled(self, day: int, slot: int) -> int:
        """Give how many work a slot on a day."""
        return int(self._counts[day][slot])

    def apply(self, rows: Rows) -> None:
        """Take changed rows over."""
        for worker, row in rows.items():
            self._count(worker, row)
            self.rows[worker] = row
        self._now = self._judged_whole({})

    def _count(self, worker: int, row: Row) -> None:
        for day, (old, new) in enumerate(zip(self.rows[worker], row, strict=True)):
            if old != new:
                if old >= 0:
                    self._counts[day][old] -= 1
                if new >= 0:
                    self._counts[day][new] += 1

    def findings(self, worker: int, row: Row) -> list[Finding]:
        """Give all findings on a row but those of the law."""
        return [
            finding
            for constraint in self._of_worker
            if constraint.judge_worker
            for finding in constraint.judge_worker(self.problem, worker, list(row))
        ]

    def verdict(self, worker: int, row: Row) -> Verdict:
        """Judge a row by all but the law, which takes ten times as long as the rest together."""
        key = worker, row
        if key not in self._verdicts:
            self._verdicts[key] = summed(self.findings(worker, row))
        return self._verdicts[key]

    def breaks(self, worker: int, row: Row) -> tuple[str, ...]:
        """Give the constraints that a row breaks worse than the row of now, the law aside."""
        return self.verdict(worker, row).worse_than(self.verdict(worker, self.rows[worker]))

    def is_lawful(self, worker: int, row: Row) -> bool:
        """Tell whether a row breaks the law no worse than the row of now."""
        breaches = self._breaches(worker, row)
        return not breaches or breaches <= self._breaches(worker, self.rows[worker])

    def _breaches(self, worker: int, row: Row) -> int:
        if not self.problem.lawful:
            return 0
        key = worker, row
        if key not in self._lawful:
            judged = registry.BY_ID[LAW].judge_worker
            assert judged is not None  # the law judges workers
            self._lawful[key] = sum(1 for _ in judged(self.problem, worker, list(row)))
        return self._lawful[key]

    def row_cost(self, worker: int, row: Row) -> int:
        """Give what a row costs more than the row of now."""
        return self.verdict(worker, row).cost - self.verdict(worker, self.rows[worker]).cost

    def effect(self, rows: Rows) -> Effect:
        """Judge a change of one or more rows by every constraint."""
        pairs = self._pairs(rows)
        if self._whole:
            pairs.append((self._judged_whole(rows), self._now))
        broken = [name for then, now in pairs for name in then.worse_than(now)]
        if not all(self.is_lawful(worker, row) for worker, row in rows.items()):
            broken.append(LAW)
        return Effect(
            sum(then.cost - now.cost for then, now in pairs),
            tuple(dict.fromkeys(broken)),
            sum(then.mended(now) for then, now in pairs),
        )

    def cost(self, rows: Rows) -> int:
        """Give what a change costs; constraints that are judged as a whole are left out."""
        return sum(then.cost - now.cost for then, now in self._pairs(rows))

    def _pairs(self, rows: Rows) -> list[tuple[Verdict, Verdict]]:
        """Judge each row and each place that a change touches, as it becomes and as it is."""
        of_rows = [
            (self.verdict(worker, row), self.verdict(worker, self.rows[worker]))
            for worker, row in rows.items()
        ]
        of_places = [
            (self.cell(*place, self.filled(*place) + more), self.cell(*place, self.filled(*place)))
            for place, more in self._moved(rows).items()
        ]
        return of_rows + of_places

    def _moved(self, rows: Rows) -> dict[tuple[int, int], int]:
        """Give how many more work each day and slot that the rows touch."""
        moved: dict[tuple[int, int], int] = {}
        for worker, row in rows.items():
            for day, (old, new) in enumerate(zip(self.rows[worker], row, strict=True)):
                if old != new:
                    moved[day, old] = moved.get((day, old), 0) - 1
                    moved[day, new] = moved.get((day, new), 0) + 1
        return {place: more for place, more in moved.items() if place[1] >= 0}

    def cell(self, day: int, slot: int, count: int) -> Verdict:
        """Judge the cover of one day and slot when so many work it."""
        tables, broken = self.problem.tables, {}
        short = max(0, int(tables.minimum[day, slot]) - count)
        price = int(tables.minimum_weight[day, slot])
        if short and price < 0:
            broken["cover.minimum"] = short
        if (above := count - int(tables.maximum[day, slot])) > 0:
            broken["cover.maximum"] = above
        wanted = int(tables.optimum[day, slot])
        cost = short * max(0, price)
        cost += max(0, wanted - count) * int(tables.under_weight[day, slot])
        cost += max(0, count - wanted) * int(tables.over_weight[day, slot])
        return Verdict(cost, broken)

    def _judged_whole(self, rows: Rows) -> Verdict:
        if not self._whole:
            return Verdict(0, {})
        grid = self.roster.grid.copy()
        for worker, row in rows.items():
            grid[worker] = row
        found = (one.judge_cover(self.problem, grid) for one in self._whole if one.judge_cover)
        return summed([finding for findings in found for finding in findings])
