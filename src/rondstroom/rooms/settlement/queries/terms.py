"""Under which terms hours are charged, or what is missing to charge them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.settlement import Terms, VatTerms
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.contracts.queries import Deployment, DeploymentTerms

NOTHING = Fraction(0)

if TYPE_CHECKING:
    from rondstroom.rooms.settlement.models import Hours


def terms_of_hours(rows: Sequence[Hours]) -> dict[int, Terms | str]:
    """Give by hours the terms, or in words why they cannot be charged yet.

    Rows come with lender and function. The same number of queries whatever their number.
    """
    asked = [
        Deployment(
            one.worker_id, one.borrower_id, one.on_day, one.function.code if one.function else ""
        )
        for one in rows
    ]
    found = contracts.terms_of_deployments(asked)
    return {row.pk: _terms(row, terms) for row, terms in zip(rows, found, strict=True)}


def _terms(row: Hours, found: DeploymentTerms) -> Terms | str:
    if found.missing:
        return " ".join(str(missing.label) for missing in found.missing)
    if found.lender_id != row.lender_id or found.price_terms is None or found.vat is None:
        return _("De arbeidsrelatie is sinds de dienst veranderd. Vraag personeelszaken.")
    if found.pays_allowance and not row.lender.cao:
        return _("Van de cao van %(name)s zijn de toeslagen niet bekend.") % {
            "name": row.lender.name
        }
    return Terms(
        cao=row.lender.cao,
        price=found.price_terms,
        pays_allowance=found.pays_allowance,
        vat=VatTerms(found.vat.category, found.vat.rate or NOTHING, found.vat.reason),
    )
