"""What to plan anew together, all else staying as it is: some workers, or some days of many.

Which kind pays differs by problem and by how far the search has come, so both go on being tried,
the one that gained more in its time more often; each grows when it gains nothing and shrinks when
it takes too long, or, where others for the same price would do, finds none of those either.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from flexpool.planning.solvers.column_generation.incumbent import Excess, Incumbent
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.program import SATURDAY

BYSTANDER, AT_WORK = 0.15, 0.3
TROUBLED_SHARE = 2 / 3
FIRST_STAFF, FEWEST_STAFF = 10, 4
FIRST_DAYS, FEWEST_DAYS, MOST_IN_WINDOW = 9, 4, 48
WIDEN_AFTER, ROAMED, NARROW_AFTER = 4, 25, 4  # whole rosters; windows, which also roam; stuck
MEMORY, CURIOSITY = 0.8, 0.2
FADES = 1.0  # times the patience: then what was gained counts half


@dataclass(frozen=True)
class Neighbourhood:
    """The workers to plan, and the days that are open to them."""

    workers: Ints
    open_days: npt.NDArray[np.bool_]

    @property
    def has_all_days(self) -> bool:
        """Whether whole rosters are planned."""
        return bool(self.open_days.all())


@dataclass
class Size:
    """The size of one kind of neighbourhood, and what it brought lately.

    Gains and seconds fade with the time that goes by, whichever kind it goes to: while nothing is
    gained both kinds keep their rank.
    """

    size: int
    fewest: int
    most: int
    widens_after: int = WIDEN_AFTER
    fails: int = 0
    stuck: int = 0
    gain: float = 1.0
    seconds: float = 1.0
    each: float = 1.0

    @property
    def worth(self) -> float:
        """What it gained a second, lately."""
        return self.gain / self.seconds

    @property
    def roams(self) -> bool:
        """Whether so little was gained lately that what is as cheap but different is of use."""
        return self.fails >= WIDEN_AFTER

    def fade(self, kept: float) -> None:
        """Let what it brought count for less."""
        self.gain, self.seconds = kept * self.gain, kept * self.seconds

    def learn(self, gain: float, seconds: float, patience: float, stuck: bool = False) -> None:
        """Take in how one went.

        Parameters
        ----------
        gain, seconds
            What it brought, in how much time.
        patience
            The longest that one should take.
        stuck
            Whether not even something else for the same price was found.
        """
        self.gain, self.seconds = self.gain + gain, self.seconds + seconds
        self.each = MEMORY * self.each + (1 - MEMORY) * seconds
        self.fails = 0 if gain else self.fails + 1
        self.stuck = self.stuck + 1 if stuck else 0
        least = min(self.fewest, self.most)
        if seconds > patience:
            self.size = max(least, self.size - max(1, self.size // 5))
        elif self.stuck >= NARROW_AFTER:
            self.size, self.stuck = max(least, self.size - 1), 0
        elif self.fails >= self.widens_after:
            self.size, self.fails = min(self.most, self.size + 1), 0


@dataclass
class Chooser:
    """Chooses neighbourhoods of an incumbent, and learns which kind pays.

    Parameters
    ----------
    workers, days
        How many there are.
    rng
        All chance.
    first_weekday
        Of the first day; 0 is Monday.
    """

    workers: int
    days: int
    rng: np.random.Generator
    first_weekday: int = 0
    staff: Size = field(init=False)
    window: Size = field(init=False)

    def __post_init__(self) -> None:
        self.staff = Size(min(FIRST_STAFF, self.workers), FEWEST_STAFF, self.workers)
        self.window = Size(min(FIRST_DAYS, self.days), FEWEST_DAYS, self.days, ROAMED)

    def choose(self, incumbent: Incumbent, excess: Excess) -> tuple[Size, Neighbourhood]:
        """Give a kind of neighbourhood and one of that kind, where most can be won."""
        better, other = sorted((self.staff, self.window), key=lambda size: -size.worth)
        curiosity = CURIOSITY * min(1.0, better.each / other.each)  # a share of the time
        size = other if self.rng.random() < curiosity else better
        trouble = self._trouble(excess.cover, excess.workers.sum())
        if size is self.staff:
            chosen = self._workers(incumbent, excess.workers, trouble, size.size)
            return size, Neighbourhood(chosen, np.ones(self.days, dtype=bool))
        chosen = self._workers(incumbent, excess.workers, trouble, MOST_IN_WINDOW)
        return size, Neighbourhood(chosen, self._window(trouble, size.size))

    def learn(
        self, size: Size, gain: float, seconds: float, patience: float, stuck: bool = False
    ) -> None:
        """Take in how a neighbourhood of this kind went."""
        for one in (self.staff, self.window):
            one.fade(0.5 ** (seconds / (FADES * patience)))
        size.learn(gain, seconds, patience, stuck)

    def _trouble(self, prices: Floats, others: float) -> tuple[int, int] | None:
        """Choose a day and slot that costs; the less often, the more is paid for workers."""
        share = prices.sum() / max(1.0, prices.sum() + others)
        if self.rng.random() >= TROUBLED_SHARE * share:
            return None
        place = self.rng.choice(prices.size, p=(prices / prices.sum()).ravel())
        day, slot = divmod(int(place), prices.shape[1])
        return day, slot

    def _workers(
        self, incumbent: Incumbent, prices: Floats, trouble: tuple[int, int] | None, size: int
    ) -> Ints:
        """Choose workers: mostly those who cost, or could mend what costs; sometimes anybody."""
        size = min(size, self.workers)
        weight = BYSTANDER + prices / max(1.0, prices.max())
        if trouble is not None:
            day, slot = trouble
            weight += incumbent.problem.tables.eligible[:, slot]
            weight += AT_WORK * (incumbent.cells[:, day] >= 0)
        elif self.rng.random() >= TROUBLED_SHARE:
            weight = np.ones(self.workers)
        chosen = self.rng.choice(self.workers, size, replace=False, p=weight / weight.sum())
        return np.sort(chosen)

    def _window(self, trouble: tuple[int, int] | None, size: int) -> npt.NDArray[np.bool_]:
        """Choose days in a row, around the trouble when there is one."""
        around = trouble[0] if trouble else int(self.rng.integers(self.days))
        first = around - int(self.rng.integers(size))
        first = min(max(0, first), self.days - size)
        last = first + size - 1
        last += (last + self.first_weekday) % 7 == SATURDAY  # a weekend split costs more to price
        days = np.arange(self.days)
        window: npt.NDArray[np.bool_] = (days >= first) & (days <= last)
        return window
