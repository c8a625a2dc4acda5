"""How fast a roster of 500 people x 28 days is repaired, and how many days of people it moves.

    ./run python benchmarks/replanning.py

A made-up ward of ten teams with a published roster that covers everything and keeps the whole
working-time law (tests/factories/wards.py); once with hours to spare, once with hardly any. Every
answer is judged again by the whole judge. With the engine: the same change, with two seconds for
the exact solver to find something better.
Writes benchmarks/results/replanning.md.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from stage import write_part

from factories.wards import ROOMY, TIGHT, large_ward  # stage puts the tests on the path
from flexpool.planning import MaxRuntime, Problem, Roster
from flexpool.planning.replanning import (
    Absence,
    CancelledShift,
    Change,
    NewShift,
    Repair,
    options,
    publish,
    repair,
)

TITLE = "Replanning"
PRICE, TIMES, ENGINE_SECONDS = 150, 7, 2.0
Draw = Callable[[random.Random], list[Change]]


@dataclass
class Ward:
    """The ward, and who works when."""

    problem: Problem
    roster: Roster

    def on(self, chance: random.Random, letter: str) -> tuple[str, int, str]:
        """Draw somebody who works an early, late or night: worker, day, kind."""
        cells = self.roster.cells(self.problem)
        who = chance.choice([at for at, slot in cells.items() if slot[0].startswith(letter)])
        return (*who, cells[who][0])

    def sick(self, chance: random.Random, days: int) -> list[Change]:
        """Somebody is away from a night on, for so many days."""
        worker, day, _kind = self.on(chance, "N")
        return [Absence(worker, day, min(day + days, self.problem.days) - 1)]

    def many(self, chance: random.Random) -> list[Change]:
        """A flu: five people away for three days, and two shifts more."""
        gone = {self.on(chance, letter)[0]: letter for letter in "EELLN"}
        away = [Absence(worker, 7, 9) for worker in gone]
        return [*away, NewShift(8, "E3"), NewShift(9, "L5")]


def main() -> None:
    """Measure, and write the figures."""
    for name, minutes in (("hours to spare", ROOMY), ("hardly an hour to spare", TIGHT)):
        problem, roster = large_ward(week_minutes=minutes)
        ward = Ward(publish(problem, roster, PRICE), roster)
        options(ward.problem, roster, (0, "E0", ""))  # loads the law's figures once
        lines = _measured(ward)
        print("\n".join(lines))
        write_part("replanning.md", TITLE, f"500 people x 28 days, {name}", lines)


def _measured(ward: Ward) -> list[str]:
    questions: list[tuple[str, Draw]] = [
        ("sick tonight", lambda chance: ward.sick(chance, 1)),
        ("sick for a week", lambda chance: ward.sick(chance, 7)),
        ("new shift", lambda chance: [NewShift(chance.randrange(28), f"N{chance.randrange(10)}")]),
        ("cancelled shift", lambda chance: [CancelledShift(*ward.on(chance, "E")[1:])]),
        ("flu: 5 away, 2 shifts more", ward.many),
    ]
    return [
        "| question | median | slowest | processor | days moved | left open | engine better in |",
        "|---|--:|--:|--:|--:|--:|--:|",
        _asked(ward),
        *(_repaired(ward, name, draw) for name, draw in questions),
    ]


def _asked(ward: Ward) -> str:
    chance, taken = random.Random(1), []
    for _ in range(TIMES):
        _, day, kind = ward.on(chance, chance.choice("ELN"))
        began, busy = time.perf_counter(), time.process_time()
        options(ward.problem, ward.roster, (day, kind, ""))
        taken.append((time.perf_counter() - began, time.process_time() - busy))
    return f"| who could take this shift {_told(taken)} | - | - | - |"


def _repaired(ward: Ward, name: str, draw: Draw) -> str:
    chance, taken, better = random.Random(7), [], 0
    done: list[Repair] = []
    for _ in range(TIMES):
        changes = draw(chance)
        began, busy = time.perf_counter(), time.process_time()
        done.append(repair(ward.problem, ward.roster, changes))
        taken.append((time.perf_counter() - began, time.process_time() - busy))
        assert done[-1].score.is_feasible
        longer = repair(ward.problem, ward.roster, changes, engine=MaxRuntime(ENGINE_SECONDS))
        better += longer.score.objective < done[-1].score.objective
    moved = statistics.median(len(one.moves) for one in done)
    still = sum(len(one.unfilled) for one in done)
    return f"| {name} {_told(taken)} | {moved:g} | {still} | {better} of {TIMES} |"


def _told(taken: list[tuple[float, float]]) -> str:
    """Tell median and slowest by the clock, and the median of our own processor time."""
    clock, busy = zip(*taken, strict=True)
    figures = (statistics.median(clock), max(clock), statistics.median(busy))
    return "".join(f"| {figure * 1000:.0f} ms " for figure in figures).rstrip()


if __name__ == "__main__":
    main()
