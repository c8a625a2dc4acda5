"""What could be otherwise for a place: hours, a skill, an organisation, availability."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from flexpool.planning.problem import Contract, Kind, Limit, Problem, Worker

HOURS = ("minutes", "week_minutes", "month_minutes", "balance")
"""Limits of a contract that count minutes."""


class What(StrEnum):
    """What a worker would have more."""

    HOURS = "hours"
    SKILL = "skill"
    ORGANISATION = "organisation"
    KIND = "kind"
    AVAILABILITY = "availability"


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One thing more for a worker: so many minutes, this skill, shifts of this organisation.

    `about` names the skill, the organisation or the kind; for hours it is the minutes, for
    availability the day.
    """

    what: What
    about: str


def relaxations(problem: Problem, day: int, kind: Kind, skill: str) -> Iterator[Relaxation]:
    """Give what could help a place to somebody."""
    yield Relaxation(What.HOURS, str(kind.minutes))
    for needed in sorted({skill, kind.skill} - {""}):
        yield Relaxation(What.SKILL, needed)
    if any(worker.kinds is not None for worker in problem.workers):
        yield Relaxation(What.KIND, kind.id)
        if kind.organisation:
            yield Relaxation(What.ORGANISATION, kind.organisation)
    yield Relaxation(What.AVAILABILITY, str(day))


def relaxed(problem: Problem, relaxation: Relaxation) -> Problem:
    """Give the problem in which every worker has this one thing more.

    To be read worker by worker: it says what each of them could do with it, not all together.
    """
    more: dict[What, Callable[[Worker], Worker]] = {
        What.HOURS: lambda worker: _longer(worker, int(relaxation.about)),
        What.SKILL: lambda worker: replace(worker, skills=worker.skills | {relaxation.about}),
        What.KIND: lambda worker: _with_kinds(worker, {relaxation.about}),
        What.ORGANISATION: lambda worker: _with_kinds(worker, _kinds_at(problem, relaxation.about)),
        What.AVAILABILITY: lambda worker: _there(worker, int(relaxation.about)),
    }
    workers = tuple(map(more[relaxation.what], problem.workers))
    return replace(problem, workers=workers)


def _longer(worker: Worker, minutes: int) -> Worker:
    contract = worker.contract
    raised: dict[str, Limit] = {
        name: replace(limit, maximum=limit.maximum + minutes)
        for name in HOURS
        if (limit := getattr(contract, name, None)) is not None and limit.maximum is not None
    }
    longer: Contract = replace(contract, **raised) if raised else contract  # type: ignore[arg-type]
    return replace(worker, contract=longer)


def _with_kinds(worker: Worker, kinds: set[str]) -> Worker:
    return worker if worker.kinds is None else replace(worker, kinds=worker.kinds | kinds)


def _kinds_at(problem: Problem, organisation: str) -> set[str]:
    return {kind.id for kind in problem.kinds if kind.organisation == organisation}


def _there(worker: Worker, day: int) -> Worker:
    unavailable = frozenset(cell for cell in worker.unavailable if cell[0] != day)
    return replace(worker, days_off=worker.days_off - {day}, unavailable=unavailable)
