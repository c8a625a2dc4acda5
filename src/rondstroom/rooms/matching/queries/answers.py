"""The values that matching answers with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rondstroom.rooms.matching.queries.openings import Opening
from rondstroom.rooms.matching.queries.ranking import Ranked
from rondstroom.rooms.rosters.queries.placement import Reason

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a worker may work a shift, every reason why not, and the numbers for ranking.

    `tier` is 0 own team, 1 own organisation, 2 pool. `travel_minutes` is None when a postcode is
    not known. `wish` is available, rather_not, unavailable or "". `owed_minutes` are contract
    minutes of that week still to fill, at one's own employer only.
    """

    ok: bool
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()
    tier: int = 2
    travel_minutes: int | None = None
    times_here: int = 0
    wish: str = ""
    owed_minutes: int = 0


@dataclass(frozen=True, slots=True)
class ShiftCard:
    """A shift in a worker's list. `asked` is requested, waiting or ""."""

    shift: Shift
    eligibility: Eligibility
    filled: int
    asked: str = ""


@dataclass(frozen=True, slots=True)
class ShiftList:
    """What I may work; the first of the others with every reason; and all others counted per rule.

    A shift with more than one reason counts for each of them, and once in `hidden_total`. For
    `offered` shifts the worker was asked, and may still answer; openings only when asked for.
    """

    may: list[ShiftCard] = field(default_factory=list)
    hidden: list[tuple[Shift, tuple[Reason, ...]]] = field(default_factory=list)
    hidden_counts: dict[str, int] = field(default_factory=dict)
    hidden_total: int = 0
    offered: int = 0
    openings: list[Opening] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a planner may see of a worker for one shift: name, function, proof state, numbers.

    `why` holds the ranking in words, with the numbers used. `missing` is empty when eligible.
    `asked` is requested, waiting or "".
    """

    worker_id: int
    name: str
    functions: tuple[str, ...]
    is_own: bool
    eligibility: Eligibility
    why: tuple[str, ...]
    ranked: Ranked
    asked: str = ""

    @property
    def missing(self) -> tuple[Reason, ...]:
        """What stands in the way."""
        return self.eligibility.reasons

    @property
    def may_be_set_aside(self) -> bool:
        """Whether a planner may decide otherwise: about all but the placement gate."""
        return not any(reason.rule.startswith("gate.") for reason in self.missing)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Eligible people, best first; then those who miss little; `others` miss more."""

    eligible: list[Candidate]
    almost: list[Candidate]
    others: int = 0
