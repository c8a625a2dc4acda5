"""The terms on which a pool is planned, and the reach of each of its workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Tier(StrEnum):
    """How near a worker stands to the organisation whose shift it is."""

    OWN = "own"
    POOL = "pool"
    RESERVE = "reserve"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Substitution:
    """A worker of one function may take a shift of another, at a price per assignment.

    Parameters
    ----------
    function, by
        The function that is asked for, and the one that may replace it; not the other way round.
    place
        Where this holds; "" is everywhere.
    """

    function: str
    by: str
    place: str = ""
    price: int = 0

    def __post_init__(self) -> None:
        if not self.function or not self.by or self.price < 0:
            raise ValueError(
                f"substitution of {self.function!r} by {self.by!r}: needs two functions and a "
                f"price of 0 or more, not {self.price}"
            )


@dataclass(frozen=True, slots=True)
class Terms:
    """What a pool agreed on; every price is per assignment unless it says otherwise.

    Parameters
    ----------
    tiers
        Price of a worker of each tier; a tier that is not named is free.
    travel_minute
        Price of each minute of travel to the place of a shift.
    unwilling, unfamiliar
        Price of a place where the worker would rather not work, and of one not known yet.
    beyond_agreed
        Price of a shift outside the days and hours agreed with the worker.
    wish_on, wish_off
        Price of each point of weight of a wish that is not met: to work, and not to work.
    substitutions
        Which function may replace which, where.
    """

    tiers: Mapping[Tier, int] = field(default_factory=dict)
    travel_minute: int = 0
    unwilling: int = 0
    unfamiliar: int = 0
    beyond_agreed: int = 0
    wish_on: int = 1
    wish_off: int = 1
    substitutions: tuple[Substitution, ...] = ()

    def __post_init__(self) -> None:
        prices = {name: getattr(self, name) for name in TERM_PRICES} | dict(self.tiers)
        for name, price in prices.items():
            if price < 0:
                raise ValueError(f"terms: {name} cannot have a negative price, {price}")


TERM_PRICES = (
    "travel_minute",
    "unwilling",
    "unfamiliar",
    "beyond_agreed",
    "wish_on",
    "wish_off",
)


@dataclass(frozen=True, slots=True)
class Reach:
    """The reach of one worker; what is not said is not looked at.

    Parameters
    ----------
    functions
        What the worker is qualified as; None when the function of a kind is not looked at.
    organisation, tier
        The employer, and how near the worker stands to shifts of other organisations.
    travel_minutes, most_travel
        Minutes to each place, one way; and the most that may be asked, None for no bound.
    never_at, rather_not_at
        Places where the worker may not be sent, or only at a price.
    familiar
        Teams and places where the worker is a known face; None when not looked at.
    """

    functions: frozenset[str] | None = None
    organisation: str = ""
    tier: Tier = Tier.POOL
    travel_minutes: Mapping[str, int] = field(default_factory=dict)
    most_travel: int | None = None
    never_at: frozenset[str] = frozenset()
    rather_not_at: frozenset[str] = frozenset()
    familiar: frozenset[str] | None = None

    def __post_init__(self) -> None:
        if any(minutes < 0 for minutes in (*self.travel_minutes.values(), self.most_travel or 0)):
            raise ValueError("reach: travel cannot take negative minutes")
