"""What the BIG register says: whose answer grows too old, and writing one down by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import RegisterOutcome
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access

if TYPE_CHECKING:
    from rondstroom.rooms.skills.queries import RegisterStanding

SOON = timedelta(days=10)


class AnswerForm(forms.Form):
    """What HR reads in the register."""

    code = forms.ChoiceField(label=gettext_lazy("Beroep in het register"))
    number = forms.CharField(
        label=gettext_lazy("BIG-nummer"),
        max_length=20,
        help_text=gettext_lazy("Elf cijfers. Vergelijk ook de naam."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("Wat staat er"),
        choices=RegisterOutcome.choices,
        widget=forms.RadioSelect,
    )
    ends_on = forms.DateField(
        label=gettext_lazy("Geregistreerd tot en met"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    noted_on = forms.DateField(
        label=gettext_lazy("Ingangsdatum van de beperking of aantekening"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def __init__(self, codes: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        code: Any = self.fields["code"]
        code.choices = codes
        if len(codes) == 1:
            code.widget, code.initial = forms.HiddenInput(), codes[0][0]


@dataclass(frozen=True, slots=True)
class Line:
    """One worker and profession, and how the answer stands today."""

    worker: Any
    standing: RegisterStanding
    state: str


@require_safe
@access.for_hr
def register(request: HttpRequest) -> HttpResponse:
    """Show who works here in a registered profession, the oldest answer first."""
    house, today = access.chosen_organisation(request), timezone.localdate()
    workers = {one.pk: one for one in people.workers_of_organisation(house.pk, today)}
    standings = skills.register_standings(workers, today)
    lines = [Line(workers[one.worker_id], one, _state(one, today)) for one in standings]
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "due": [one for one in lines if one.state != "fresh"],
        "fresh": [one for one in lines if one.state == "fresh"],
        "days": skills.recheck_days(today),
        "down_since": skills.register_unreachable_since(timezone.now()),
    }
    return render(request, "hr/register.html", context)


def _state(one: RegisterStanding, today: date) -> str:
    """Say `never`, `stale` when it opens nothing any more, `soon`, or `fresh`."""
    if one.stale_on is None:
        return "never"
    if one.stale_on <= today:
        return "stale"
    return "soon" if one.stale_on <= today + SOON else "fresh"


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def answer(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Ask what stands in the register, and keep it; shifts are judged again at once."""
    worker, house = access.file_to_write(request, worker_id)
    standings = skills.register_standings([worker.pk], timezone.localdate())
    known = {one.code: one for one in standings}
    form = AnswerForm(_codes(known), request.POST or None, initial=_begun(standings))
    if request.method == "POST" and form.is_valid() and _kept(request, worker, form):
        return redirect(f"{reverse('hr:register')}?organisation={house.pk}")
    context = {"worker": worker, "organisation": house, "form": form, "standings": standings}
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/register_answer.html", context, status=status)


def _codes(known: dict[str, RegisterStanding]) -> list[tuple[str, str]]:
    """Give the professions of this worker; nobody's are known: those of all functions."""
    nurse = skills.nurse_code(timezone.localdate())
    names: dict[str, list[str]] = {}
    for row in skills.functions().filter(needs_register=True):
        names.setdefault(row.register_code or nurse, []).append(row.name)
    codes = sorted(known) or sorted(names) or [nurse]
    return [(code, f"{code} ({', '.join(names.get(code, []))[:60]})") for code in codes]


def _begun(standings: list[RegisterStanding]) -> dict[str, Any]:
    if not standings:
        return {}
    first = standings[0]
    begun: dict[str, Any] = {"code": first.code, "number": first.number}
    if first.answer is not None:
        begun["ends_on"] = first.answer.ends_on
    return begun


def _kept(request: HttpRequest, worker: Any, form: AnswerForm) -> bool:
    told = dict(form.cleaned_data)
    try:
        actions.record_by_hand(worker=worker, by=account_of(request), at=timezone.now(), **told)
    except UnableToAct as refusal:
        place = refusal.code if refusal.code in form.fields else None
        form.add_error(place, str(refusal))
        return False
    messages.success(
        request,
        _("Opgeschreven wat het register zegt van %(name)s. De diensten zijn opnieuw nagekeken.")
        % {"name": worker.name},
    )
    return True
