"""What the worker earns, typed by the worker, so that a shift can say what it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.fields import Amount
from rondstroom.web.components.guard import account_of

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


class Wage(forms.Form):
    """An hourly wage, and whether this employer counts the tax credit."""

    hourly = Amount(
        label=gettext_lazy("Je bruto uurloon (in euro)"),
        help_text=gettext_lazy(
            "Staat op je loonstrook. Of deel je maandloon bij voltijd door 156. "
            "Laat het leeg om het te wissen."
        ),
        required=False,
        least=actions.LEAST_WAGE_CENTS // 100,
        most=actions.MOST_WAGE_CENTS // 100,
    )
    has_tax_credit = forms.BooleanField(
        label=gettext_lazy("Mijn werkgever past de loonheffingskorting toe"), required=False
    )
    marks_optional = False


def wage_form(request: HttpRequest, worker: Worker, *, is_sent: bool) -> Wage:
    """Give the form with what is kept, or with what was sent."""
    kept = people.own_wage_of(worker.pk)
    begun = {
        "hourly": kept.hourly_cents if kept else None,
        "has_tax_credit": kept.has_tax_credit if kept else True,
    }
    return Wage(request.POST if is_sent else None, initial=begun)


def keep_wage(request: HttpRequest, worker: Worker, form: Wage) -> None:
    """Keep the wage, or forget it when the field is empty."""
    by, at = account_of(request), timezone.now()
    hourly = form.cleaned_data["hourly"]
    if hourly is None:
        actions.forget_own_wage(worker=worker, by=by, at=at)
        messages.success(request, _("Je uurloon is gewist."))
        return
    credit = form.cleaned_data["has_tax_credit"]
    actions.set_own_wage(worker=worker, hourly_cents=hourly, has_tax_credit=credit, by=by, at=at)
    messages.success(request, _("Bewaard. Bij elke dienst zie je nu wat die oplevert."))
