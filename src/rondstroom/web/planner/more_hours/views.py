"""Who wants more hours: the own people, and those of the pool who want to work here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import MoreHours
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner


@dataclass(frozen=True, slots=True)
class Wanting:
    """One who wants more: what is wished, and what the contract here holds; nothing elsewhere."""

    wish: Any
    own: list[Any]

    @property
    def is_structural(self) -> bool:
        """Always more, or this month only."""
        return bool(self.wish.more == MoreHours.STRUCTURAL)

    @property
    def contract_minutes(self) -> int:
        """Contract minutes a week at the organisations of this planner."""
        return sum(one.minutes_per_week for one in self.own)


@planner
def more_hours(request: HttpRequest) -> HttpResponse:
    """Show who wants more hours, who waits longest on top."""
    today = timezone.localdate()
    mine = {one.pk for one in access.organisations_of(request)}
    wanting = wanting_more(mine, today)
    context = {
        "structural": [one for one in wanting if one.is_structural],
        "this_month": [one for one in wanting if not one.is_structural],
        "today": today,
    }
    return render(request, "planner/more_hours/list.html", context)


def wanting_more(organisation_ids: set[int], today: date) -> list[Wanting]:
    """Give who wants more hours and may be asked by these organisations."""
    near = organisations.sharing_partners(Shared.AVAILABILITY, organisation_ids, today)
    found = people.who_wants_more(organisation_ids, near, today)
    return [
        Wanting(
            one,
            [
                tie
                for tie in one.worker.engagements.all()
                if tie.organisation_id in organisation_ids
            ],
        )
        for one in found
    ]
