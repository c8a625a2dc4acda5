"""What can change after a roster was made: somebody is away, a shift comes, a shift goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flexpool.planning.problem import Demand, Problem, Published, Worker
from flexpool.planning.solution import Roster


class UnableToChange(ValueError):
    """The change names a worker, day or shift that the problem does not have."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A worker who cannot come from the first day through the last; what was fixed there falls."""

    worker: str
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class NewShift:
    """More people wanted on a kind and skill; `under_weight` is the price of each one short."""

    day: int
    kind: str
    skill: str = ""
    places: int = 1
    under_weight: int | None = None


@dataclass(frozen=True, slots=True)
class CancelledShift:
    """Fewer people wanted on a kind and skill; from then on no more than are left may work it."""

    day: int
    kind: str
    skill: str = ""
    places: int = 1


Change = Absence | NewShift | CancelledShift


def publish(problem: Problem, roster: Roster, price: int) -> Problem:
    """Give the problem with this roster made known: every later change of a day has this price.

    Parameters
    ----------
    problem, roster
        The problem, and the roster that people were told.
    price
        Penalty points for each day of a worker that becomes another kind, work or off.
    """
    cells = roster.cells(problem)

    def told(worker: Worker) -> Worker:
        days = range(problem.days)
        promises = (Published(day, cells.get((worker.id, day), ("", ""))[0], price) for day in days)
        return replace(worker, published=tuple(promises))

    return replace(problem, workers=tuple(map(told, problem.workers)))


def changed(
    problem: Problem, roster: Roster, changes: Iterable[Change]
) -> tuple[Problem, dict[tuple[str, int], tuple[str, str]]]:
    """Give the problem after the changes, and the cells of the roster that still can be.

    Nobody is put on a new shift or taken off a cancelled one yet: that is the repair.

    Raises
    ------
    UnableToChange
        When a change names what the problem does not have.
    """
    cells = roster.cells(problem)
    for change in changes:
        if isinstance(change, Absence):
            problem = _without(problem, change)
            away = range(change.first_day, change.last_day + 1)
            cells = {at: slot for at, slot in cells.items() if at not in _days(change, away)}
        else:
            problem = _with_demand(problem, change)
    return problem, cells


def _days(absence: Absence, days: Iterable[int]) -> set[tuple[str, int]]:
    return {(absence.worker, day) for day in days}


def _without(problem: Problem, absence: Absence) -> Problem:
    if absence.worker not in {worker.id for worker in problem.workers}:
        raise UnableToChange(f"{problem.name}: there is no worker {absence.worker!r}")
    if not 0 <= absence.first_day <= absence.last_day < problem.days:
        raise UnableToChange(
            f"{problem.name}: an absence from day {absence.first_day} through "
            f"{absence.last_day} does not fit {problem.days} days"
        )
    days = range(absence.first_day, absence.last_day + 1)

    def away(worker: Worker) -> Worker:
        if worker.id != absence.worker:
            return worker
        fixed = {day: slot for day, slot in worker.fixed.items() if day not in days}
        return replace(worker, days_off=worker.days_off | set(days), fixed=fixed)

    return replace(problem, workers=tuple(map(away, problem.workers)))


def _with_demand(problem: Problem, change: NewShift | CancelledShift) -> Problem:
    at = (change.day, change.kind, change.skill)
    if not 0 <= change.day < problem.days or change.kind not in {k.id for k in problem.kinds}:
        raise UnableToChange(f"{problem.name}: no kind {change.kind!r} on day {change.day}")
    if change.places < 1:
        raise UnableToChange(
            f"{problem.name}: {change.places} places of {change.kind} is no change"
        )
    found = next((d for d in problem.demands if (d.day, d.kind, d.skill) == at), None)
    if isinstance(change, NewShift):
        demand = _more(problem, found or Demand(*at), change)
    elif found is None or max(found.optimum, found.minimum) < change.places:
        raise UnableToChange(
            f"{problem.name}: on day {change.day} are no {change.places} places of {change.kind} "
            "to cancel"
        )
    else:
        demand = _fewer(found, change)
    others = tuple(d for d in problem.demands if d is not found)
    return replace(
        problem,
        demands=(*others, demand),
        workers=tuple(_released(worker, demand) for worker in problem.workers),
    )


def _more(problem: Problem, demand: Demand, change: NewShift) -> Demand:
    usual = max((one.under_weight for one in problem.demands), default=0)
    price = demand.under_weight if change.under_weight is None else change.under_weight
    most = demand.maximum
    return replace(
        demand,
        optimum=max(demand.optimum, demand.minimum) + change.places,
        under_weight=price or usual,
        maximum=None if most is None else most + change.places,
    )


def _fewer(demand: Demand, change: CancelledShift) -> Demand:
    wanted = max(demand.optimum, demand.minimum) - change.places
    return replace(
        demand,
        minimum=min(demand.minimum, wanted),
        optimum=min(demand.optimum, wanted),
        maximum=wanted,
    )


def _released(worker: Worker, demand: Demand) -> Worker:
    """Give a worker who is no longer fixed on a shift that nobody may work any more."""
    if demand.maximum != 0 or worker.fixed.get(demand.day) != (demand.kind, demand.skill):
        return worker
    kept = {day: slot for day, slot in worker.fixed.items() if day != demand.day}
    return replace(worker, fixed=kept)
