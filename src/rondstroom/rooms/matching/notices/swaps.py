"""A shift that a colleague offers to anyone: told only to who may work it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.matching import queries
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import wording

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Swap


def tell_swap_open(*, swap_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell who may work a shift that it is offered, when it is offered to anyone."""
    row = rosters.swapped(swap_id)
    if row.wanted_id is not None:
        return
    may = queries.candidates(row.assignment.shift, at).eligible
    workers = people.workers(one.worker_id for one in may)
    messages.tell(
        to=[one.account for one in workers.values() if one.account is not None],
        kind=MessageKind.SWAP,
        words=lambda: _offered(row),
        subject=f"swap:{row.pk}",
        once=f"swap:{row.pk}:{row.state}",
        by=by,
        at=at,
    )


def _offered(row: Swap) -> Words:
    given = row.assignment
    when = wording.span(given.starts_at, given.ends_at)
    text = (
        _("%(giver)s wil deze dienst bij %(where)s ruilen voor een dienst van jou.")
        if row.wants_return
        else _("%(giver)s zoekt iemand die deze dienst bij %(where)s overneemt.")
    )
    words = {"giver": given.worker.name, "where": wording.place(given.shift)}
    return Words(_("Te ruilen: %(when)s") % {"when": when}, text % words)
