"""Asking for a shift ring after ring: own people first, hire from outside last."""

from rondstroom.rooms.matching.actions.cascade.advancing import advance_cascade, advance_cascades
from rondstroom.rooms.matching.actions.cascade.answering import UnableToAnswerOffer, answer_offer
from rondstroom.rooms.matching.actions.cascade.following import (
    follow_shift,
    follow_shifts,
    stop_when_changed,
)
from rondstroom.rooms.matching.actions.cascade.forgetting import forget_offers
from rondstroom.rooms.matching.actions.cascade.hiring import (
    UnableToHire,
    confirm_hire,
    refuse_hire,
    supplier_declined,
)
from rondstroom.rooms.matching.actions.cascade.policy import UnableToSetPolicy, set_cascade_policy
from rondstroom.rooms.matching.actions.cascade.starting import (
    UnableToAskAround,
    UnableToStop,
    next_ring,
    start_cascade,
    stop_cascade,
)

__all__ = [
    "UnableToAnswerOffer",
    "UnableToAskAround",
    "UnableToHire",
    "UnableToSetPolicy",
    "UnableToStop",
    "advance_cascade",
    "advance_cascades",
    "answer_offer",
    "confirm_hire",
    "follow_shift",
    "follow_shifts",
    "forget_offers",
    "next_ring",
    "refuse_hire",
    "set_cascade_policy",
    "start_cascade",
    "stop_cascade",
    "stop_when_changed",
    "supplier_declined",
]
