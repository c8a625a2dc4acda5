"""Showing the passport to an organisation: what exactly, until when, and taking it back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import ProofKind
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.skills.models import Proof, Share

USUAL = timedelta(days=90)


class ShareForm(forms.Form):
    """With whom, which proofs, through which day."""

    organisation: forms.Field = forms.ModelChoiceField(
        None, label=gettext_lazy("Met wie"), empty_label=gettext_lazy("kies een organisatie")
    )
    # Not rows of a query: a number too large for the database is refused in words as well.
    proofs: forms.Field = forms.MultipleChoiceField(
        label=gettext_lazy("Wat mogen zij zien"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Kies minstens één bewijs van jezelf dat nog telt.")
        },
    )
    through = forms.DateField(
        label=gettext_lazy("Tot en met"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=gettext_lazy("Daarna stopt het vanzelf. Stoppen kan ook elk moment zelf."),
    )

    def __init__(self, worker: Worker, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        house, proofs = (self._chosen(name) for name in ("organisation", "proofs"))
        ties = people.engagements_of(worker.pk, timezone.localdate())
        house.queryset = organisations.all_organisations().exclude(
            pk__in={one.organisation_id for one in ties}
        )
        house.label_from_instance = lambda row: row.name
        self._own = {str(row.pk): row for row in skills.shareable_proofs(worker.pk)}
        proofs.choices = [(pk, capfirst(named(row))) for pk, row in self._own.items()]

    def clean_proofs(self) -> list[Proof]:
        """Give the chosen proofs themselves."""
        return [self._own[pk] for pk in self.cleaned_data["proofs"]]

    def _chosen(self, name: str) -> Any:
        return self.fields[name]


def named(proof: Proof) -> str:
    """Give a proof in words: its kind, and the competence or function that it is about."""
    about = proof.skill or proof.function
    kind = str(ProofKind(proof.kind).label)
    return f"{kind}: {about.name}" if about else kind


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def sharing(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show with whom the passport is shared now and was before, and share it once more."""
    form = ShareForm(worker, request.POST or None, initial=_begun())
    if request.method == "POST" and form.is_valid() and _shared(request, worker, form):
        return redirect("worker:sharing")
    today, rows = timezone.localdate(), list(skills.shares_of_worker(worker.pk))
    context = {
        "form": form,
        "living": [_told(one) for one in rows if _holds(one, today)],
        "over": [_told(one) for one in rows if not _holds(one, today)],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "worker/proofs/sharing.html", context, status=status)


@require_POST
@for_worker
def stop(request: HttpRequest, worker: Worker, share_id: int) -> HttpResponse:
    """Take a share back: from now on the organisation reads nothing of it."""
    own = (row for row in skills.shares_of_worker(worker.pk) if row.pk == share_id)
    row = found(next(own, None))
    actions.stop_sharing(share=row, by=account_of(request), at=timezone.now())
    words = {"house": row.organisation.name}
    messages.success(request, _("Gestopt. %(house)s ziet hier niets meer van.") % words)
    return redirect("worker:sharing")


def _begun() -> dict[str, Any]:
    return {"through": timezone.localdate() + USUAL}


def _holds(row: Share, today: Any) -> bool:
    return row.ended_at is None and today <= row.through


def _told(row: Share) -> dict[str, Any]:
    return {"share": row, "what": [named(one) for one in row.proofs.all()]}


def _shared(request: HttpRequest, worker: Worker, form: ShareForm) -> bool:
    told = form.cleaned_data
    try:
        actions.share_passport(worker=worker, **told, by=account_of(request), at=timezone.now())
    except UnableToAct as refusal:
        form.add_error(refusal.code if refusal.code in form.fields else None, str(refusal))
        return False
    words = {"house": told["organisation"].name}
    messages.success(request, _("Gedeeld. %(house)s ziet precies wat je koos.") % words)
    return True
