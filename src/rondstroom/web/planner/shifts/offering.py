"""Filling the choices of a form."""

from __future__ import annotations

from typing import Any

from django import forms


def offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    """Let a field choose from these."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} is not a field of choices")
    field.choices = choices
