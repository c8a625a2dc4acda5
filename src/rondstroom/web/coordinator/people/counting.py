"""How many people are free, by function and by day, beside the hours that are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rondstroom.rooms.rosters.queries import Covered, Unused
from rondstroom.web.coordinator.picture.tallies import Tally, per


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """One function: its open hours, and how many people with its diploma are free, by day."""

    function: Any
    tally: Tally
    people: int
    days: tuple[int, ...]


def by_function(
    unused: Sequence[Unused],
    cover: Iterable[Covered],
    days: Sequence[date],
    functions: Iterable[Any],
    main: Mapping[int, int | None],
) -> list[FunctionRow]:
    """Give each function with people or open hours, the most open hours first.

    Somebody counts once, under the highest function: `main` tells which that is by worker.
    """
    tallies = per(cover, lambda one: one.function_id)
    people = Counter(main[one.worker_id] for one in unused)
    on_day = Counter((main[one.worker_id], day) for one in unused for day in one.days)
    rows = [
        FunctionRow(
            function,
            tallies.get(function.pk, Tally()),
            people[function.pk],
            tuple(on_day[function.pk, day] for day in days),
        )
        for function in functions
    ]
    found = [row for row in rows if row.people or row.tally.open_places]
    return sorted(found, key=lambda row: (-row.tally.open_minutes, -row.people))


def highest(
    unused: Iterable[Unused], stands_in: Mapping[int, frozenset[int]]
) -> dict[int, int | None]:
    """Give for each worker the function that stands in for the others they hold.

    `stands_in` gives for a function who may work it: itself and those above it.
    """
    found: dict[int, int | None] = {}
    for one in unused:
        rank = {
            function: len(one.functions & stands_in.get(function, frozenset()))
            for function in sorted(one.functions)
        }
        found[one.worker_id] = min(rank, key=rank.__getitem__) if rank else None
    return found
