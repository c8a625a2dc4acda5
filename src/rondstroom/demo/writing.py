"""Who writes the demo down and when: every action is signed and dated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypedDict

from flexpool.periods import at
from rondstroom.demo.region.cover import first_day

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class Signed(TypedDict):
    """What every action asks: by whom, and when."""

    by: Account
    at: datetime


@dataclass(frozen=True, slots=True)
class Writer:
    """The platform's own account, and the moments at which the demo's history happened."""

    account: Account
    today: date

    @property
    def founded_on(self) -> date:
        """The day on which everybody was engaged and the pool began."""
        return first_day(self.today) - timedelta(weeks=26)

    @property
    def at_founding(self) -> Signed:
        """Sign as on the day on which the pool began."""
        return self._on(self.founded_on)

    @property
    def when_rostered(self) -> Signed:
        """Sign as five weeks before the first week: rosters are known 28 days ahead (ATW 4:2)."""
        return self._on(first_day(self.today) - timedelta(weeks=5))

    @property
    def this_morning(self) -> Signed:
        """Sign as early on the day itself."""
        return self._on(self.today)

    def _on(self, day: date) -> Signed:
        return {"by": self.account, "at": at(day, time(6))}
