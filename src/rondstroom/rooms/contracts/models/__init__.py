"""What this room keeps."""

from rondstroom.rooms.contracts.models.bills import SupplierBill
from rondstroom.rooms.contracts.models.dba import RelationReview
from rondstroom.rooms.contracts.models.duties import DutySeen
from rondstroom.rooms.contracts.models.lending import LendingAgreement, Supplier
from rondstroom.rooms.contracts.models.letters import Letter
from rondstroom.rooms.contracts.models.money import RateCard, VatDecision
from rondstroom.rooms.contracts.models.terms import EngagementTerms
from rondstroom.rooms.contracts.models.work_code import WorkCodeVersion

__all__ = [
    "DutySeen",
    "EngagementTerms",
    "LendingAgreement",
    "Letter",
    "RateCard",
    "RelationReview",
    "Supplier",
    "SupplierBill",
    "VatDecision",
    "WorkCodeVersion",
]
