"""The suppliers in an organisation's file, and one of them with its agreements."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import account_of
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading
from rondstroom.web.finance.contracts.forms import PaperForm, SupplierForm


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def suppliers(request: HttpRequest) -> HttpResponse:
    """Show who supplies people, and open the file of another."""
    organisation = access.chosen_organisation(request)
    form = SupplierForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = _kept(
            form, request, actions.add_supplier, organisation=organisation, **form.cleaned_data
        )
        if row is not None:
            return redirect("finance:contract_supplier", row.pk)
    status = 422 if request.method == "POST" else 200
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "suppliers": queries.suppliers_of(organisation.pk),
        "form": form,
    }
    return render(request, "finance/contracts/suppliers.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def supplier(request: HttpRequest, supplier_id: int) -> HttpResponse:
    """Show a supplier, and write down an agreement that was signed on paper."""
    row = reading.supplier(request, supplier_id)
    form = PaperForm(request.POST or None, initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        made = _kept(
            form, request, actions.record_supplier_agreement, supplier=row, agreed=form.agreed
        )
        if made is not None:
            return redirect("finance:contract", made.pk)
    status = 422 if request.method == "POST" else 200
    standing = queries.standing_of(row.organisation_id, timezone.localdate())
    context = {
        "supplier": row,
        "agreements": [one for one in standing if one.agreement.supplier_id == row.pk],
        "form": form,
    }
    return render(request, "finance/contracts/supplier.html", context, status=status)


def _kept(form: Any, request: HttpRequest, action: Any, **told: Any) -> Any:
    """Give what was kept; or nothing, with the reason in the form."""
    try:
        made = action(by=account_of(request), at=timezone.now(), **told)
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, _("Bewaard."))
    return made
