"""A swap that does not go through: refused, withdrawn, not agreed to, or its time is over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters import permissions, queries
from rondstroom.rooms.rosters.actions.swapping.asking import write_down
from rondstroom.rooms.rosters.actions.swapping.exchanging import UnableToSwap
from rondstroom.rooms.rosters.models import Swap
from rondstroom.rooms.rosters.states import LIVING_SWAPS, SwapState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def end_swap(*, swap: Swap, answer: str = "", by: Account, at: datetime) -> Swap:
    """Say no: the asker takes it back, the other does not want it, or a planner does not agree.

    Nobody's roster changes. Journal: `rosters.swap.withdrawn`, `refused` or `declined`.
    """
    Swap.objects.select_for_update(of=("self",)).get(pk=swap.pk)
    row = queries.swapped(swap.pk)
    state = _as(row, by)
    if state is None:
        raise UnableToSwap(_("Hierop antwoordt alleen wie gevraagd is."), "permission")
    if row.state == state:
        return row
    if row.state not in LIVING_SWAPS:
        text = _("Dit is al geregeld, ingetrokken of verlopen. Er verandert niets.")
        raise UnableToSwap(text, "state")
    row.answer = answer.strip()
    journal.check_lengths(row, UnableToSwap)
    return _end(row, state, by, at)


def _as(row: Swap, by: Account) -> SwapState | None:
    """Give what a no of this account means."""
    if row.assignment.worker.account_id == by.pk:
        return SwapState.WITHDRAWN
    other = row.taker or row.wanted
    if other is not None and other.account_id == by.pk:
        return SwapState.REFUSED
    plans = any(permissions.may_assign(by, pk) for pk in queries.organisations_in(row))
    return SwapState.DECLINED if plans else None


@transaction.atomic
def lapse_swaps(*, by: Account, at: datetime) -> int:
    """End what nobody answered in time; give how many. Journal: `rosters.swap.lapsed`."""
    late = Swap.objects.filter(state__in=LIVING_SWAPS, answer_by__lte=at)
    ids = list(late.select_for_update(of=("self",)).values_list("pk", flat=True))
    for pk in ids:
        _end(queries.swapped(pk), SwapState.LAPSED, by, at)
    return len(ids)


def follow_given(*, assignment_id: int, by: Account, at: datetime, **event: Any) -> None:
    """End the other swaps about an assignment that changed hands, or that is no more."""
    about = Q(assignment_id=assignment_id) | Q(in_return_id=assignment_id)
    own = event.get("swap_id") or 0
    living = Swap.objects.filter(about, state__in=LIVING_SWAPS).exclude(pk=own)
    for pk in list(living.values_list("pk", flat=True)):
        _end(queries.swapped(pk), SwapState.LAPSED, by, at)


def _end(row: Swap, state: SwapState, by: Account, at: datetime) -> Swap:
    row.state, row.ended_at = state, at
    row.save(update_fields=["state", "answer", "ended_at"])
    write_down(str(state), row, by, at)
    return row
