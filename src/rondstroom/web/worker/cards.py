"""From what matching knows of a shift to the card a worker reads."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching.queries import Eligibility, ShiftCard
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.cards import Button, Card, travel_words
from rondstroom.web.worker.own_words import to_you
from rondstroom.web.worker.pay.shift_pay import KnownWage, pay_of
from rondstroom.web.worker.pay.words import facts_of as pay_facts

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker


def cancel_until(shift: Shift) -> datetime:
    """Give the last moment at which the worker can cancel without calling."""
    return shift.starts_at - timedelta(hours=shift.organisation.cancel_term_hours)


def too_late_to_cancel(shift: Shift) -> str:
    """Say that who takes this shift cannot cancel without calling."""
    if shift.sign_up == SignUp.INSTANT:
        return _("Na het boeken kun je niet meer zelf afmelden.")
    return _("Wordt het een ja? Dan kun je niet meer zelf afmelden.")


def facts_of(worker: Worker, eligibility: Eligibility) -> list[tuple[str, str]]:
    """Say how far it is and how well one knows the place."""
    facts = []
    travel = travel_words(eligibility.travel_minutes, worker.travel_mode)
    if travel:
        facts.append(("car" if worker.travel_mode == "car" else "bike", travel))
    times = eligibility.times_here
    if times:
        words = ngettext(
            "je kent het hier: %(n)s dienst", "je kent het hier: %(n)s diensten", times
        )
        facts.append(("heart", words % {"n": times}))
    return facts


def button_of(card: ShiftCard) -> Button:
    """Give the one thing a worker can do with a shift that is open to this worker."""
    shift = card.shift
    here = {"shift_id": shift.pk}
    if card.asked == RequestState.REQUESTED:
        return Button(_("Bekijk je aanvraag"), reverse("worker:shift", kwargs=here), tone="quiet")
    if card.asked == RequestState.WAITING:
        return Button(
            _("Bekijk je plek op de wachtlijst"), reverse("worker:shift", kwargs=here), tone="quiet"
        )
    if card.filled >= shift.places:
        return Button(
            _("Zet me op de wachtlijst"), reverse("worker:wait", kwargs=here), True, "quiet"
        )
    word = _("Boek deze dienst") if shift.sign_up == SignUp.INSTANT else _("Vraag aan")
    return Button(word, reverse("worker:sign_up", kwargs=here), True)


def states_of(card: ShiftCard) -> list[str]:
    """Say how one gets this shift, or how far one is already."""
    if card.asked:
        return [card.asked]
    if card.filled >= card.shift.places:
        return ["full"]
    return [str(card.shift.sign_up)]


def card_of(
    worker: Worker, card: ShiftCard, at: datetime, wage: KnownWage | None = None, level: int = 3
) -> Card:
    """Lay out one shift of the list; with the own wage it says what the shift pays."""
    shift = card.shift
    till = cancel_until(shift)
    remarks = [(warning.text, "warning") for warning in to_you(card.eligibility.warnings)]
    if till <= at:
        remarks.append((too_late_to_cancel(shift), "warning"))
    return Card(
        shift=shift,
        href=reverse("worker:shift", kwargs={"shift_id": shift.pk}),
        part=people.part_of(shift.starts_at, shift.ends_at),
        states=states_of(card),
        facts=[*facts_of(worker, card.eligibility), *pay_facts(pay_of(shift, wage))],
        remarks=remarks,
        till=till if till > at else None,
        button=button_of(card),
        level=level,
    )
