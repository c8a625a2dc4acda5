"""Write down a supplier's bill, and see at once whether its rate is the agreed one."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.fields import Amount, Number
from rondstroom.web.components.guard import account_of
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading


class BillForm(forms.Form):
    """One bill."""

    month = forms.DateField(
        label=gettext_lazy("Een dag in de maand van het werk"), widget=reading.DateInput()
    )
    hours = Number(label=gettext_lazy("Uren op de factuur"), most=100_000)
    net = Amount(
        label=gettext_lazy("Bedrag voor die uren, zonder btw, toeslagen en onkosten (in euro)"),
        most=10_000_000,
    )
    reference = forms.CharField(label=gettext_lazy("Factuurnummer"), max_length=60)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def bills(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show the bills with their real rate, and keep another."""
    one = reading.agreement(request, agreement_id)
    form = BillForm(request.POST or None, initial={"month": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            actions.write_bill(
                agreement=one,
                month=told["month"],
                minutes=int(told["hours"] * 60),
                net_cents=told["net"],
                reference=told["reference"],
                by=account_of(request),
                at=timezone.now(),
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("finance:contract_bills", one.pk)
    status = 422 if request.method == "POST" else 200
    context = {"agreement": one, "bills": queries.bills_of(one.pk), "form": form}
    return render(request, "finance/contracts/bills.html", context, status=status)
