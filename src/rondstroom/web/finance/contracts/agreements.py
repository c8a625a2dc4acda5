"""The agreements of an organisation, one of them with all that hangs on it, and a new one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from flexpool.contracts.vat.grounds import IN_WORDS, Ground
from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import account_of
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading
from rondstroom.web.finance.contracts.forms import AgreementForm, EndForm

WHOLE = 10_000
"""Shares are kept as hundredths of a percent."""


@require_safe
@access.for_finance
def contracts(request: HttpRequest) -> HttpResponse:
    """Show with whom an organisation agreed on lending, and what waits for an answer."""
    organisation = access.chosen_organisation(request)
    today = timezone.localdate()
    rows = queries.standing_of(organisation.pk, today)
    account = account_of(request)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "lends": [one for one in rows if one.agreement.lender_id == organisation.pk],
        "borrows": [one for one in rows if one.agreement.borrower_id == organisation.pk],
        "to_decide": [one for one in rows if _waits(account, one)],
    }
    return render(request, "finance/contracts/list.html", context)


def _waits(account: Any, one: queries.Standing) -> bool:
    """Tell whether this reader is the one that an agreement, rate or ground waits for."""
    return (
        (one.is_proposed and permissions.may_decide_agreement(account, one.agreement))
        or any(permissions.may_decide_rate(account, card) for card in one.proposed_rates)
        or any(permissions.may_decide_vat(account, row) for row in one.proposed_vat)
    )


@require_safe
@access.for_finance
def contract(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show one agreement: sides, rates, VAT grounds, and what an hour costs with either."""
    one, account = reading.agreement(request, agreement_id), account_of(request)
    today = timezone.localdate()
    rates, grounds = queries.rates_of(one.pk), queries.vat_decisions_of(one.pk)
    context = {
        "agreement": one,
        "standing": queries.standing(one, today),
        "may_decide": permissions.may_decide_agreement(account, one),
        "rates": [_rate(card, permissions.may_decide_rate(account, card)) for card in rates],
        "grounds": [(row, IN_WORDS[Ground(row.ground)]) for row in grounds],
        "end_form": EndForm(initial={"ends_on": one.ends_on}),
        "shift": queries.price_with_vat(one.pk, today),
        "bills": queries.bills_of(one.pk),
        "duties": queries.checklist(one, today),
    }
    return render(request, "finance/contracts/agreement.html", context)


def _rate(card: Any, may: bool) -> tuple[Any, bool, Fraction, Fraction]:
    """Give a rate with whether the reader decides, its charges and its fee as shares."""
    return card, may, Fraction(card.charges_bp, WHOLE), Fraction(card.fee_bp, WHOLE)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def new(request: HttpRequest) -> HttpResponse:
    """Propose to another organisation that people of one work at the other."""
    organisation = access.chosen_organisation(request)
    others = [one for one in organisations.all_organisations() if one.pk != organisation.pk]
    form = AgreementForm(request.POST or None, others=others)
    if request.method == "POST" and form.is_valid():
        made = _proposed(request, organisation, form)
        if made is not None:
            messages.success(request, _("Voorgesteld. De andere kant tekent."))
            return redirect("finance:contract", made.pk)
    status = 422 if request.method == "POST" else 200
    context = {"organisation": organisation, "form": form}
    return render(request, "finance/contracts/new.html", context, status=status)


def _proposed(request: HttpRequest, organisation: Any, form: AgreementForm) -> Any:
    """Give the agreement; or nothing, with the reason in the form."""
    told = form.cleaned_data
    lends = told["direction"] == "lends"
    other = form.other_side
    try:
        return actions.propose_agreement(
            lender=organisation if lends else other,
            borrower=other if lends else organisation,
            basis=told["basis"],
            agreed=form.agreed,
            proposing=organisation,
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return None
