"""What was filled in so far: travels with the pages in hidden fields, and is kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from rondstroom.web.public.pay.steps import STEPS, ChildCare, Extras, Step

LONGEST_TEXT = 100


class Answers:
    """All five forms, filled with what was sent; what was not asked yet has its own beginning.

    A later step may depend on an earlier one: the fields of child care on the children's ages.
    """

    def __init__(self, sent: Mapping[str, str]) -> None:
        self.sent = {name: text[:LONGEST_TEXT] for name, text in sent.items()}
        self.forms: list[Step] = []
        """As they are shown: a step that was not asked yet has nothing to complain of."""
        self.told: list[Step] = []
        """As they count: a step that was not asked yet holds what it begins with."""
        for step in STEPS:
            options = self._options(step)
            empty = step(**options)
            is_asked = bool(self.sent.keys() & empty.fields.keys())
            self.told.append(step({**_begun(empty), **self.sent}, **options))
            self.forms.append(self.told[-1] if is_asked else empty)

    def _options(self, step: type[Step]) -> dict[str, Any]:
        if issubclass(step, Extras):
            return {"cao": self._told(0, "cao", "")}
        if issubclass(step, ChildCare):
            return {"ages": self._told(2, "children", [])}
        return {}

    def _told(self, step: int, name: str, otherwise: Any) -> Any:
        """Give one answer of an earlier step, as far as that step is right."""
        form = self.told[step]
        return form.cleaned_data.get(name, otherwise) if form.is_valid() else otherwise

    def first_wrong(self, until: int) -> int | None:
        """Give the first step, counted from one, up to and with this one that is not right."""
        wrong = (number for number, form in enumerate(self.told[:until], 1) if not form.is_valid())
        return next(wrong, None)

    def filled(self) -> dict[str, Any] | None:
        """Give everything as values; None as long as a step is wrong."""
        if self.first_wrong(len(self.told)):
            return None
        return {name: value for form in self.told for name, value in form.cleaned_data.items()}

    def carried(self, shown: int) -> list[tuple[str, str]]:
        """Give name and text of what other steps than the one shown hold."""
        here = self.forms[shown - 1].fields if 0 < shown <= len(self.forms) else {}
        names = {name for form in self.forms for name in form.fields} - here.keys()
        return [(name, text) for name, text in self.sent.items() if name in names]


def _begun(form: forms.Form) -> dict[str, Any]:
    """Give what the fields begin with, as a browser would send it."""
    found = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in found.items()}
