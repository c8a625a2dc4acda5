"""What settlement keeps."""

from rondstroom.rooms.settlement.models.billing import (
    BillingDetails,
    Charge,
    Invoice,
    InvoiceCounter,
    Run,
)
from rondstroom.rooms.settlement.models.control import Measure
from rondstroom.rooms.settlement.models.hours import (
    Approval,
    Hours,
    HoursRules,
    HoursVersion,
    Message,
)
from rondstroom.rooms.settlement.models.paying import Payment, SetOff

__all__ = [
    "Approval",
    "BillingDetails",
    "Charge",
    "Hours",
    "HoursRules",
    "HoursVersion",
    "Invoice",
    "InvoiceCounter",
    "Measure",
    "Message",
    "Payment",
    "Run",
    "SetOff",
]
