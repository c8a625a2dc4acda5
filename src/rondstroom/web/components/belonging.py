"""What people fill in about being somewhere: what is shown to who is new, and how it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.learning.states import StepKind
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


class ChecklistForm(forms.Form):
    """What is shown, per subject, one thing on a line."""

    marks_optional = False  # nothing must be told

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for kind in StepKind:
            self.fields[kind.value] = forms.CharField(
                label=kind.label.capitalize(),
                required=False,
                max_length=3000,
                widget=forms.Textarea({"rows": 2}),
            )

    def said(self) -> list[tuple[StepKind, str]]:
        """Give the steps in order."""
        return [
            (kind, line)
            for kind in StepKind
            for line in self.cleaned_data[kind.value].splitlines()
            if line.strip()
        ]


def told_in(checklist: Any) -> dict[str, Any]:
    """Give a checklist as it is typed, a line per step; every subject empty when there is none."""
    steps = list(checklist.steps.all()) if checklist else []
    return {
        kind.value: "\n".join(step.text for step in steps if step.kind == kind) for kind in StepKind
    }
