"""An invoice to take along: UBL for the bookkeeping, PDF for people."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rondstroom.integrations.documents import typeset
from rondstroom.integrations.ubl import UnfitInvoice, ubl_of
from rondstroom.web.finance import access
from rondstroom.web.finance.invoices.paper import paper_of
from rondstroom.web.finance.invoices.views import readable


@require_safe
@access.for_finance
def ubl(request: HttpRequest, invoice_id: int) -> HttpResponse:
    """Give the invoice as UBL; one that breaks a rule does not leave, and says which."""
    one = readable(request, invoice_id)
    try:
        content = ubl_of(one)
    except UnfitInvoice as refusal:
        for problem in refusal.found:
            told = {"rule": problem.rule, "text": problem.text}
            messages.error(request, _("%(text)s (%(rule)s)") % told)
        return redirect("finance:invoice", one.pk)
    return _attached(content, "application/xml", f"{one.number}.xml")


@require_safe
@access.for_finance
def pdf(request: HttpRequest, invoice_id: int) -> HttpResponse:
    """Give the invoice as PDF."""
    one = readable(request, invoice_id)
    content = typeset(paper_of(one), timezone.now())
    return _attached(content, "application/pdf", f"{one.number}.pdf")


def _attached(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
