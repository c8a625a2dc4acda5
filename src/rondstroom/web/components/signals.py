"""The form of a signal: a competence that the shift asked, and one thing from the list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.rosters.states import SignalKind


class SignalForm(forms.Form):
    """Two closed choices: nothing about a person can be written."""

    skill = forms.TypedChoiceField(label=_("Over welke bekwaamheid"), coerce=int)
    kind = forms.ChoiceField(
        label=_("Wat viel op"), choices=SignalKind.choices, widget=forms.RadioSelect
    )

    def __init__(self, skills: Iterable[Any], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field: Any = self.fields["skill"]
        self.by_number = {one.pk: one for one in skills}
        field.choices = [(one.pk, one.name) for one in self.by_number.values()]

    def said(self) -> dict[str, Any]:
        """Give the competence and the kind that were chosen."""
        told = self.cleaned_data
        return {"skill": self.by_number[told["skill"]], "kind": SignalKind(told["kind"])}
