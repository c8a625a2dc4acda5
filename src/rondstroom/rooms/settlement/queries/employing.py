"""Who employs somebody who works a shift, in which form, and from which supplier if hired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flexpool.contracts.calls.contract import HoursAgreement
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.contracts.queries import Deployment, DeploymentTerms
from rondstroom.rooms.people import queries as people

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment


@dataclass(frozen=True, slots=True)
class Tie:
    """The employer of a worker on a shift, and how the hours are fixed there.

    Who is hired belongs to the organisation itself.
    """

    lender_id: int
    form: str
    supplier: str = ""
    hours: HoursAgreement = field(default_factory=HoursAgreement)


def ties_for(assignments: Iterable[Assignment]) -> dict[int, Tie]:
    """Give by assignment who employs the worker that day; absent where nobody is known to.

    Contracts decide: who works for the organisation of the shift is its own, of several others
    the one that has an agreement. The same number of queries whatever the number.
    """
    asked = list(assignments)
    terms = contracts.terms_of_deployments(_deployment(one) for one in asked)
    known = {
        tie.pk: tie
        for ties in people.ties_of({one.worker_id for one in asked}).values()
        for tie in ties
    }
    names = supplier_names(terms)
    return {
        one.pk: Tie(
            found.lender_id or one.shift.organisation_id,
            known[found.engagement_id].form,
            names.get(found.supplier_id or 0, ""),
            contracts.hours_agreement(known[found.engagement_id]),
        )
        for one, found in zip(asked, terms, strict=True)
        if found.engagement_id is not None
    }


def _deployment(one: Assignment) -> Deployment:
    shift = one.shift
    day = one.starts_at.astimezone(AMSTERDAM).date()
    code = shift.function.code if shift.function else ""
    return Deployment(one.worker_id, shift.organisation_id, day, code)


def supplier_names(terms: Sequence[DeploymentTerms]) -> dict[int, str]:
    """Give the names of the suppliers that occur."""
    hiring = {one.borrower_id for one in terms if one.supplier_id is not None}
    return {row.pk: row.name for pk in sorted(hiring) for row in contracts.suppliers_of(pk)}
