"""Which slots there are: each kind of shift with each skill that it is filled with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flexpool.planning.problem.demand import Demand, Kind
from flexpool.planning.problem.team import Composition
from flexpool.planning.problem.worker import Worker

SUPERNUMERARY = "supernumerary"
"""In place of a skill: at work to be trained, not counted as cover of any other slot."""

Slot = tuple[str, str]


def slots_of(
    kinds: Sequence[Kind],
    workers: Sequence[Worker],
    demands: Sequence[Demand],
    compositions: Sequence[Composition],
) -> tuple[Slot, ...]:
    """Give the slots in order of kinds, then of first mention."""
    found: dict[str, dict[str, None]] = {kind.id: {} for kind in kinds}
    for kind, skill in _named(workers, demands, compositions):
        if kind:
            found[kind][skill] = None
    slots = [(kind, skill) for kind, skills in found.items() for skill in skills or {"": None}]
    if not any(worker.supernumerary_before for worker in workers):
        return tuple(slots)
    trained = [(kind.id, SUPERNUMERARY) for kind in kinds]
    return tuple(dict.fromkeys([*slots, *trained]))


def _named(
    workers: Sequence[Worker], demands: Sequence[Demand], compositions: Sequence[Composition]
) -> Iterable[Slot]:
    yield from ((demand.kind, demand.skill) for demand in demands)
    yield from (slot for one in compositions for option in one.options for slot in option)
    yield from (slot for worker in workers for slot in worker.fixed.values())
