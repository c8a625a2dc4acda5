"""What an organisation reckons with when it compares employing with hiring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations.models import CostEstimate, Organisation

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def keep_cost_estimate(
    *,
    organisation: Organisation,
    function_code: str,
    figures: Mapping[str, str],
    by: Account,
    at: datetime,
) -> None:
    """Keep the own figures for a function, in place of those of before.

    Journal: `organisations.cost-estimate.kept`, with the function and not the amounts.
    """
    CostEstimate.objects.update_or_create(
        organisation=organisation,
        function_code=function_code,
        defaults={"figures": dict(figures), "kept_at": at},
    )
    journal.record(
        event="organisations.cost-estimate.kept",
        by=by,
        at=at,
        subject=f"organisation:{organisation.pk}",
        organisation_id=organisation.pk,
        function=function_code,
    )
