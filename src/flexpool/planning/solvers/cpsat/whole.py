"""The whole model under the referee's eye; in rounds when the law must hold."""

from __future__ import annotations

import math
import threading

from ortools.sat.python import cp_model

from flexpool.planning.scoring import JudgedOtherwise, Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.cpsat.law import Lawyer, cured
from flexpool.planning.solvers.cpsat.model import build
from flexpool.planning.solvers.cpsat.variables import Variables

LOOK_EVERY_SECONDS = 0.1
ROUND_SECONDS = 3.0
"""A round in which the law was broken goes on for so long, then starts again with its cuts."""


class Patience:
    """How long the whole model may go without an improvement of its own before parts take over.

    Long enough after the last one, measured by the time that the improvements took so far; and half
    of the time there is for a first one, because parts seldom find one where the whole does not.
    """

    SECONDS = 8.0
    SHARE = 0.5
    FIRST_SHARE, FIRST_SECONDS = 0.5, 60.0

    def __init__(self, referee: Referee) -> None:
        self._began = self._last = referee.seconds
        left = referee.seconds_left
        self._first = self.FIRST_SHARE * left if math.isfinite(left) else self.FIRST_SECONDS
        self._objective: int | None = None
        self.is_over = False

    def ends(self, seconds: float, objective: int | None) -> bool:
        """Tell, and remember, whether it is at its end."""
        if objective != self._objective:
            self._objective, self._last = objective, seconds
        enough = max(self.SECONDS, self.SHARE * (self._last - self._began))
        self.is_over = seconds - self._last > (self._first if objective is None else enough)
        return self.is_over


class _Incumbents(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]  # untyped library
    """Hands every better roster to the referee, and keeps an error for the main thread."""

    def __init__(self, variables: Variables, referee: Referee, lawyer: Lawyer | None) -> None:
        super().__init__()
        self._variables, self._referee, self._lawyer = variables, referee, lawyer
        self.error: JudgedOtherwise | None = None
        self.is_unlawful = False
        self.objective: int | None = None

    def on_solution_callback(self) -> None:
        try:
            roster = self._variables.read(self)
            self.objective = round(self.objective_value)
            if self._lawyer:
                self._propose_lawful(self._lawyer, roster)
            else:
                self._referee.propose(roster, round(self.objective_value))
        except JudgedOtherwise as error:
            self.error = error
            self.stop_search()

    def _propose_lawful(self, lawyer: Lawyer, roster: Roster) -> None:
        """Propose what is left when all that breaks the law is taken out."""
        lawful = cured(lawyer, roster)
        if (lawful.grid == roster.grid).all():
            self._referee.propose(roster, round(self.objective_value))
            return
        self.is_unlawful = True
        score = judge(self._referee.problem, lawful)
        if score.is_feasible:
            self._referee.propose(lawful, score.objective)


class Whole:
    """The model of all there is, to be solved once or again.

    Parameters
    ----------
    referee
        Holds problem, time and the best roster so far.
    seed
        Same seed, one worker and a stop that does not look at the clock: the same outcome.
    """

    def __init__(self, referee: Referee, seed: int) -> None:
        self._referee, self._seed = referee, seed
        self._variables = build(referee.problem)
        self._lawyer = Lawyer(self._variables) if referee.problem.lawful else None
        if self._lawyer:
            self._lawyer.learn_pairs()

    def solve(self, workers: int, patience: Patience | None = None) -> None:
        """Search until the problem is closed, the referee says stop, or patience is at its end."""
        while not self._referee.should_stop():
            if self._lawyer:
                self._lawyer.write()
            best = self._referee.best
            if best is not None:
                self._variables.hint(best[0])
            if not self._round(workers, patience):
                return

    def _round(self, workers: int, patience: Patience | None) -> bool:
        """Solve the model once; tell whether cuts were learnt that ask for another round."""
        referee = self._referee
        solver = _solver(referee, self._seed, workers)
        incumbents = _Incumbents(self._variables, referee, self._lawyer)
        solver.best_bound_callback = lambda bound: referee.raise_bound(_whole(bound))
        finished = threading.Event()
        watching = (solver, referee, incumbents, patience, finished)
        watcher = threading.Thread(target=_watch, args=watching, daemon=True)
        watcher.start()
        try:
            status = solver.solve(self._variables.model, incumbents)
        finally:
            finished.set()
            watcher.join()
        if incumbents.error:
            raise incumbents.error
        _conclude(referee, solver, status)
        is_patient = patience is None or not patience.is_over
        return incumbents.is_unlawful and is_patient


def _solver(referee: Referee, seed: int, workers: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.interleave_search = workers == 1  # one thread still tries all strategies
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.linearization_level = 2  # measured: better rosters on INRC-II
    solver.parameters.catch_sigint_signal = False  # the stop criterion decides, also on Ctrl-C
    left = referee.seconds_left
    if math.isfinite(left):
        solver.parameters.max_time_in_seconds = max(0.1, left)
    return solver


def _watch(
    solver: cp_model.CpSolver,
    referee: Referee,
    incumbents: _Incumbents,
    patience: Patience | None,
    finished: threading.Event,
) -> None:
    began = referee.seconds
    while not finished.wait(LOOK_EVERY_SECONDS):
        is_enough = incumbents.is_unlawful and referee.seconds - began > ROUND_SECONDS
        is_over = patience is not None and patience.ends(referee.seconds, incumbents.objective)
        if is_enough or is_over or referee.should_stop():
            solver.stop_search()


def _conclude(referee: Referee, solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> None:
    referee.count("branches", solver.num_branches)
    if status == cp_model.INFEASIBLE:
        referee.is_proven_infeasible = True
    elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        referee.raise_bound(_whole(solver.best_objective_bound))


def _whole(bound: float) -> float:
    """Round a bound up to the whole number that every objective is."""
    return float(math.ceil(bound - 1e-6))
