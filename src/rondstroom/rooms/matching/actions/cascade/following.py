"""A cascade follows its shift: filled, changed, taken back or lapsed, it stops by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.actions.cascade.advancing import locked
from rondstroom.rooms.matching.actions.cascade.ending import finish
from rondstroom.rooms.matching.actions.cascade.places import ended_by_shift
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.matching.states import CascadeState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

_MATTERS = frozenset({"starts_at", "ends_at", "break_minutes", "function", "skills", "team"})


def follow_shift(*, subject: str, by: Account, at: datetime, **_event: Any) -> None:
    """Let a running cascade see that its shift was filled, taken back, or lapsed."""
    _see([subject], by, at)


def follow_shifts(
    *, lines: Iterable[journal.Told], by: Account, at: datetime, **_event: Any
) -> None:
    """Let running cascades see which shifts were filled together, in one look."""
    _see([line.subject for line in lines], by, at)


def _see(subjects: Iterable[str], by: Account, at: datetime) -> None:
    for cascade in _running(subjects):
        if over := ended_by_shift(cascade):
            finish(cascade, *over, by, at)


def stop_when_changed(
    *, subject: str, by: Account, at: datetime, changed: Collection[str] = (), **_event: Any
) -> None:
    """Stop asking for a shift that became another one: people answered about the old one."""
    for cascade in [] if _MATTERS.isdisjoint(changed) else _running([subject]):
        finish(cascade, CascadeState.STOPPED, _("de dienst is gewijzigd"), by, at)


def _running(subjects: Iterable[str]) -> list[Cascade]:
    shifts = {int(subject.removeprefix("shift:")) for subject in subjects}
    running = Cascade.objects.filter(shift_id__in=shifts, state=CascadeState.RUNNING)
    return [locked(pk) for pk in running.order_by("pk").values_list("pk", flat=True)]
