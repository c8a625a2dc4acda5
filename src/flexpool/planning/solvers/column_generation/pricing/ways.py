"""Which state follows which: as a table for looking back, and as few steps for going forward.

Classes that may follow the same kinds share the work of finding the cheapest way there, and of the
sets of kinds larger ones build on smaller ones.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Group
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Bools, Ints


def steps_of(group: Group) -> tuple[Ints, Bools]:
    """Give 1 + state × 1 + class: the state that follows, and whether it ends days on a kind."""
    classes, longest, rests = group.classes, group.work.cap, group.off.cap
    runs = [(memory, run) for memory, run in enumerate(classes.kind_runs)]
    blocks = [(memory, length) for memory, run in runs for length in range(run.cap)]
    first = len(blocks) * longest
    then = np.full((1 + first + rests, 1 + len(classes.slots)), -1)
    turns = np.zeros(then.shape, dtype=np.bool_)
    then[: 1 + first, 0] = first
    for run in range(rests if group.off.loops else rests - 1):
        then[1 + first + run, 0] = first + min(run + 1, rests - 1)
    for one, memory in enumerate(classes.memory):
        start = first_block(group, memory)
        then[0, 1 + one] = then[1 + first :, 1 + one] = start * longest
        for block, (source, length) in enumerate(blocks):
            onward, ends = _onward(group, one, source, length, start)
            if onward < 0:
                continue
            for run in range(longest if group.work.loops else longest - 1):
                state = 1 + block * longest + run
                then[state, 1 + one] = onward * longest + min(run + 1, longest - 1)
                turns[state, 1 + one] = ends
    return then, turns


def _onward(group: Group, one: int, source: int, length: int, start: int) -> tuple[int, bool]:
    """Give the block after a day of a class, -1 for none, and whether days on a kind end."""
    classes, memory = group.classes, group.classes.memory[one]
    if source not in classes.after[one]:
        return -1, False
    if source != memory or not classes.has_own_run(memory):
        return start, True
    run = classes.kind_runs[memory]
    if length + 1 == run.cap and not run.loops:
        return -1, False
    return start + min(length + 1, run.cap - 1), False


def first_block(group: Group, memory: int) -> int:
    """Give the first block of a memory."""
    return sum(run.cap for run in group.classes.kind_runs[:memory])


def memories_of(group: Group) -> Ints:
    """Give, per memory, its first block and how many there are."""
    runs = group.classes.kind_runs
    return np.array([(first_block(group, memory), run.cap) for memory, run in enumerate(runs)])


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


def links_of(group: Group, count: int) -> Ints:
    """Give, per class, what it leads to and comes from."""
    classes, wanted = group.classes, _sets(group)
    found: list[tuple[int, int, int, bool, bool]] = []
    for memory, after in zip(classes.memory, _afters(group), strict=True):
        one = len(found)
        way = count + wanted.index(after) if after else -1
        lengthens = classes.has_own_run(memory) and memory in classes.after[one]
        run = classes.kind_runs[memory]
        found.append((first_block(group, memory), run.cap, way, lengthens, run.loops))
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
