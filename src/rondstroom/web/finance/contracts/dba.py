"""Files on labour relations: who is self-employed, nine viewpoints, and what else can be offered.

Nothing here gives a verdict: a file shows what points to either side, and who looked when.
"""

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

from flexpool.contracts.dba.file import QUESTIONS, VIEWPOINTS, Answer, indications
from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.contracts.states import Alternative
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.components.words import said_later
from rondstroom.web.finance import access
from rondstroom.web.finance.contracts.relation_facts import alternatives, seen_in_rosters


class ReviewForm(forms.Form):
    """The questions of all nine viewpoints, and what was offered instead."""

    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    agreement_reference = forms.CharField(
        label=gettext_lazy("Waar is de schriftelijke overeenkomst te vinden? (Wkkgz art. 4)"),
        max_length=200,
        required=False,
    )
    remarks = forms.CharField(
        label=gettext_lazy("Opmerkingen van de beoordelaar"),
        widget=forms.Textarea({"rows": 4}),
        max_length=2000,
        required=False,
    )
    offered = forms.MultipleChoiceField(
        label=gettext_lazy("Aangeboden in plaats hiervan"),
        choices=Alternative.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, question in QUESTIONS.items():
            self.fields[name] = forms.ChoiceField(
                label=said_later(question.text),
                choices=[
                    (Answer.EMPLOYMENT.value, said_later(question.employment)),
                    (Answer.CONTRACTOR.value, said_later(question.contractor)),
                    (Answer.UNKNOWN.value, gettext_lazy("weet ik niet, of het ligt ertussenin")),
                ],
                widget=forms.RadioSelect,
                initial=Answer.UNKNOWN.value,
            )

    @property
    def by_viewpoint(self) -> list[tuple[Any, list[Any]]]:
        """The fields of the questions under their viewpoint."""
        return [(point, [self[one.id] for one in point.questions]) for point in VIEWPOINTS]

    @property
    def closing(self) -> list[Any]:
        """The fields that belong to the file as a whole."""
        return [self[name] for name in ("agreement_reference", "remarks", "offered")]

    def reviewed(self, figures: Mapping[str, int]) -> actions.Reviewed:
        """Give what was filled in, as the room asks it."""
        told = self.cleaned_data
        return actions.Reviewed(
            answers={name: told[name] for name in QUESTIONS},
            remarks=told["remarks"],
            agreement_reference=told["agreement_reference"],
            offered=[Alternative(one) for one in told["offered"]],
            figures=figures,
        )


@require_safe
@access.for_finance
def relations(request: HttpRequest) -> HttpResponse:
    """Show who is self-employed here, and when each file was looked at."""
    organisation = access.chosen_organisation(request)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "rows": queries.relations_of(organisation.pk, timezone.localdate()),
    }
    return render(request, "finance/contracts/relations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_finance
def relation(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """Show a file with its versions, and keep a new one."""
    row, organisation = _row(request, engagement_id)
    offers = alternatives(row, organisation.pk, timezone.now())
    form = ReviewForm(request.POST or None, initial=_begun(row.last))
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_review(
                engagement=row.engagement,
                reviewed=form.reviewed(offers.cents),
                after=form.cleaned_data["after"],
                by=account_of(request),
                at=timezone.now(),
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard als nieuwe versie."))
            return redirect("finance:contract_relation", engagement_id)
    context = {
        "row": row,
        "organisation": organisation,
        "seen": seen_in_rosters(row, organisation.pk, timezone.now()),
        "offers": offers,
        "found": indications(row.last.answers) if row.last else (),
        "reviews": queries.reviews_of(engagement_id),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "finance/contracts/relation.html", context, status=status)


def _row(request: HttpRequest, engagement_id: int) -> tuple[queries.Relation, Any]:
    """Give somebody who is self-employed at an organisation of which the reader does the money."""
    today, account = timezone.localdate(), account_of(request)
    for organisation in access.organisations_of(request):
        if permissions.may_review_relation(account, organisation.pk):
            for row in queries.relations_of(organisation.pk, today):
                if row.engagement.pk == engagement_id:
                    return row, organisation
    return found(None), None


def _begun(last: Any) -> dict[str, Any]:
    """Begin with what the last version says."""
    if last is None:
        return {"after": 0}
    return {
        **last.answers,
        "after": last.version,
        "agreement_reference": last.agreement_reference,
        "remarks": last.remarks,
        "offered": last.offered,
    }
