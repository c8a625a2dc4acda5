"""One thing that a contract asks, and what is read once to find them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from flexpool.contracts.rule import Finding
from rondstroom.rooms.contracts.states import LetterKind

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement, Worker


@dataclass(frozen=True, slots=True)
class Obligation:
    """One finding about one engagement: which letter settles it, which shift it is about."""

    worker: Worker
    engagement: Engagement
    finding: Finding
    letter: LetterKind | None = None
    shift: Any = None
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What was read once for all people of an organisation."""

    now: datetime
    own_name: str
    placed: dict[int, list[Any]]
    letters: dict[tuple[int, str], date]

    @property
    def today(self) -> date:
        """The day of asking."""
        return timezone.localdate(self.now)

    def letter(self, tie: Engagement, kind: LetterKind) -> date | None:
        """Give when the last letter of a kind was sent."""
        return self.letters.get((tie.pk, kind))
