"""Where a message leads: the page about its subject, at the desk of whom it was sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from rondstroom.rooms.messages.states import Audience

if TYPE_CHECKING:
    from rondstroom.rooms.messages.models import Message

# The desk's page per kind of thing; those with a number take it.
NUMBERED = {
    (Audience.WORKER, "shift"): "worker:shift",
    (Audience.PLANNER, "shift"): "planner:shift",
    (Audience.WORKER, "question"): "worker:question",
    (Audience.PLANNER, "question"): "planner:question",
    (Audience.WORKER, "round"): "worker:round",
    (Audience.WORKER, "swap"): "worker:swap",
    (Audience.PLANNER, "swap"): "planner:swap",
    (Audience.WORKER, "vacancy"): "worker:vacancy",
    (Audience.PLANNER, "vacancy"): "planner:vacancy",
    (Audience.HR, "claim"): "hr:claim",
}
PLAIN = {
    (Audience.WORKER, "roster"): "worker:roster",
    (Audience.WORKER, "hours"): "worker:hours",
    (Audience.WORKER, "claims"): "worker:claims",
    (Audience.WORKER, "signals"): "worker:passport",
    (Audience.HR, "signals"): "hr:queue",
    (Audience.WORKER, "pool-term"): "worker:passport",
    (Audience.HR, "pool-term"): "hr:pool",
    (Audience.HR, "deadlines"): "hr:work_code",
    (Audience.FINANCE, "deadlines"): "finance:deadlines",
    (Audience.WORKER, "offers"): "worker:offers",
    (Audience.PLANNER, "requests"): "planner:requests",
}


def href_of(message: Message) -> str:
    """Give the address of what a message is about, or nothing when there is no page for it."""
    thing, _colon, number = message.subject.partition(":")
    audience = Audience(message.audience)
    numbered, plain = NUMBERED.get((audience, thing)), PLAIN.get((audience, thing))
    if numbered and number.isdecimal():
        return reverse(numbered, args=[int(number)])
    return reverse(plain) if plain else ""
