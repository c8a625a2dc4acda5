"""Shifts with free places, and how far asking around for them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.words import moment, when
from rondstroom.web.planner.queue.lines import URGENT_HOURS, Action, Kind, Line, Risk

AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift with free places, and how near it is."""

    shift: Any
    free: int
    hours_left: float

    @property
    def is_urgent(self) -> bool:
        """Whether it begins within a day."""
        return self.hours_left <= URGENT_HOURS


def open_places(organisation_ids: Sequence[int], now: datetime) -> list[OpenShift]:
    """Give the published shifts of the coming two weeks with free places, the nearest first."""
    shifts = list(demand.open_shifts(now, now + AHEAD, organisation_ids))
    filled = rosters.filled_places([shift.pk for shift in shifts])
    return [
        OpenShift(shift, free, (shift.starts_at - now).total_seconds() / 3600)
        for shift in shifts
        if (free := shift.places - filled[shift.pk]) > 0
    ]


def per_team(opened: Iterable[OpenShift]) -> list[tuple[Any, int]]:
    """Give each team with its free places, the shortest of people first."""
    free: Counter[int] = Counter()
    teams = {}
    for row in opened:
        free[row.shift.team_id] += row.free
        teams[row.shift.team_id] = row.shift.team
    return [(teams[pk], places) for pk, places in free.most_common()]


def lines(opened: Iterable[OpenShift], organisation_ids: Sequence[int]) -> list[Line]:
    """Give a line for each open shift, with the ring that is asked when that happens now."""
    running = matching.running_steps(organisation_ids)
    return [_line(row, running.get(row.shift.pk)) for row in opened]


def _line(row: OpenShift, step: Any) -> Line:
    shift = row.shift
    is_bare = row.free == shift.places
    return Line(
        Kind.OPEN,
        Risk.CARE_OR_LAW if is_bare else Risk.PERSON_WAITS,
        shift.starts_at,
        when(shift) + (f" ×{row.free}" if row.free > 1 else ""),
        reverse("planner:shift", args=[shift.pk]),
        " · ".join(_details(row, step, is_bare=is_bare)),
        _next_step(shift, step),
        mark="" if step else f"ask:{shift.pk}",
    )


def _details(row: OpenShift, step: Any, *, is_bare: bool) -> list[str]:
    shift = row.shift
    said = [f"{shift.team.location.name}, {shift.team.name}"]
    said += [shift.function.name] if shift.function else []
    said += [shift.reason] if shift.reason else []
    if not is_bare:
        taken = shift.places - row.free
        words = ngettext("%d plaats is bezet", "%d plaatsen zijn bezet", taken)
        said.append(words % taken)
    return [*said, *([_asked(step)] if step else [])]


def _asked(step: Any) -> str:
    if step.closes_at is None:
        return _("inhuur wacht op akkoord")
    words = {"ring": step.get_ring_display(), "until": moment(step.closes_at)}
    return _("uitvraag loopt: %(ring)s, tot %(until)s") % words


def _next_step(shift: Any, step: Any) -> Action:
    if step is not None:
        return Action(_("Volg de uitvraag"), reverse("planner:cascade", args=[step.cascade_id]))
    return Action(_("Vraag rond"), reverse("planner:ask", args=[shift.pk]))
