"""The search over parts: build a first roster worker by worker, then improve part by part."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from flexpool.planning.problem import Problem
from flexpool.planning.scoring import Referee, judge
from flexpool.planning.solution import Grid, Roster
from flexpool.planning.solvers.cpsat.law import Lawyer, cured
from flexpool.planning.solvers.cpsat.model import build
from flexpool.planning.solvers.cpsat.parts.choosing import Chooser
from flexpool.planning.solvers.cpsat.parts.part import SHORT_OF_MINIMUM, Part, part_of

PART_SECONDS = 2.0
PART_WORK = 0.2  # deterministic time: the same part gets the same effort on a busy machine
FIRST_PART = 250.0  # decisions in a part of the first roster: one worker as a rule
LAW_ROUNDS = 4
RELAXED = ("cover.minimum", "team.composition")
LOOK_EVERY_SECONDS = 0.1
NO_RANK = 2**62  # of the empty roster from which the first one is built


@dataclass
class State:
    """The roster that all searchers improve together."""

    grid: Grid
    rank: int
    is_relaxed: bool


class Searcher:
    """One thread of the search."""

    def __init__(self, referee: Referee, state: State, lock: threading.Lock, seed: int) -> None:
        self._referee, self._state, self._lock = referee, state, lock
        self._rng = np.random.default_rng(seed)
        self._chooser = Chooser(referee.problem, self._rng)
        self._solver: cp_model.CpSolver | None = None
        self.failure: Exception | None = None

    def run(self) -> None:
        """Improve until the referee stops the run."""
        finished = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(finished,), daemon=True)
        watcher.start()
        try:
            while not self._referee.should_stop():
                self._step()
        except Exception as failure:  # noqa: BLE001  (raised again where the threads are joined)
            self.failure = failure
        finally:
            finished.set()
            watcher.join()

    def build(self) -> bool:
        """Make a first roster, group by group; tell whether every worker got a row."""
        order = self._rng.permutation(len(self._referee.problem.workers))
        size = max(1, int(FIRST_PART / self._chooser.per_worker))
        for start in range(0, len(order), size):
            if self._referee.should_stop():
                return False
            rows = sorted(int(row) for row in order[start : start + size])
            part = self._part(self._state.grid, rows, range(self._referee.problem.days))
            found = self._first(part)
            if found is None:
                return False
            self._state.grid = part.put_back(self._referee.problem, self._state.grid, found)
        self._take(self._state.grid)
        return True

    def _first(self, part: Part) -> Roster | None:
        """Solve a part that has no roster yet, with more effort each time it finds none."""
        for effort in (PART_WORK, 10 * PART_WORK, 100 * PART_WORK):
            found = self._solve(part, effort)
            if found is not None or self._referee.should_stop():
                return found
        return None

    def _part(self, grid: Grid, rows: list[int], days: range) -> Part:
        return part_of(self._referee.problem, grid, rows, days, self._state.is_relaxed)

    def _step(self) -> None:
        with self._lock:
            self._look_at_others()
        grid = self._state.grid
        rows, days = self._chooser.choose(grid)
        part = self._part(grid, rows, days)
        found = self._solve(part, PART_WORK)
        self._referee.count("parts")
        if found is None or (found.grid == part.start.grid).all():
            return
        with self._lock:
            self._take(part.put_back(self._referee.problem, self._state.grid, found))

    def _look_at_others(self) -> None:
        """Go on from the referee's roster when another solver found a better one."""
        best = self._referee.best
        if best is not None and best[1] < self._state.rank:
            self._state.grid, self._state.rank = best[0].grid, best[1]
            self._state.is_relaxed = False

    def _take(self, grid: Grid) -> None:
        """Make a grid the common one when it is no worse; propose it when it keeps all rules."""
        roster = Roster(grid)
        ranked = rank(self._referee.problem, roster)
        if ranked is None or ranked > self._state.rank:
            return
        is_better = ranked < self._state.rank
        self._state.grid, self._state.rank = roster.grid, ranked
        if ranked < SHORT_OF_MINIMUM or judge(self._referee.problem, roster).is_feasible:
            self._state.is_relaxed = False
            if is_better:
                self._referee.propose(roster, ranked)

    def _solve(self, part: Part, effort: float) -> Roster | None:
        """Solve a part; with a law to keep, again with what was learnt, a few times."""
        variables = build(part.problem)
        lawyer = Lawyer(variables) if part.problem.lawful else None
        if lawyer:
            lawyer.learn_pairs()
        variables.hint(part.start)
        for _ in range(LAW_ROUNDS):
            if lawyer:
                lawyer.write()
            self._solver = self._limited(effort)
            status = self._solver.solve(variables.model)
            self._chooser.learn(status == cp_model.OPTIMAL)
            if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                return None
            found = variables.read(self._solver)
            if lawyer is None:
                return found
            lawful = cured(lawyer, found)
            if (lawful.grid == found.grid).all():
                return found
        return lawful if judge(part.problem, lawful).is_feasible else None

    def _limited(self, effort: float) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        # Without a roster to start from one strategy alone may find none at all (measured).
        solver.parameters.interleave_search = self._state.rank == NO_RANK
        solver.parameters.random_seed = int(self._rng.integers(2**31))
        solver.parameters.max_deterministic_time = effort
        solver.parameters.max_time_in_seconds = min(
            PART_SECONDS * 5, max(0.05, self._referee.seconds_left)
        )
        solver.parameters.catch_sigint_signal = False
        return solver

    def _watch(self, finished: threading.Event) -> None:
        while not finished.wait(LOOK_EVERY_SECONDS):
            if self._solver is not None and self._referee.should_stop():
                self._solver.stop_search()


def rank(problem: Problem, roster: Roster) -> int | None:
    """Give the objective, with a price for who is missing; None when it breaks anything else.

    The price is that with which parts are relaxed while a first roster is looked for.
    """
    score = judge(problem, roster)
    if any(found.constraint not in RELAXED for found in score.breaches):
        return None
    return score.objective + SHORT_OF_MINIMUM * sum(found.amount for found in score.breaches)


def search(referee: Referee, seed: int, workers: int) -> None:
    """Search with so many threads until the referee stops the run.

    Raises
    ------
    JudgedOtherwise
        When model and judge disagree on a roster.
    """
    problem = referee.problem
    best = referee.best
    state = State(Roster.empty(problem).grid, NO_RANK, is_relaxed=True)
    if best is not None:
        state = State(best[0].grid, best[1], is_relaxed=False)
    lock = threading.Lock()
    searchers = [Searcher(referee, state, lock, seed + number) for number in range(workers)]
    if best is None and not searchers[0].build():
        return
    threads = [threading.Thread(target=one.run, daemon=True) for one in searchers[1:]]
    for thread in threads:
        thread.start()
    searchers[0].run()
    for thread in threads:
        thread.join()
    for one in searchers:
        if one.failure:
            raise one.failure
