"""Read an invoice and every line of it, reckoned again; write down what came in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.settlement import actions, permissions, queries
from rondstroom.web.components.fields import Amount
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.finance import access

PER_PAGE = 50


class Paid(forms.Form):
    """What came in of one invoice."""

    amount = Amount(label=gettext_lazy("Ontvangen (in euro)"), least=0, most=100_000_000)
    marks_optional = False


@require_safe
@access.for_finance
def invoices(request: HttpRequest) -> HttpResponse:
    """Show what was sent and received, the latest first."""
    organisation = access.chosen_organisation(request)
    rows = queries.invoices_of(organisation.pk)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "finance/invoices/list.html", context)


@require_safe
@access.for_finance
def invoice(request: HttpRequest, invoice_id: int) -> HttpResponse:
    """Show one invoice with its lines."""
    one = readable(request, invoice_id)
    lines = queries.lines_of(one.pk)
    context = {
        "invoice": one,
        "page": Paginator(lines, PER_PAGE).get_page(request.GET.get("page")),
        "is_seller": permissions.may_settle(account_of(request), one.seller_id),
        "form": Paid(initial={"amount": queries.open_of(one)}),
    }
    return render(request, "finance/invoices/invoice.html", context)


@require_safe
@access.for_finance
def line(request: HttpRequest, charge_id: int) -> HttpResponse:
    """Show one line reckoned again from hours and terms, as both sides can."""
    row = found(queries.charge(charge_id))
    one = readable(request, row.invoice_id or 0)
    again = queries.recomputed(row)
    context = {"invoice": one, "line": row, "again": again, "version": row.version}
    return render(request, "finance/invoices/line.html", context)


@require_POST
@access.for_finance
def paid(request: HttpRequest, invoice_id: int) -> HttpResponse:
    """Write down what came in."""
    one = readable(request, invoice_id)
    form = Paid(request.POST)
    if not form.is_valid():
        messages.error(request, _("Vul een bedrag in zoals 355,04."))
        return redirect("finance:invoice", one.pk)
    try:
        actions.record_payment(
            invoice=one,
            cents=form.cleaned_data["amount"],
            on_day=timezone.localdate(),
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Opgeschreven."))
    return redirect("finance:invoice", one.pk)


def readable(request: HttpRequest, invoice_id: int) -> Any:
    """Give an invoice that the reader sent or received; another does not exist here."""
    one = found(queries.invoice(invoice_id))
    may = permissions.may_see_invoice(account_of(request), one)
    return found(one if may else None)
