"""Reading contracts: for a deployment who lends to whom, what it costs, which VAT ground holds.

What settlement may count on: `terms_of_deployments` gives one `DeploymentTerms` per `Deployment`
(worker, borrowing organisation, day, code of the function), in the same order, with the same
number of queries whatever their number. In it:

* `basis`, `lender_id` (an organisation) or `supplier_id`, `authority`, `agreement_id`; a basis
  `own` is no lending: there is nothing to charge and `vat` is None;
* `price(Work(minutes, allowance_cents, expenses_cents))` gives a `Line` before VAT whose parts
  add up to the cent (`lending.cost`, `lending.fee`, `lending.expenses`); reckon the allowance
  for irregular hours on `allowance_hour_cents`; `hour_cents` is the price of one plain hour;
* `vat` with ground, rate, category (S, E, O), the reason an invoice must carry, documents, and
  the state `confirmed` or `to_confirm`; without a decision of two people it is taxed;
* `missing` names what stands in the way of charging, in words for people; then `price` is None.
"""

from rondstroom.rooms.contracts.queries.agreements import (
    agreement,
    agreements_of,
    locked_agreement,
    rate,
    rates_of,
    vat_decision,
    vat_decisions_of,
)
from rondstroom.rooms.contracts.queries.answers import Deployment, DeploymentTerms, VatTerms
from rondstroom.rooms.contracts.queries.asking import AskedPrice, prices_before_asking
from rondstroom.rooms.contracts.queries.bills import Billed, bills_of
from rondstroom.rooms.contracts.queries.calls import KINDS, hours_agreement
from rondstroom.rooms.contracts.queries.dba import Relation, relations_of, reviews_of
from rondstroom.rooms.contracts.queries.deadlines import Deadline, deadlines_of
from rondstroom.rooms.contracts.queries.deployments import (
    terms_of_deployment,
    terms_of_deployments,
)
from rondstroom.rooms.contracts.queries.duties import (
    DutyLine,
    blocks_of,
    blocks_of_supplier,
    checklist,
)
from rondstroom.rooms.contracts.queries.letters import letters_about
from rondstroom.rooms.contracts.queries.standing import (
    Standing,
    WithVat,
    price_with_vat,
    standing,
    standing_of,
    with_vat,
)
from rondstroom.rooms.contracts.queries.suppliers import supplier, suppliers_of
from rondstroom.rooms.contracts.queries.work_code import (
    holding_code,
    pay_notes,
    rules_of,
    work_code,
    work_code_on,
    work_codes_of,
    work_codes_on,
)

__all__ = [
    "KINDS",
    "AskedPrice",
    "Billed",
    "Deadline",
    "Deployment",
    "DeploymentTerms",
    "DutyLine",
    "Relation",
    "Standing",
    "VatTerms",
    "WithVat",
    "agreement",
    "agreements_of",
    "bills_of",
    "blocks_of",
    "blocks_of_supplier",
    "checklist",
    "deadlines_of",
    "holding_code",
    "hours_agreement",
    "letters_about",
    "locked_agreement",
    "pay_notes",
    "price_with_vat",
    "prices_before_asking",
    "rate",
    "rates_of",
    "relations_of",
    "reviews_of",
    "rules_of",
    "standing",
    "standing_of",
    "supplier",
    "suppliers_of",
    "terms_of_deployment",
    "terms_of_deployments",
    "vat_decision",
    "vat_decisions_of",
    "with_vat",
    "work_code",
    "work_code_on",
    "work_codes_of",
    "work_codes_on",
]
