"""What these pages read: an agreement, rate or ground that the reader may see; nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from rondstroom.rooms.contracts import permissions, queries
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.guard import account_of, found

AROUND = timedelta(weeks=8)


class DateInput(forms.DateInput):
    """A date as the browser's own date field reads it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def agreement(request: HttpRequest, agreement_id: int) -> Any:
    """Give an agreement of which the reader does the money at a side."""
    one = found(queries.agreement(agreement_id))
    return found(one if permissions.may_see_agreement(account_of(request), one) else None)


def rate(request: HttpRequest, card_id: int) -> Any:
    """Give a rate of such an agreement."""
    card = found(queries.rate(card_id))
    return found(
        card if permissions.may_see_agreement(account_of(request), card.agreement) else None
    )


def vat(request: HttpRequest, decision_id: int) -> Any:
    """Give a VAT ground of such an agreement."""
    row = found(queries.vat_decision(decision_id))
    return found(row if permissions.may_see_agreement(account_of(request), row.agreement) else None)


def workers_under(one: Any) -> list[Any]:
    """Give who works under an agreement in the weeks around now: for them a ground may differ."""
    now = timezone.now()
    rows = list(rosters.assignments_at(one.borrower_id, now - AROUND, now + AROUND))
    asked = {
        (row.worker_id, timezone.localdate(row.starts_at)): row.worker
        for row in rows
        if one.starts_on <= timezone.localdate(row.starts_at)
    }
    terms = queries.terms_of_deployments(
        queries.Deployment(worker_id, one.borrower_id, day) for worker_id, day in asked
    )
    found = {
        term.deployment.worker_id: worker
        for worker, term in zip(asked.values(), terms, strict=True)
        if term.agreement_id == one.pk
    }
    return sorted(found.values(), key=lambda worker: (worker.name, worker.pk))


def supplier(request: HttpRequest, supplier_id: int) -> Any:
    """Give a supplier in the file of an organisation of which the reader does the money."""
    row = found(queries.supplier(supplier_id))
    return found(row if permissions.may_see_supplier(account_of(request), row) else None)
