"""Writes of matching: sign up, withdraw, answer, book on behalf, and ask around in rings."""

from rondstroom.rooms.matching.actions.answering import (
    UnableToAnswer,
    accept_request,
    answer_cancelled_shift,
    decline_request,
)
from rondstroom.rooms.matching.actions.applying import (
    UnableToAnswerApplication,
    UnableToApply,
    accept_application,
    answer_closed_vacancy,
    apply_for_vacancy,
    decline_application,
    propose_vacancies,
    withdraw_application,
)
from rondstroom.rooms.matching.actions.cascade import (
    UnableToAnswerOffer,
    UnableToAskAround,
    UnableToHire,
    UnableToSetPolicy,
    UnableToStop,
    advance_cascade,
    advance_cascades,
    answer_offer,
    confirm_hire,
    follow_shift,
    follow_shifts,
    forget_offers,
    next_ring,
    refuse_hire,
    set_cascade_policy,
    start_cascade,
    stop_cascade,
    stop_when_changed,
    supplier_declined,
)
from rondstroom.rooms.matching.actions.freeing import offer_freed_place
from rondstroom.rooms.matching.actions.holding import let_go
from rondstroom.rooms.matching.actions.ranking import (
    UnableToSetWeights,
    keep_decision,
    set_ranking_weights,
)
from rondstroom.rooms.matching.actions.refusals import UnableToSignUp
from rondstroom.rooms.matching.actions.replacing import (
    Replaced,
    replace_absent,
    take_back_absence,
)
from rondstroom.rooms.matching.actions.signing_up import (
    SignedUp,
    UnableToWithdraw,
    join_waiting_list,
    sign_up,
    withdraw,
)
from rondstroom.rooms.matching.actions.standing_in import book_on_behalf

__all__ = [
    "Replaced",
    "SignedUp",
    "UnableToAnswer",
    "UnableToAnswerApplication",
    "UnableToAnswerOffer",
    "UnableToApply",
    "UnableToAskAround",
    "UnableToHire",
    "UnableToSetPolicy",
    "UnableToSetWeights",
    "UnableToSignUp",
    "UnableToStop",
    "UnableToWithdraw",
    "accept_application",
    "accept_request",
    "advance_cascade",
    "advance_cascades",
    "answer_cancelled_shift",
    "answer_closed_vacancy",
    "answer_offer",
    "apply_for_vacancy",
    "book_on_behalf",
    "confirm_hire",
    "decline_application",
    "decline_request",
    "follow_shift",
    "follow_shifts",
    "forget_offers",
    "join_waiting_list",
    "keep_decision",
    "let_go",
    "next_ring",
    "offer_freed_place",
    "propose_vacancies",
    "refuse_hire",
    "replace_absent",
    "set_cascade_policy",
    "set_ranking_weights",
    "sign_up",
    "start_cascade",
    "stop_cascade",
    "stop_when_changed",
    "supplier_declined",
    "take_back_absence",
    "withdraw",
    "withdraw_application",
]
