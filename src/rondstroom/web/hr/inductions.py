"""What is shown to who is new at a location: HR draws the list up, and each change is a version."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.learning import actions, queries
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.belonging import ChecklistForm, told_in
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.hr import access


@require_safe
@access.for_hr
def inductions(request: HttpRequest) -> HttpResponse:
    """Show the own locations, with which version of the list each has."""
    house = access.chosen_organisation(request)
    locations = list(organisations.locations_of(house.pk))
    lists = queries.checklists_of(one.pk for one in locations)
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "rows": [(one, lists.get(one.pk)) for one in locations],
        "asks_induction": skills.policy_of(house.pk).asks_induction,
    }
    return render(request, "hr/inductions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def induction(request: HttpRequest, location_id: int) -> HttpResponse:
    """Show the list of one location, and lay down a new version."""
    location, house = _location(request, location_id)
    newest = queries.checklist_of(location.pk)
    form = ChecklistForm(request.POST or None, initial=told_in(newest))
    if request.method == "POST" and form.is_valid() and _laid_down(request, location, form):
        return redirect(f"{reverse('hr:inductions')}?organisation={house.pk}")
    context = {"location": location, "organisation": house, "checklist": newest, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/induction.html", context, status=status)


def _location(request: HttpRequest, location_id: int) -> tuple[Any, Any]:
    for house in access.organisations_of(request):
        row = organisations.locations_of(house.pk).filter(pk=location_id).first()
        if row is not None:
            return row, house
    return found(None), None


def _laid_down(request: HttpRequest, location: Any, form: ChecklistForm) -> bool:
    try:
        row = actions.set_checklist(
            location=location, steps=form.said(), by=account_of(request), at=timezone.now()
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    words = {"place": location.name, "version": row.version}
    messages.success(request, _("De lijst van %(place)s is nu versie %(version)d.") % words)
    return True
