"""Under which terms people work where they work: many deployments at once, five queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rondstroom.rooms.contracts.models import LendingAgreement
from rondstroom.rooms.contracts.queries.answers import Deployment, DeploymentTerms
from rondstroom.rooms.contracts.queries.known import Engaged, Known, known_about
from rondstroom.rooms.contracts.states import BASIS_OF_SUPPLIER, Basis, Missing, SupplierKind
from rondstroom.rooms.people.states import EngagementForm

HIRED = {
    EngagementForm.AGENCY: Basis.AGENCY,
    EngagementForm.SECONDED: Basis.AGENCY,
    EngagementForm.SELF_EMPLOYED: Basis.SELF_EMPLOYED,
}
"""The forms of engagement that are no employment, and their basis while no supplier is named."""


def terms_of_deployment(deployment: Deployment) -> DeploymentTerms:
    """Give the terms of one deployment."""
    return terms_of_deployments([deployment])[0]


def terms_of_deployments(deployments: Iterable[Deployment]) -> list[DeploymentTerms]:
    """Give the terms of many deployments, in the same order, with a fixed number of queries."""
    asked = list(deployments)
    known = known_about(asked)
    return [_terms(one, known) for one in asked]


def _terms(one: Deployment, known: Known) -> DeploymentTerms:
    """Give the terms of a deployment: own, hired from a supplier, or lent by another employer."""
    held = known.engaged_on(one.worker_id, one.on)
    here = [tie for tie in held if tie.organisation_id == one.organisation_id]
    own = next((tie for tie in here if tie.form not in HIRED), None)
    if own is not None:
        return DeploymentTerms(one, Basis.OWN, one.organisation_id, engagement_id=own.pk)
    if here:
        return _hired(one, here[0], known)
    employers = [tie for tie in held if tie.form not in HIRED]
    if not employers:
        return DeploymentTerms(one, Basis.UNKNOWN, missing=(Missing.NO_EMPLOYER,))
    return _lent(one, employers, known)


def _hired(one: Deployment, tie: Engaged, known: Known) -> DeploymentTerms:
    supplier = known.supplier_of(tie.pk)
    basis = BASIS_OF_SUPPLIER[SupplierKind(supplier.kind)] if supplier else HIRED[tie.form]
    found = known.agreement(one.organisation_id, one.on, supplier_id=supplier.pk if supplier else 0)
    if found is None:
        return DeploymentTerms(
            one,
            basis,
            supplier_id=supplier.pk if supplier else None,
            engagement_id=tie.pk,
            missing=(Missing.NO_AGREEMENT,),
        )
    return _under(one, found, tie, known)


def _lent(one: Deployment, employers: Sequence[Engaged], known: Known) -> DeploymentTerms:
    """Give the terms under the first employer that has an agreement with the borrower."""
    for tie in employers:
        found = known.agreement(one.organisation_id, one.on, lender_id=tie.organisation_id)
        if found is not None:
            return _under(one, found, tie, known)
    first = employers[0]
    return DeploymentTerms(
        one,
        Basis.UNKNOWN,
        first.organisation_id,
        engagement_id=first.pk,
        missing=(Missing.NO_AGREEMENT,),
    )


def _under(
    one: Deployment, agreement: LendingAgreement, tie: Engaged, known: Known
) -> DeploymentTerms:
    """Give the terms under an agreement, with the rate and the VAT of that day."""
    priced = known.priced(agreement.pk, one.function_code, one.on)
    vat = known.vat(agreement.pk, one.worker_id, one.on)
    missing = []
    if priced is None:
        missing.append(Missing.NO_RATE)
    if vat.rate is None:
        missing.append(Missing.NO_VAT_RATE)
    return DeploymentTerms(
        deployment=one,
        basis=Basis(agreement.basis),
        lender_id=agreement.lender_id,
        supplier_id=agreement.supplier_id,
        authority=known.authority(agreement),
        agreement_id=agreement.pk,
        reference=agreement.reference,
        engagement_id=tie.pk,
        card_id=priced.card_id if priced else None,
        price_terms=priced.terms if priced else None,
        pays_allowance=priced.pays_allowance if priced else True,
        vat=vat,
        missing=tuple(missing),
    )
