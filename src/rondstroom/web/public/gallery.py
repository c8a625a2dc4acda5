"""Every building block in every state, on one page."""

from __future__ import annotations

from datetime import time

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rondstroom.web.components.badges import BADGES
from rondstroom.web.components.graphs import Mark, graph_of
from rondstroom.web.components.icons import PATHS
from rondstroom.web.public.examples import (
    DAY,
    LINE,
    NIGHT,
    example_cards,
    example_line,
    example_proof,
)


class Example(forms.Form):
    """One field of each kind, to look at."""

    name = forms.CharField(label=_("Naam"), help_text=_("Zoals collega's je noemen."))
    email = forms.EmailField(label=_("E-mailadres"))
    on = forms.DateField(label=_("Dag"), widget=forms.DateInput(attrs={"type": "date"}))
    part = forms.ChoiceField(
        label=_("Deel van de dag"),
        choices=[("day", _("dag")), ("evening", _("avond")), ("night", _("nacht"))],
    )
    how = forms.ChoiceField(
        label=_("Hoe reis je?"),
        widget=forms.RadioSelect,
        choices=[("bicycle", _("fiets")), ("car", _("auto"))],
    )
    remarks = forms.CharField(label=_("Opmerking"), required=False, widget=forms.Textarea)
    agreed = forms.BooleanField(label=_("Ik heb dit gelezen"))


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show the blocks, with a form that is empty and one that has errors."""
    return render(
        request,
        "public/gallery.html",
        {
            "states": list(BADGES),
            "shapes": sorted(PATHS),
            "night": NIGHT,
            "times": [(0, time(7), time(15, 30)), (2, time(15), time(23))],
            "day_shift": DAY,
            "cards": example_cards(),
            "form": Example(auto_id="good_%s"),
            "wrong": Example({"email": "geen-adres"}, auto_id="wrong_%s"),
            "step_names": [_("Kies"), _("Controleer"), _("Klaar")],
            "line": graph_of(
                LINE, [Mark(24, 2200, str(_("nu"))), Mark(28, 2240, str(_("straks")))], [(24, 30)]
            ),
            "line_words": _("Te besteden per maand, bij elk aantal uren per week"),
            "line_up": _("euro"),
            "line_across": _("uur per week"),
            "costs": [(_("in dienst"), 41_14, "own"), (_("uitzendbureau"), 61_31, "hired")],
            "example_line": example_line(),
            "example_proof": example_proof(),
            "points": [("ma", 6), ("di", 8), ("wo", 5), ("do", 7), ("vr", 9), ("za", 3), ("zo", 2)],
        },
    )
