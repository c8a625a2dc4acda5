"""What a planner fills in about a place: what one must know who comes there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 300


def _words(label: Any, help_text: Any = "", most: int = LONGEST) -> forms.CharField:
    area = forms.Textarea({"rows": 2})
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=most, widget=area
    )


class LocationForm(forms.Form):
    """What somebody must know who comes to a location."""

    marks_optional = False  # nothing must be told

    how_to_arrive = _words(_("Hoe je er komt"), _("Bus, ingang, bel, verdieping."), 2000)
    parking = _words(_("Parkeren en fiets"))
    dress = _words(_("Kleding"))
    login = _words(_("Inloggen"), _("Wie geeft een account? Nooit een wachtwoord."))


class TeamForm(forms.Form):
    """Where one reports at a team, and how to reach it."""

    marks_optional = False  # nothing must be told

    where_to_be = _words(_("Waar je je meldt"))
    contact = forms.CharField(
        label=_("Telefoon van het team"),
        help_text=_("Van het team, niet van een persoon: dit komt ook in agenda’s."),
        required=False,
        max_length=120,
    )
