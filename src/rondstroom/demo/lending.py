"""Writing down who lends to whom: agreements, rates, VAT grounds, suppliers, invoice details."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from rondstroom.demo.founding import Founded
from rondstroom.demo.region.figures import lending
from rondstroom.demo.writing import Signed, Writer
from rondstroom.rooms.contracts import actions
from rondstroom.rooms.contracts.states import Basis, RateKind, SupplierKind
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import actions as settlement

if TYPE_CHECKING:
    from rondstroom.rooms.contracts.models import LendingAgreement
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

RISE = timedelta(weeks=20)
"""So long after the founding suppliers ask more."""


def agree(founded: Founded, second: Account, writer: Writer) -> None:
    """Let organisations agree on lending; `second` is who decides on what was proposed."""
    decided: Signed = {**writer.at_founding, "by": second}
    for number, (name, row) in enumerate(founded.organisations.items(), 1):
        told: dict[str, Any] = {"legal_name": f"Stichting {name}", "legal_id": f"{number:08d}"}
        told |= {"vat_id": f"NL{number:09d}B01", "reference": f"INKOOP-{number}"}
        details = settlement.Details(**told, **lending()["billing"])
        settlement.keep_billing_details(organisation=row, details=details, **writer.at_founding)
    for described in lending()["agreements"]:
        _lend(described, founded, decided, writer)


def _lend(described: dict[str, Any], founded: Founded, decided: Signed, writer: Writer) -> None:
    lender = founded.organisations[described["lender"]]
    agreement = actions.propose_agreement(
        lender=lender,
        borrower=founded.organisations[described["borrower"]],
        basis=Basis.COLLEGIAL,
        agreed=actions.Agreed(starts_on=writer.founded_on, for_own_enterprise=True),
        proposing=lender,
        **writer.at_founding,
    )
    actions.sign_agreement(agreement=agreement, **decided)
    figures = dict(lending()["cost_hour"])
    hour_cents = figures.pop("hour_cents")
    terms = PriceTerms(hour_cents=hour_cents, **{k: Fraction(v) for k, v in figures.items()})
    _rate(agreement, RateKind.COST, terms, None if described.get("waits") else decided, writer)
    if ground := described.get("ground"):
        decision = actions.propose_vat(
            agreement=agreement,
            ground=Ground(ground),
            answers={},
            documents=["raamovereenkomst, bijlage 3"],
            starts_on=agreement.starts_on,
            **writer.at_founding,
        )
        actions.approve_vat(decision=decision, **decided)


def _rate(
    agreement: LendingAgreement,
    kind: RateKind,
    terms: PriceTerms,
    decided: Signed | None,
    writer: Writer,
    later: timedelta = timedelta(0),
) -> None:
    """Propose a rate for all functions, and approve it when somebody decides."""
    card = actions.propose_rate(
        agreement=agreement,
        function=None,
        kind=kind,
        terms=terms,
        starts_on=agreement.starts_on + later,
        **writer.at_founding,
    )
    if decided:
        actions.approve_rate(card=card, **decided)


def name_suppliers(workers: list[Worker], second: Account, writer: Writer) -> None:
    """Open the files of suppliers where people are hired, and say whose people they are."""
    decided: Signed = {**writer.at_founding, "by": second}
    files: dict[tuple[int, str], Any] = {}
    reviewed = False
    for rows in people.ties_of({one.pk for one in workers}).values():
        for tie in rows:
            if (described := lending()["suppliers"].get(tie.form)) is None:
                continue
            key = (tie.organisation_id, described["name"])
            if key not in files:
                files[key] = _supplier(tie.organisation, described, decided, writer)
            actions.set_supplier(engagement=tie, supplier=files[key], **writer.at_founding)
            if tie.form == EngagementForm.SELF_EMPLOYED and not reviewed:
                _review(tie, lending()["relation"], decided)
                reviewed = True


def _review(tie: Any, described: dict[str, Any], decided: Signed) -> None:
    """Open the file on one labour relation, with indications both ways."""
    actions.keep_review(engagement=tie, reviewed=actions.Reviewed(**described), after=0, **decided)


def _supplier(organisation: Any, described: dict[str, Any], decided: Signed, writer: Writer) -> Any:
    row = actions.add_supplier(
        organisation=organisation,
        name=described["name"],
        kind=SupplierKind(described["kind"]),
        **writer.at_founding,
    )
    agreement = actions.record_supplier_agreement(
        supplier=row,
        agreed=actions.Agreed(starts_on=writer.founded_on, reference="map Inhuur, blad 2"),
        **writer.at_founding,
    )
    for duty in described["seen"]:
        actions.write_duty_seen(
            agreement=agreement,
            duty=duty,
            reference="map Inhuur, blad 4",
            seen_on=writer.founded_on,
            admission="transition" if duty == "lending.admission" else "",
            **writer.at_founding,
        )
    first = PriceTerms(hour_cents=described["hour_cents"])
    _rate(agreement, RateKind.AGREED, first, decided, writer)
    if described["later_cents"] != described["hour_cents"]:
        later = PriceTerms(hour_cents=described["later_cents"])
        _rate(agreement, RateKind.AGREED, later, decided, writer, RISE)
    return row
