"""The page of keys: let a system in, see which came and when, shut one out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rondstroom.rooms.identity import actions, permissions, queries
from rondstroom.rooms.identity.states import RESOURCES, SCOPES
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import found, requires
from rondstroom.web.planner.desk import signed

DOES = {"read": gettext_lazy("lezen"), "write": gettext_lazy("lezen en schrijven")}


def _mine(account: Any) -> list[Any]:
    """Give the organisations whose keys an account looks after, by name."""
    every = organisations.all_organisations()
    return [row for row in every if permissions.may_manage_keys(account, row.pk)]


administrator = requires(
    _mine,
    gettext_lazy("Sleutels voor andere systemen zijn voor de beheerder van een organisatie."),
)


class KeyForm(forms.Form):
    """What the system is called, and what it may."""

    name = forms.CharField(label=gettext_lazy("Naam van het systeem"), max_length=80)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Wat het mag"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["scopes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(scope, told(scope)) for scope in SCOPES]


def told(scope: str) -> str:
    """Say a right in words: "diensten: lezen en schrijven"."""
    resource, _colon, what = scope.partition(":")
    return f"{RESOURCES.get(resource, resource)}: {DOES.get(what, what)}"


@require_http_methods(["GET", "HEAD", "POST"])
@administrator
def keys(request: HttpRequest) -> HttpResponse:
    """Show the keys of an organisation; make one, whose secret is shown this once."""
    mine = _mine(request.user)
    asked = request.POST.get("organisation") or request.GET.get("organisation")
    organisation = found(next((row for row in mine if not asked or str(row.pk) == asked), None))
    form, made, secret = KeyForm(request.POST or None), None, ""
    if request.method == "POST" and form.is_valid():
        try:
            made, secret = actions.make_key(
                organisation_id=organisation.pk, **form.cleaned_data, **signed(request)
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            form = KeyForm()
    context = {
        "form": form,
        "organisation": organisation,
        "organisations": mine,
        "made": made,
        "secret": secret,
        "rows": [
            (key, [told(scope) for scope in key.scopes]) for key in queries.keys_of(organisation.pk)
        ],
    }
    status = 422 if request.method == "POST" and made is None else 200
    answer = render(request, "planner/systems/keys.html", context, status=status)
    if secret:
        answer["Cache-Control"] = "no-store"  # the secret is not to lie about in a browser
    return answer


@require_POST
@administrator
def withdraw(request: HttpRequest, key_id: int) -> HttpResponse:
    """Shut a system out at once."""
    key = queries.api_key(key_id)
    may = key is not None and permissions.may_manage_keys(request.user, key.organisation_id)
    own = found(key if may else None)
    actions.withdraw_key(key=own, **signed(request))
    messages.success(request, _("%(name)s komt er niet meer in.") % {"name": own.name})
    return redirect(f"{reverse('planner:keys')}?organisation={own.organisation_id}")
