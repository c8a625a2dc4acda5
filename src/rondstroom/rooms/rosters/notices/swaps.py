"""Who hears what of a swap or hand-over, at each step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.notices.questions import planners_of
from rondstroom.rooms.rosters.queries import wording
from rondstroom.rooms.rosters.states import LIVING_SWAPS, SwapState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment, Swap


def tell_of_swap(*, swap_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell everybody concerned how it stands now; whose answer no longer matters need not give it.

    What is offered to anyone, is told by the room that knows who may work it.
    """
    row = queries.swapped(swap_id)
    state = SwapState(row.state)
    for earlier in LIVING_SWAPS:
        if earlier != state:
            messages.settle(once=_once(row, earlier), by=by, at=at)
    _tell(row, _accounts(_concerned(row, state)), Audience.WORKER, by, at)
    if state == SwapState.ACCEPTED:
        asked = {one for pk in queries.to_approve(row) for one in planners_of(pk)}
        _tell(row, asked, Audience.PLANNER, by, at)


def _concerned(row: Swap, state: SwapState) -> list[Worker | None]:
    """Give whom this step is news for; the author is left out later."""
    giver, other = row.assignment.worker, row.taker or row.wanted
    told: dict[SwapState, list[Worker | None]] = {
        SwapState.ASKED: [row.wanted],
        SwapState.OFFERED: [giver],
        SwapState.REFUSED: [giver],
        SwapState.WITHDRAWN: [other],
    }
    return told.get(state, [giver, other])


def _accounts(workers: Iterable[Worker | None]) -> list[Account]:
    return [one.account for one in workers if one is not None and one.account is not None]


def _tell(row: Swap, to: Iterable[Account], audience: Audience, by: Account, at: datetime) -> None:
    waits = (audience == Audience.PLANNER) or row.state in {SwapState.ASKED, SwapState.OFFERED}
    messages.tell(
        to=to,
        kind=MessageKind.SWAP,
        words=lambda: _words(row),
        audience=audience,
        subject=f"swap:{row.pk}",
        once=_once(row, SwapState(row.state)),
        answer_by=row.answer_by if waits else None,
        urgent=row.assignment.starts_at - at < wording.SOON,
        by=by,
        at=at,
    )


def _once(row: Swap, state: SwapState) -> str:
    return f"swap:{row.pk}:{state}"


def _words(row: Swap) -> Words:
    given, back, taker = row.assignment, row.in_return, row.taker or row.wanted
    words = {
        "giver": given.worker.name,
        "taker": taker.name if taker else "",
        "given": _named(given),
        "back": _named(back) if back is not None else "",
        "due": wording.when(row.answer_by),
    }
    title, text = _said(row)
    parts = [text % words, row.note if row.state == SwapState.ASKED else row.answer]
    return Words(title % words, " ".join(part for part in parts if part))


def _said(row: Swap) -> tuple[str, str]:
    """Give title and text of a step, still with the places for the names."""
    back = row.in_return is not None
    if row.state == SwapState.ASKED:
        text = (
            _("%(giver)s vraagt je te ruilen: jij krijgt %(given)s en geeft %(back)s.")
            if back
            else _("%(giver)s vraagt of jij deze dienst overneemt: %(given)s.")
        )
        return _("%(giver)s wil met je ruilen"), f"{text} {_('Antwoord vóór %(due)s.')}"
    if row.state == SwapState.OFFERED:
        return _("%(taker)s wil met je ruilen"), _(
            "%(taker)s neemt %(given)s over en geeft jou %(back)s. Antwoord vóór %(due)s."
        )
    if row.state == SwapState.ACCEPTED:
        return _("Ruil wacht op akkoord: %(given)s"), _(
            "%(giver)s en %(taker)s zijn het eens. De roosteraar kijkt ernaar; tot dan verandert "
            "er niets."
        )
    if row.state == SwapState.DONE:
        text = (
            _("%(taker)s werkt %(given)s en %(giver)s werkt %(back)s.")
            if back
            else _("%(taker)s werkt %(given)s.")
        )
        return _("Geregeld: %(taker)s neemt een dienst over van %(giver)s"), text
    text = _("Ieder houdt de eigen dienst. Er verandert niets.")
    return _("Ruil gaat niet door: %(given)s"), text


def _named(row: Assignment) -> str:
    return f"{wording.span(row.starts_at, row.ends_at)} ({wording.place(row.shift)})"
