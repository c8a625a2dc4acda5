"""The short questions about a deployment, as both sides answer them."""

from __future__ import annotations

from typing import Any

from django import forms

from rondstroom.rooms.rosters.states import EVALUATION_QUESTIONS, EvaluationSide, Felt


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
