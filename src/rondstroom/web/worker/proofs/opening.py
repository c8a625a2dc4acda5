"""What one more competence would open: shifts that are open now, in the own travel area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rondstroom.rooms.matching.queries import Reason

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

MINUTES_HOUR = 60
MOST = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """One competence or diploma, and the shifts that nothing else keeps closed."""

    name: str
    skill_id: int | None
    shifts: int
    hours_a_week: float


def opened_by(hidden: Iterable[tuple[Shift, tuple[Reason, ...]]], weeks: int) -> list[Opened]:
    """Give what a single competence or diploma would open, most hours first.

    A shift counts only when that is the one thing in the way: distance, rest and wishes fit.
    """
    found: dict[tuple[str, int | None], list[int]] = {}
    for shift, reasons in hidden:
        if len(reasons) == 1 and (key := _asked(shift, reasons[0])):
            minutes = (shift.ends_at - shift.starts_at).total_seconds() / MINUTES_HOUR
            found.setdefault(key, []).append(int(minutes) - shift.break_minutes)
    rows = [
        Opened(name, skill_id, len(each), sum(each) / MINUTES_HOUR / weeks)
        for (name, skill_id), each in found.items()
    ]
    return sorted(rows, key=lambda one: (-one.hours_a_week, one.name))[:MOST]


def _asked(shift: Shift, reason: Reason) -> tuple[str, int | None] | None:
    """Give the competence or function that the gate misses; none when it misses something else."""
    if reason.rule == "gate.diploma" and shift.function is not None:
        return shift.function.name, None
    if reason.rule == "gate.skill":
        named = [one for one in shift.skills.all() if one.name in reason.text]
        if named:
            longest = max(named, key=lambda one: len(one.name))
            return longest.name, longest.pk
    return None
