"""Who may fill which slot, and on which days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem.costs import columns_of
from flexpool.planning.problem.demand import Kind
from flexpool.planning.problem.notice import Short
from flexpool.planning.problem.slots import SUPERNUMERARY, Slot
from flexpool.planning.problem.worker import Worker

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def eligible(workers: Sequence[Worker], kinds: Mapping[str, Kind], slots: Sequence[Slot]) -> Bools:
    """Give worker × slot: holds the skills and may work the kind."""
    found = np.zeros((len(workers), len(slots)), dtype=bool)
    for row, worker in enumerate(workers):
        for column, (kind, skill) in enumerate(slots):
            found[row, column] = may_fill(worker, kinds[kind], skill)
    return found


def may_fill(worker: Worker, kind: Kind, skill: str) -> bool:
    """Tell whether a worker holds the skills of a slot and may work the kind."""
    limit = worker.contract.per_kind.get(kind.id)
    never = limit is not None and limit.maximum == 0 and limit.over_weight is None
    allowed = worker.kinds is None or kind.id in worker.kinds
    return allowed and not never and _is_able(worker, kind, skill)


def _is_able(worker: Worker, kind: Kind, skill: str) -> bool:
    """Tell whether the skills are there; who is being trained needs none yet."""
    if skill == SUPERNUMERARY:
        return worker.supernumerary_before > 0
    return {skill, kind.skill} - {""} <= worker.skills


def available(
    workers: Sequence[Worker], days: int, slots: Mapping[Slot, int], slot_kind: Ints,
    kind_number: Mapping[str, int],
) -> Bools:  # fmt: skip
    """Give worker × day × slot: not a day off, not unavailable, not fixed otherwise."""
    found = np.ones((len(workers), days, len(slots)), dtype=bool)
    in_training = np.array([skill == SUPERNUMERARY for _, skill in slots], dtype=bool)
    for row, worker in enumerate(workers):
        for day in worker.days_off:
            found[row, day] = False
        for day, kind in worker.unavailable:
            found[row, day, columns_of(kind, slot_kind, kind_number)] = False
        for day, slot in worker.fixed.items():
            keep = np.zeros(len(slots), dtype=bool)
            if slot[0]:
                keep[slots[slot]] = True
            found[row, day] &= keep
        if worker.supernumerary_before:
            found[row, : worker.supernumerary_before, ~in_training] = False
            found[row, worker.supernumerary_before :, in_training] = False
    return found


def close_short_notice(
    available: Bools, row: int, worker: Worker, short: Sequence[Short], slot_kind: Ints
) -> None:
    """Close to one worker the calls that may not be made any more; changes `available`."""
    notice = worker.contract.notice
    if notice is not None and notice.call_weight is None:
        for one in short:
            available[row, one.day, one.calls[slot_kind]] = False
