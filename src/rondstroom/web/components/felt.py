"""The short questions about a deployment, and the list for a signal about a competence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.rosters.states import EVALUATION_QUESTIONS, EvaluationSide, Felt, SignalKind


class FeltForm(forms.Form):
    """One closed choice per question: nothing about a person can be written."""

    def __init__(self, side: EvaluationSide, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, question in EVALUATION_QUESTIONS[side].items():
            self.fields[name] = forms.ChoiceField(
                label=question, choices=Felt.choices, widget=forms.RadioSelect
            )


def shares_in_words(together: Any, side: EvaluationSide) -> list[tuple[Any, int]]:
    """Give each question with how it was answered together, from 0 to 100."""
    return [(EVALUATION_QUESTIONS[side][name], share) for name, share in together.shares.items()]


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
