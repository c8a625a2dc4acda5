"""Agreeing on lending, rates, VAT grounds and work codes; keeping suppliers' files."""

from rondstroom.rooms.contracts.actions.agreed import Agreed, UnableToAgree
from rondstroom.rooms.contracts.actions.agreements import (
    decline_agreement,
    end_agreement,
    propose_agreement,
    record_supplier_agreement,
    sign_agreement,
)
from rondstroom.rooms.contracts.actions.bills import UnableToWriteBill, write_bill
from rondstroom.rooms.contracts.actions.dba import Reviewed, UnableToKeepReview, keep_review
from rondstroom.rooms.contracts.actions.duties import UnableToWriteDuty, write_duty_seen
from rondstroom.rooms.contracts.actions.letters import UnableToWriteLetter, write_letter_sent
from rondstroom.rooms.contracts.actions.rates import (
    UnableToSetRate,
    approve_rate,
    decline_rate,
    propose_rate,
)
from rondstroom.rooms.contracts.actions.suppliers import (
    UnableToKeepSupplier,
    add_supplier,
    set_supplier,
)
from rondstroom.rooms.contracts.actions.vat import (
    UnableToSetVat,
    approve_vat,
    confirm_vat,
    decline_vat,
    propose_vat,
)
from rondstroom.rooms.contracts.actions.work_code import (
    DrawnUp,
    UnableToSetCode,
    approve_code,
    decline_code,
    propose_code,
)

__all__ = [
    "Agreed",
    "DrawnUp",
    "Reviewed",
    "UnableToAgree",
    "UnableToKeepReview",
    "UnableToKeepSupplier",
    "UnableToSetCode",
    "UnableToSetRate",
    "UnableToSetVat",
    "UnableToWriteBill",
    "UnableToWriteDuty",
    "UnableToWriteLetter",
    "add_supplier",
    "approve_code",
    "approve_rate",
    "approve_vat",
    "confirm_vat",
    "decline_agreement",
    "decline_code",
    "decline_rate",
    "decline_vat",
    "end_agreement",
    "keep_review",
    "propose_agreement",
    "propose_code",
    "propose_rate",
    "propose_vat",
    "record_supplier_agreement",
    "set_supplier",
    "sign_agreement",
    "write_bill",
    "write_duty_seen",
    "write_letter_sent",
]
