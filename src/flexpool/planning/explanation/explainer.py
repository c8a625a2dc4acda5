"""Explains a roster: every assignment, every open place, and what would help."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from flexpool.planning.explanation.answers import Help, OpenPlace, Placed, Price
from flexpool.planning.explanation.candidates import Candidate, candidates, counted, with_cell
from flexpool.planning.explanation.relaxing import Relaxation, What, relaxations, relaxed
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.replanning import Option
from flexpool.planning.replanning.answer import moves_of
from flexpool.planning.replanning.locks import Locks
from flexpool.planning.replanning.search import Place, Search
from flexpool.planning.replanning.standing import Standing
from flexpool.planning.solution import Roster

MOVES = 2


class NotInTheRoster(ValueError):
    """The question is about a worker, day or shift that the roster does not have."""


class Explainer:
    """Answers questions about one roster; what was reckoned once is kept.

    Every answer is judged by the constraints themselves: nothing is guessed from the solver.
    """

    def __init__(self, problem: Problem, roster: Roster) -> None:
        self.problem, self.roster = problem, roster
        self._standing = Standing(problem, roster)
        self._search = Search(self._standing, Locks().mask(problem))
        self._row = {worker.id: row for row, worker in enumerate(problem.workers)}
        self._relaxed: dict[Relaxation, Standing] = {}

    def open_places(self) -> Iterator[tuple[int, str, str, int]]:
        """Give day, kind, skill and how many are short, of every place where that costs."""
        tables = self.problem.tables
        wanted = np.maximum(tables.minimum, np.where(tables.under_weight > 0, tables.optimum, 0))
        for day, slot in np.argwhere(wanted > 0).tolist():
            short = int(wanted[day, slot]) - self._standing.filled(day, slot)
            if short > 0:
                yield (day, *tables.slots[slot], short)

    def open_place(self, day: int, kind: str, skill: str = "") -> OpenPlace:
        """Say why nobody stands on a place: what keeps each worker off, and the way to fill it.

        Raises
        ------
        NotInTheRoster
            When the problem has no such day, kind or skill.
        """
        place = self._place(day, kind, skill)
        found = candidates(self._standing, place)
        ways = self._search.best(place, MOVES, 1)
        option = None
        if ways:
            moves = moves_of(self.problem, self._standing.rows, ways[0].rows)
            option = Option(tuple(moves), ways[0].effect.cost)
        return OpenPlace(day, kind, skill, tuple(found), counted(found), option)

    def placed(self, worker: str, day: int) -> Placed:
        """Say why a worker has the shift of a day: who else could, and what that would cost.

        Raises
        ------
        NotInTheRoster
            When the worker is unknown or has no shift that day.
        """
        row = self._row.get(worker)
        if row is None or not 0 <= day < self.problem.days:
            raise NotInTheRoster(f"{self.problem.name}: no worker {worker!r} on day {day}")
        slot = self._standing.rows[row][day]
        if slot == OFF:
            raise NotInTheRoster(f"{self.problem.name}: {worker} has no shift on day {day}")
        found = candidates(self._standing, (day, slot), instead_of=row)
        without = self._standing.effect({row: with_cell(self._standing.rows[row], day, OFF)})
        is_fixed = day in self.problem.workers[row].fixed
        return Placed(
            worker,
            day,
            *self.problem.tables.slots[slot],
            is_fixed,
            tuple(found),
            counted(found),
            without.cost,
            without.breaks,
        )

    def helps(
        self, day: int, kind: str, skill: str = "", sorts: Collection[What] = tuple(What)
    ) -> tuple[Help, ...]:
        """Say what one thing more would bring a place: hours, a skill, an organisation, a day.

        Each is tried for real, for each worker by itself; those are given who could not take the
        place before and can then.

        Raises
        ------
        NotInTheRoster
            When the problem has no such day, kind or skill.
        """
        place = self._place(day, kind, skill)
        known = {one.worker for one in candidates(self._standing, place) if one.is_able}
        number = self.problem.tables.kind_number[kind]
        found = []
        for one in relaxations(self.problem, day, self.problem.kinds[number], skill):
            new = self._able_with(one, day, (kind, skill), known) if one.what in sorts else []
            if new:
                found.append(Help(one, tuple(who.worker for who in new), -new[0].cost))
        return tuple(sorted(found, key=lambda one: (-one.gain, one.relaxation.what)))

    def _able_with(
        self, relaxation: Relaxation, day: int, slot: tuple[str, str], known: set[str]
    ) -> list[Candidate]:
        """Give who could take a place with one thing more, beside whom are known to be able."""
        standing = self._standing_with(relaxation)
        place = (day, standing.problem.tables.slot_number[slot])
        able = (one for one in candidates(standing, place) if one.is_able)
        return [one for one in able if one.worker not in known and one.cost < 0]

    def price(self, day: int, kind: str, skill: str = "") -> Price:
        """Say what one wanted more or fewer would change: the dual of the demand, judged for real.

        Raises
        ------
        NotInTheRoster
            When the problem has no such day, kind or skill.
        """
        place = self._place(day, kind, skill)
        standing = self._standing
        count = standing.filled(*place)
        open_one = standing.cell(*place, count).cost - standing.cell(*place, count + 1).cost
        leaving = [
            -standing.row_cost(row, then)
            for row, cells in enumerate(standing.rows)
            if cells[day] == place[1]
            and not standing.breaks(row, then := with_cell(cells, day, OFF))
        ]
        taking = [found.effect.cost + open_one for found in self._search.best(place, MOVES, 1)]
        wanted = int(self.problem.tables.under_weight[place])
        return Price(
            day,
            kind,
            skill,
            fewer=max(open_one, *leaving, 0),
            more=min([*taking, wanted] if wanted else taking, default=None),
        )

    def _place(self, day: int, kind: str, skill: str) -> Place:
        slot = self.problem.tables.slot_number.get((kind, skill))
        if slot is None or not 0 <= day < self.problem.days:
            raise NotInTheRoster(f"{self.problem.name}: no kind {kind!r} {skill!r} on day {day}")
        return day, slot

    def _standing_with(self, relaxation: Relaxation) -> Standing:
        if relaxation not in self._relaxed:
            problem = relaxed(self.problem, relaxation)
            same = Roster.from_cells(problem, self.roster.cells(self.problem))
            self._relaxed[relaxation] = Standing(problem, same)
        return self._relaxed[relaxation]
