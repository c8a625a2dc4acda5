"""Who can be planned: one worker with contract, skills, wishes and what is fixed already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flexpool.planning.problem.contract import Contract, History, Limit
from flexpool.planning.problem.terms import Reach
from flexpool.staffing import AgeGroup, Shift


@dataclass(frozen=True, slots=True)
class Request:
    """A wish for one day: to work (`is_on`), or not, a kind; with kind "" any kind at all."""

    day: int
    kind: str
    weight: int
    is_on: bool

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError(f"request for day {self.day}: negative weight")


@dataclass(frozen=True, slots=True)
class Published:
    """What a worker was told of a day: a kind, or with kind "" a day off; the price of a change.

    Another skill on the same kind is no change: hours and place stay what they were.
    """

    day: int
    kind: str
    weight: int

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError(f"published day {self.day}: negative weight")


@dataclass(frozen=True, slots=True)
class Supervision:
    """Somebody with this skill must be at the same place all the time; else the price per shift.

    A price of None means that it must hold; `kinds` None that it holds on every kind of shift.
    """

    by: str
    weight: int | None = None
    kinds: frozenset[str] | None = None

    def __post_init__(self) -> None:
        if not self.by or (self.weight is not None and self.weight < 0):
            raise ValueError(
                "supervision: needs the skill of the supervisor, and no negative weight"
            )

    def holds_on(self, kind: str) -> bool:
        """Say whether a shift of this kind is worked under supervision."""
        return self.kinds is None or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Worker:
    """One worker.

    Parameters
    ----------
    contract
        The limits that hold for this worker.
    skills
        Skills held; a demand or kind that asks for a skill needs one of these.
    kinds
        Kinds this worker is eligible for; None for all.
    days_off
        Days on which nothing may be rostered.
    unavailable
        (day, kind) pairs that may not be rostered; kind "" is the whole day.
    beyond_agreed
        (day, kind) pairs, as above, outside the days and hours agreed with somebody whose times are
        mostly unpredictable: the worker may refuse them, unless the worker asked to work then.
    fixed
        Day → (kind, skill) that must be rostered; ("", "") fixes a day off.
    requests
        Wishes, each with its price when not met.
    published
        The roster as it was made known, at most once a day; what is not named was not published.
    kind_cost
        Price of one assignment to a kind: tier, travel, familiarity.
    history
        The eve of the horizon; None when unknown.
    reach
        Where and as what the worker may be sent, and from how near.
    supernumerary_before
        On days before this one the worker is in training: at work, but not counted as cover.
    supervision
        Who must be there while this worker works, for each thing that is not done alone yet.
    unsocial
        Bounds on minutes in evening, night and weekend over the horizon, with those in `history`.
    locked
        Shifts worked or promised elsewhere, before or during the horizon: never moved, always
        counted by the working-time law.
    age_group
        Chapter of the Working Hours Act that applies.
    """

    id: str
    contract: Contract = field(default_factory=Contract)
    skills: frozenset[str] = frozenset()
    kinds: frozenset[str] | None = None
    days_off: frozenset[int] = frozenset()
    unavailable: frozenset[tuple[int, str]] = frozenset()
    beyond_agreed: frozenset[tuple[int, str]] = frozenset()
    fixed: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    requests: tuple[Request, ...] = ()
    published: tuple[Published, ...] = ()
    kind_cost: Mapping[str, int] = field(default_factory=dict)
    history: History | None = None
    reach: Reach = field(default_factory=Reach)
    supernumerary_before: int = 0
    supervision: tuple[Supervision, ...] = ()
    unsocial: Limit | None = None
    locked: tuple[Shift, ...] = ()
    age_group: AgeGroup = AgeGroup.ADULT
