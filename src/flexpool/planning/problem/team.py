"""Who must be there together: compositions of a team, and faces at a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product


@dataclass(frozen=True, slots=True)
class Composition:
    """A day's work that one of several teams can do: a specialist alone, or with helpers.

    Parameters
    ----------
    day
        Day of the horizon.
    options
        Teams, each as (kind, skill) → how many; one of them is enough.
    weight
        Price of each one missing from the option that is nearest; None when one must be whole.
    """

    day: int
    options: tuple[Mapping[tuple[str, str], int], ...]
    weight: int | None = None

    def __post_init__(self) -> None:
        counts = [count for option in self.options for count in option.values()]
        if not self.options or min(counts, default=0) < 0 or (self.weight or 0) < 0:
            raise ValueError(
                f"composition of day {self.day}: needs options, and no negative number"
            )


@dataclass(frozen=True, slots=True)
class Faces:
    """How many different people come to a team or place over the horizon.

    Parameters
    ----------
    at
        Name of the team or, where kinds name no team, of the place.
    most, weight
        The most different workers, and the price of each one more; None when it must hold.
    """

    at: str
    most: int
    weight: int | None = None

    def __post_init__(self) -> None:
        if not self.at or self.most < 0 or (self.weight or 0) < 0:
            raise ValueError(f"faces at {self.at!r}: needs a name, and no negative number")


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody with a skill is at a place already, whatever the roster becomes.

    `starts` and `ends` are minutes after the first midnight; before it they are negative.
    """

    place: str
    skill: str
    starts: int
    ends: int

    def __post_init__(self) -> None:
        if not self.skill or self.ends <= self.starts:
            raise ValueError(f"stay at {self.place!r}: needs a skill, and ends after it starts")


@dataclass(frozen=True, slots=True)
class Member:
    """Who could be in a team: the slot, the minutes there are for tasks, and which tasks."""

    slot: tuple[str, str]
    minutes: int
    tasks: frozenset[str]


def teams_for(
    tasks: Mapping[str, int], members: Sequence[Member], most: int
) -> tuple[Mapping[tuple[str, str], int], ...]:
    """Give the teams of at most so many that can do the tasks and can miss nobody, smallest first.

    Parameters
    ----------
    tasks
        Minutes of each task; a task may be divided over members.
    members
        Who could be in a team, any number of each.
    most
        Largest team.
    """
    found: list[tuple[int, ...]] = []
    teams = (team for team in product(range(most + 1), repeat=len(members)) if sum(team) <= most)
    for team in sorted(teams, key=sum):
        is_new = not any(all(map(int.__le__, smaller, team)) for smaller in found)
        if is_new and _can_do(tasks, members, team):
            found.append(team)
    slots = [member.slot for member in members]
    return tuple(
        {slot: count for slot, count in zip(slots, team, strict=True) if count} for team in found
    )


def _can_do(tasks: Mapping[str, int], members: Sequence[Member], team: tuple[int, ...]) -> bool:
    """Tell whether for every set of tasks those who can do some of it have the time (Hall)."""
    return all(
        sum(tasks[task] for task in some)
        <= sum(
            count * member.minutes
            for member, count in zip(members, team, strict=True)
            if not member.tasks.isdisjoint(some)
        )
        for some in _subsets(tuple(tasks))
    )


def _subsets(tasks: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    sizes = range(1, len(tasks) + 1)
    return chain.from_iterable(combinations(tasks, size) for size in sizes)
