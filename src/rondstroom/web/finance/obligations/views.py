"""Show what contracts ask before it costs money, and write down a letter that was sent."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rondstroom.rooms.contracts import actions
from rondstroom.rooms.contracts.states import LetterKind
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.settlement import queries
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.finance import access


class LetterForm(forms.Form):
    """Which letter, and when it was sent."""

    kind = forms.ChoiceField(choices=LetterKind.choices)
    sent_on = forms.DateField()


@require_safe
@access.for_finance
def obligations(request: HttpRequest) -> HttpResponse:
    """Show the list, the nearest day first."""
    organisation = access.chosen_organisation(request)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "rows": queries.obligations_of(organisation.pk, timezone.now()),
        "today": timezone.localdate(),
    }
    return render(request, "finance/obligations/list.html", context)


@require_POST
@access.for_finance
def letter(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """Write down that a letter was sent to somebody on the list."""
    organisation = access.chosen_organisation(request)
    rows = queries.obligations_of(organisation.pk, timezone.now())
    row = found(next((one for one in rows if one.engagement.pk == engagement_id), None))
    form = LetterForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Vul de dag in waarop de brief is verstuurd."))
    else:
        try:
            actions.write_letter_sent(
                engagement=row.engagement,
                by=account_of(request),
                at=timezone.now(),
                **form.cleaned_data,
            )
        except UnableToAct as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Opgeschreven dat de brief is verstuurd."))
    return redirect(f"{reverse('finance:obligations')}?organisation={organisation.pk}")
