"""The terms of a hirer as one message; what is not sourced is left out and named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from flexpool.parameters import NoFigureForDate
from rondstroom.integrations.setu_pay_equity.terms import Terms, terms_of
from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.organisations.states import CAO_OF, Branch
from rondstroom.rooms.settlement import queries as settlement

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

NEVER_KNOWN = (
    "functies met hun schaal",
    "periodieke verhoging",
    "overwerk en reiskosten",
    "ADV, verlof en feestdagen",
    "loon bij ziekte",
    "keuzebudget en duurzame inzetbaarheid",
)
"""Parts of the message for which nothing is kept here, or nothing has a source."""


class TellingNotAllowed(Exception):
    """The account may not tell what this organisation pays."""


class PayNotKnown(Exception):
    """What the message cannot do without is not known; the text says what, and what to do."""


@dataclass(frozen=True, slots=True)
class PayEquity:
    """The message, what it does not tell, and where its figures come from."""

    message: dict[str, Any]
    missing: tuple[str, ...]
    sources: tuple[str, ...]


def pay_equity_of(
    organisation: Organisation, on: date, *, contact: Account, at: datetime
) -> PayEquity:
    """Tell what an organisation pays from a day on, by its collective agreement.

    `contact` is whom the lender may ask; who does the money there, or the machine.

    Raises
    ------
    TellingNotAllowed
        The account does not do the money of this organisation.
    PayNotKnown
        No scales of the agreement, or no number in the trade register, is known.
    """
    is_machine = getattr(contact, "is_machine", False)
    if not is_machine and not permissions.may_see_costs(contact, organisation.pk):
        raise TellingNotAllowed(f"Wat {organisation.name} betaalt, vertel je niet.")
    terms = _terms(organisation, on)
    message = {**_head(organisation, on, terms, contact, at), **terms.parts}
    return PayEquity(message, (*terms.missing, *NEVER_KNOWN), terms.sources)


def _head(
    organisation: Organisation, on: date, terms: Terms, contact: Account, at: datetime
) -> dict[str, Any]:
    """Give whose terms these are, from when on, and by which agreement."""
    number = f"{organisation.pk}-{on.isoformat()}"
    return {
        "id": {"value": number},
        "documentId": {"value": number, "schemeAgencyId": "Customer"},
        "issued": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "effectivePeriod": _period(on, terms.last_day),
        "customer": _customer(organisation, contact),
        "labourAgreements": {
            "collectiveLabourAgreement": {"name": terms.name, "id": {"value": terms.cao}}
        },
    }


def _period(first: date, last: date | None) -> dict[str, str]:
    found = {"validFrom": first.isoformat()}
    return found if last is None else {**found, "validTo": last.isoformat()}


def _terms(organisation: Organisation, on: date) -> Terms:
    cao = CAO_OF.get(Branch(organisation.branch))
    found = None
    if cao is not None:
        try:
            found = terms_of(cao, on)
        except NoFigureForDate:
            found = None
    if found is None:
        raise PayNotKnown(
            f"Van de cao van {organisation.name} kennen we op {on} geen salarisschalen. "
            "Geef ze de uitlener zelf."
        )
    return found


def _customer(organisation: Organisation, contact: Account) -> dict[str, Any]:
    details = settlement.billing_details_of([organisation.pk]).get(organisation.pk)
    if details is None or not details.legal_id:
        raise PayNotKnown(
            f"Het KvK-nummer van {organisation.name} ontbreekt. Vul het in bij Financiën, "
            "Verrekening, Factuurgegevens."
        )
    person: dict[str, Any] = {"name": {"formattedName": contact.name}}
    ways = {}
    if organisation.phone:
        ways["phone"] = {"formattedNumber": organisation.phone}
    if contact.email:
        ways["email"] = {"address": contact.email}
    if ways:
        person["communication"] = ways
    return {
        "name": details.legal_name,
        "legalId": [{"value": details.legal_id, "schemeAgencyId": "KvK"}],
        "personContacts": person,
    }
