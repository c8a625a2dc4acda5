"""Which state follows which: as a table for looking back, and as few steps for going forward.

Classes that may follow the same kinds share the work of finding the cheapest way there, and of the
sets of kinds larger ones build on smaller ones.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Group
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Bools, Ints
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


def steps_of(pricing: Pricing) -> tuple[Ints, Bools]:
    """Give 1 + state × 1 + class: the state that follows, and whether it ends days on a kind."""
    group, longest, first = pricing.group, pricing.group.work.cap, pricing.first_off
    rests = group.off.cap
    then = np.full((1 + first + rests, 1 + len(group.classes.slots)), -1)
    turns = np.zeros(then.shape, dtype=np.bool_)
    then[: 1 + first, 0] = first
    for run in range(rests if group.off.loops else rests - 1):
        then[1 + first + run, 0] = first + min(run + 1, rests - 1)
    for one in range(len(group.classes.slots)):
        then[0, 1 + one] = then[1 + first :, 1 + one] = _onward(pricing, one, -1) * longest
        for block in range(len(pricing.blocks)):
            onward = _onward(pricing, one, block)
            for run in range(0 if onward < 0 else longest if group.work.loops else longest - 1):
                state = 1 + block * longest + run
                then[state, 1 + one] = onward * longest + min(run + 1, longest - 1)
                turns[state, 1 + one] = pricing.enters[one, block]
    return then, turns


def _onward(pricing: Pricing, one: int, block: int) -> int:
    """Give the block after a day of a class, -1 for none; before it a block, or -1 for days off."""
    memory = pricing.group.classes.memory[one]
    if block < 0 or pricing.enters[one, block]:
        return int(pricing.first_block[memory])
    is_longer = pricing.memory_of[block] == memory and pricing.lengthens[block].any()
    return int(pricing.lengthens[block].argmax()) if is_longer else -1


def memories_of(pricing: Pricing) -> Ints:
    """Give, per memory, its first block and how many there are."""
    counts = [run.cap for run in pricing.group.classes.kind_runs]
    return np.column_stack([pricing.first_block, counts])


def sets_of(group: Group, count: int) -> Ints:
    """Give, per set of memories that classes begin after, the ways to be joined, then -1.

    A way below the count is a memory, from there on a set.
    """
    wanted = _sets(group)
    rows = []
    for number, memories in enumerate(wanted):
        within = [known for known in range(number) if wanted[known] <= memories]
        base = max(within, key=lambda known: len(wanted[known]), default=None)
        parts = [] if base is None else [count + base]
        rows.append(parts + sorted(memories - (frozenset() if base is None else wanted[base])))
    found = np.full((len(rows), max(map(len, rows), default=0)), -1)
    for row, parts in zip(found, rows, strict=True):
        row[: len(parts)] = parts
    return found


def links_of(pricing: Pricing, count: int) -> Ints:
    """Give, per class, what it leads to and comes from."""
    classes, wanted = pricing.group.classes, _sets(pricing.group)
    found: list[tuple[int, int, int, bool, bool]] = []
    for memory, after in zip(classes.memory, _afters(pricing.group), strict=True):
        first, run = int(pricing.first_block[memory]), classes.kind_runs[memory]
        lengthens = bool(pricing.lengthens[first : first + run.cap].any())
        way = count + wanted.index(after) if after else -1
        found.append((first, run.cap, way, lengthens, run.loops))
    return np.array(found, dtype=np.int64)


def _sets(group: Group) -> list[frozenset[int]]:
    """Give the sets of memories that classes begin after, smaller ones first."""
    wanted = {after for after in _afters(group) if after}
    return sorted(wanted, key=lambda one: (len(one), sorted(one)))


def _afters(group: Group) -> list[frozenset[int]]:
    """Give, per class, the memories it may begin after."""
    classes = group.classes
    return [
        after - {memory} if classes.has_own_run(memory) else after
        for memory, after in zip(classes.memory, classes.after, strict=True)
    ]
