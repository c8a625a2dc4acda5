"""The self-scan: what one can, against tasks, packages and functions; nothing is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.skills import queries as skills
from rondstroom.web.public.pay.keeping_nothing import keeps_nothing


class ScanForm(forms.Form):
    """What somebody can do, and which diploma there is."""

    marks_optional = False
    skills = forms.TypedMultipleChoiceField(
        label=_("Wat kun je, of deed je in eerder werk?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    function = forms.TypedChoiceField(
        label=_("Heb je een diploma in zorg of welzijn?"),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        fields: Any = self.fields
        fields["skills"].choices = [(one.pk, one.name) for one in skills.skills()]
        known = [(one.pk, one.name) for one in skills.functions()]
        fields["function"].choices = [("", _("geen, of een ander diploma")), *known]


@keeps_nothing
def scan(request: HttpRequest) -> HttpResponse:
    """Ask and answer on one page; a signed-in worker sees what organisations composed too."""
    form = ScanForm(request.POST if request.method == "POST" else None)
    answer = None
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        inside = bool(request.user.is_authenticated)
        answer = skills.scan(told["skills"], told["function"], with_houses=inside)
    status = 422 if request.method == "POST" and answer is None else 200
    return render(
        request,
        "public/scan.html",
        {"form": form, "answer": answer, "keeps_nothing": True},
        status=status,
    )
