"""Who wants more hours in the region, and where those hours fit: open shifts, by organisation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import MoreHours
from rondstroom.web.coordinator import access

WEEKS = 4
SHOWN = 20
"""For so many people is looked where their hours fit: who waits longest first."""


@dataclass(frozen=True, slots=True)
class Wanting:
    """Somebody who wants more: what is wished, and the open shifts that fit, by organisation."""

    wish: Any
    employers: list[str]
    contract_minutes: int
    places: list[tuple[str, int]]

    @property
    def is_structural(self) -> bool:
        """Always more, or this month only."""
        return bool(self.wish.more == MoreHours.STRUCTURAL)

    @property
    def shifts(self) -> int:
        """In how many open shifts the hours fit."""
        return sum(number for _name, number in self.places)


@require_safe
@access.for_coordinator
def more_hours(request: HttpRequest) -> HttpResponse:
    """Name who is open to the region; others who want more hours are only counted."""
    today, now = timezone.localdate(), timezone.now()
    every = [one.pk for one in access.every_organisation()]
    wishes = list(people.who_wants_more(every, [], today))
    open_to = people.open_to_region(one.worker_id for one in wishes)
    named = [one for one in wishes if one.worker_id in open_to]
    context = {
        "people": [_wanting(one, now) for one in named[:SHOWN]],
        "left": max(len(named) - SHOWN, 0),
        "total": len(wishes),
        "others": len(wishes) - len(named),
        "weeks": WEEKS,
        "day": today,
        "days": WEEKS * 7,
    }
    return render(request, "coordinator/people/more_hours.html", context)


def _wanting(wish: Any, now: Any) -> Wanting:
    listed = matching.workable_shifts(wish.worker, now, now + timedelta(weeks=WEEKS), now)
    fitting = Counter(card.shift.organisation.name for card in listed.may)
    ties = list(wish.worker.engagements.all())
    return Wanting(
        wish,
        sorted({one.organisation.name for one in ties}),
        sum(one.minutes_per_week for one in ties),
        fitting.most_common(),
    )
