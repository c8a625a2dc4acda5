"""Writes of settlement: tell hours and agree to them, settle, invoice, pay and set off."""

from rondstroom.rooms.settlement.actions.approving import (
    Approved,
    UnableToApprove,
    UnableToDiscuss,
    answer_dispute,
    approve_hours,
    approve_many,
    dispute_hours,
)
from rondstroom.rooms.settlement.actions.billing import (
    Details,
    UnableToKeepDetails,
    keep_billing_details,
)
from rondstroom.rooms.settlement.actions.checking import UnableToRegister
from rondstroom.rooms.settlement.actions.owing import owe_called_off
from rondstroom.rooms.settlement.actions.paying import (
    UnableToPay,
    record_payment,
    set_off_with,
)
from rondstroom.rooms.settlement.actions.registering import register_hours
from rondstroom.rooms.settlement.actions.reminding import remind_of_deadlines
from rondstroom.rooms.settlement.actions.ruling import UnableToSetRules, set_hours_rules
from rondstroom.rooms.settlement.actions.settling import (
    UnableToSettle,
    close_period,
    perform_run,
    resume_run,
    settle_corrections,
)

__all__ = [
    "Approved",
    "Details",
    "UnableToApprove",
    "UnableToDiscuss",
    "UnableToKeepDetails",
    "UnableToPay",
    "UnableToRegister",
    "UnableToSetRules",
    "UnableToSettle",
    "answer_dispute",
    "approve_hours",
    "approve_many",
    "close_period",
    "dispute_hours",
    "keep_billing_details",
    "owe_called_off",
    "perform_run",
    "record_payment",
    "register_hours",
    "remind_of_deadlines",
    "resume_run",
    "set_hours_rules",
    "set_off_with",
    "settle_corrections",
]
