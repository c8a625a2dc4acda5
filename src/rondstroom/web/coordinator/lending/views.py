"""The balance of lending per organisation, and the requests that wait there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.coordinator import access
from rondstroom.web.coordinator.spans import LENGTHS, calendar_span


@dataclass(frozen=True, slots=True)
class Balance:
    """What one organisation lends, borrows and hires, in minutes; bars as wide as the most."""

    organisation: Any
    lent: int
    borrowed: int
    hired: int
    most: int

    @property
    def balance(self) -> int:
        """Hours lent minus hours borrowed, rounded."""
        return round((self.lent - self.borrowed) / 60)

    @property
    def lent_width(self) -> str:
        """Width of the bar to the right."""
        return f"{50 * self.lent / (self.most or 1):.1f}"

    @property
    def borrowed_width(self) -> str:
        """Width of the bar to the left."""
        return f"{50 * self.borrowed / (self.most or 1):.1f}"

    @property
    def borrowed_at(self) -> str:
        """Where the bar to the left begins."""
        return f"{50 - 50 * self.borrowed / (self.most or 1):.1f}"


@require_safe
@access.for_coordinator
def lending(request: HttpRequest) -> HttpResponse:
    """Show per organisation what it lends and borrows, and between whom."""
    span, every = calendar_span(request), access.every_organisation()
    found = rosters.lent_between([one.pk for one in every], span.period)
    both = {one.pk: (found.lent_by(one.pk), found.borrowed_by(one.pk)) for one in every}
    most = max((minutes for pair in both.values() for minutes in pair), default=0)
    names = {one.pk: one for one in every}
    context = {
        "span": span,
        "lengths": LENGTHS,
        "rows": [Balance(one, *both[one.pk], found.hired.get(one.pk, 0), most) for one in every],
        "pairs": [
            (names[lender], names[borrower], minutes)
            for (lender, borrower), minutes in sorted(
                found.between.items(), key=lambda pair: -pair[1]
            )
            if lender in names
        ],
    }
    return render(request, "coordinator/lending.html", context)


@require_safe
@access.for_coordinator
def waiting(request: HttpRequest) -> HttpResponse:
    """Show at which organisations requests wait, and since when; who asked is theirs to see."""
    now, every = timezone.now(), access.every_organisation()
    found = matching.waiting_at([one.pk for one in every], now)
    rows = [(one, found[one.pk]) for one in every if one.pk in found]
    context = {
        "rows": sorted(rows, key=lambda row: (-row[1].late, row[1].oldest)),
        "total": sum(one.requests for one in found.values()),
        "late": sum(one.late for one in found.values()),
        "now": now,
    }
    return render(request, "coordinator/waiting.html", context)
