"""What every step shares."""

from __future__ import annotations

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

YES_NO = [("no", gettext_lazy("nee")), ("yes", gettext_lazy("ja"))]
SHORT = {"class": "short", "autocomplete": "off"}


class Step(forms.Form):
    """One step, with its name."""

    title: Promise
