"""Find the VAT ground with the decision tree, see what it saves and risks, and propose it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from flexpool.contracts.vat.grounds import IN_WORDS, Ground
from flexpool.contracts.vat.tree import QUESTIONS, Outcome, vat_ground
from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import account_of
from rondstroom.web.components.words import said
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts import reading
from rondstroom.web.finance.contracts.deciding import InspectorForm
from rondstroom.web.finance.contracts.forms import offer

ANSWERS = [
    ("", gettext_lazy("weet ik niet")),
    ("yes", gettext_lazy("ja")),
    ("no", gettext_lazy("nee")),
]
SAID = {"yes": True, "no": False}


class VatForm(forms.Form):
    """The questions of the tree, for whom, from when, and where the papers are."""

    worker = forms.ChoiceField(
        label=gettext_lazy("Voor wie?"),
        required=False,
        help_text=gettext_lazy("De keuze voor één medewerker gaat voor die voor iedereen."),
    )
    starts_on = forms.DateField(label=gettext_lazy("Geldt vanaf"), widget=reading.DateInput())
    documents = forms.CharField(
        label=gettext_lazy("Stukken die de voorwaarden laten zien, één per regel"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    marks_optional = False

    def __init__(self, *arguments: Any, workers: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.workers = workers
        people = [(key, one.name) for key, one in workers.items()]
        offer(self, "worker", [("", _("iedereen onder deze overeenkomst")), *people])
        for one in QUESTIONS:
            self.fields[one.key] = forms.ChoiceField(
                label=said(one.question), choices=ANSWERS, required=False
            )

    @property
    def questions(self) -> list[Any]:
        """The fields of the tree, in order."""
        return [self[one.key] for one in QUESTIONS]

    @property
    def answers(self) -> dict[str, bool]:
        """What was answered; a question without an answer is not in it."""
        told = {one.key: SAID.get(self.cleaned_data[one.key]) for one in QUESTIONS}
        return {key: value for key, value in told.items() if value is not None}


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def propose(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show which ground the answers lead to and what that changes, and propose it."""
    one = reading.agreement(request, agreement_id)
    day = max(timezone.localdate(), one.starts_on)
    workers = {str(row.pk): row for row in reading.workers_under(one)}
    form = VatForm(request.POST or None, workers=workers, initial={"starts_on": day})
    context: dict[str, Any] = {"agreement": one, "form": form}
    is_right = request.method == "POST" and form.is_valid()
    if is_right:
        outcome = vat_ground(form.answers)
        if "propose" in request.POST and _proposed(request, one, form, outcome):
            return redirect("finance:contract", one.pk)
        context |= _outcome(one, outcome, form.cleaned_data["starts_on"])
    is_seen = is_right and not form.errors
    status = 422 if request.method == "POST" and not is_seen else 200
    return render(request, "finance/contracts/vat.html", context, status=status)


def _outcome(one: Any, outcome: Outcome, day: Any) -> dict[str, Any]:
    """Give what the page says about where the answers lead."""
    return {
        "outcome": outcome,
        "words": IN_WORDS[outcome.ground],
        "is_taxed": outcome.ground is Ground.TAXED,
        "shift": queries.price_with_vat(one.pk, day),
    }


def _proposed(request: HttpRequest, one: Any, form: VatForm, outcome: Outcome) -> bool:
    try:
        actions.propose_vat(
            agreement=one,
            worker=form.workers.get(form.cleaned_data["worker"]),
            ground=outcome.ground,
            answers=form.answers,
            documents=form.cleaned_data["documents"].splitlines(),
            starts_on=form.cleaned_data["starts_on"],
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Voorgesteld. Een tweede paar ogen beslist."))
    return True


@require_safe
@access.for_finance
def one(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show one decision: the answers, the papers, who decided, and the inspector's answer."""
    row = reading.vat(request, decision_id)
    ground = Ground(row.ground)
    context = {
        "row": row,
        "agreement": row.agreement,
        "words": IN_WORDS[ground],
        "answers": [(one.question, row.answers.get(one.key)) for one in QUESTIONS],
        "may_decide": permissions.may_decide_vat(account_of(request), row),
        "shift": queries.price_with_vat(row.agreement_id, row.starts_on),
        "form": InspectorForm(),
    }
    return render(request, "finance/contracts/vat_one.html", context)
