"""Where and how far the worker wants to work, the own wage, and in which language to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_http_methods

from rondstroom.rooms.identity import actions as identity
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import TravelMode
from rondstroom.web.components.guard import account_of
from rondstroom.web.worker.access import for_worker
from rondstroom.web.worker.wishes.own_wage import keep_wage, wage_form

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Worker


class Travel(forms.Form):
    """From where, how, and how long."""

    home_pc4 = forms.CharField(
        label=gettext_lazy("Je postcode"),
        max_length=7,
        required=False,
        help_text=gettext_lazy("Alleen de vier cijfers bewaren we. Meer is niet nodig."),
        widget=forms.TextInput({"class": "short", "autocomplete": "postal-code"}),
    )
    travel_mode = forms.ChoiceField(
        label=gettext_lazy("Hoe reis je?"), choices=TravelMode.choices, widget=forms.RadioSelect
    )
    max_travel_minutes = forms.IntegerField(
        label=gettext_lazy("Hoe lang wil je hooguit reizen (minuten)?"),
        min_value=5,
        max_value=180,
    )


class Places(forms.Form):
    """The organisations of the pool besides the own ones."""

    organisations = forms.MultipleChoiceField(
        label=gettext_lazy("Hier wil ik ook werken"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    marks_optional = False


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def preferences(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show the forms, and keep the one that was sent."""
    own, partners = _places_of(worker)
    sent = request.POST.get("do") if request.method == "POST" else None
    travel = Travel(request.POST if sent == "travel" else None, initial=_travel_of(worker))
    places = Places(
        request.POST if sent == "places" else None,
        initial={"organisations": [str(n) for n in people.willing_organisation_ids(worker.pk)]},
    )
    field = places.fields["organisations"]
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = [(str(one.pk), one.name) for one in partners]
    wage = wage_form(request, worker, is_sent=sent == "wage")
    if sent == "language":
        return _speak(request)
    if sent == "wage" and wage.is_valid():
        keep_wage(request, worker, wage)
        return redirect("worker:settings")
    if sent == "travel" and travel.is_valid() and _keep_travel(request, worker, travel):
        return redirect("worker:settings")
    if sent == "places" and places.is_valid():
        _keep_places(request, worker, partners, places.cleaned_data["organisations"])
        return redirect("worker:settings")
    context = {"travel": travel, "places": places, "own": own, "wage": wage}
    context["languages"] = settings.LANGUAGES
    context["agreed"] = people.times_of(worker, timezone.localdate())
    status = 422 if sent else 200
    return render(request, "worker/preferences.html", context, status=status)


def _travel_of(worker: Worker) -> dict[str, Any]:
    return {
        "home_pc4": worker.home_pc4,
        "travel_mode": worker.travel_mode,
        "max_travel_minutes": worker.max_travel_minutes,
    }


def _places_of(worker: Worker) -> tuple[list[Organisation], list[Organisation]]:
    """Give the own employers, and the others of their pools."""
    today = timezone.localdate()
    own = {one.organisation_id for one in people.engagements_of(worker.pk, today)}
    reached = set().union(*organisations.pool_partners(own, today).values()) if own else set()
    everybody = list(organisations.all_organisations())
    return (
        [one for one in everybody if one.pk in own],
        [one for one in everybody if one.pk in reached - own],
    )


def _keep_travel(request: HttpRequest, worker: Worker, form: Travel) -> bool:
    """Keep how far to travel; a postcode that cannot be is said at its field."""
    try:
        actions.set_travel(
            worker=worker, by=account_of(request), at=timezone.now(), **form.cleaned_data
        )
    except UnableToAct as refusal:
        form.add_error("home_pc4", str(refusal))
        return False
    messages.success(request, _("Bewaard hoe ver je wilt reizen."))
    return True


def _keep_places(
    request: HttpRequest, worker: Worker, partners: list[Organisation], chosen: list[str]
) -> None:
    """Keep where the worker wants to work."""
    wanted = [one for one in partners if str(one.pk) in set(chosen)]
    actions.set_willingness(
        worker=worker, organisations=wanted, by=account_of(request), at=timezone.now()
    )
    messages.success(request, _("Bewaard waar je wilt werken."))


def _speak(request: HttpRequest) -> HttpResponse:
    """Keep the language with the account, and use it from now on in this browser."""
    language = request.POST.get("language", "")
    answer = redirect("worker:settings")
    try:
        identity.set_language(
            account=account_of(request),
            language=language,
            by=account_of(request),
            at=timezone.now(),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return answer
    answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax")
    with override(language):
        messages.success(request, _("Bewaard in welke taal je leest."))
    return answer
