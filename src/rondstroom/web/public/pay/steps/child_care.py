"""The fifth step: child care now, and as one would choose it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.web.components.fields import Amount, Number
from rondstroom.web.public.pay.steps.step import Step

CARE_KINDS = [
    ("", gettext_lazy("geen")),
    ("daycare", gettext_lazy("dagopvang")),
    ("after_school", gettext_lazy("buitenschoolse opvang (bso)")),
    ("childminder", gettext_lazy("gastouder")),
]
OLDEST_IN_CARE = 12


class ChildCare(Step):
    """Per child the care of now, and the care one would choose with the other hours."""

    title = gettext_lazy("Kinderopvang")

    def __init__(self, *arguments: Any, ages: Sequence[int] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.cared_for = [n for n, age in enumerate(ages) if age <= OLDEST_IN_CARE]
        for n in self.cared_for:
            self.fields.update(_care_fields(n, ages[n]))

    def clean(self) -> dict[str, Any]:
        """Ask hours and price where a kind of care was chosen."""
        filled = super().clean() or {}
        for n in self.cared_for:
            for name in (f"care_rate_{n}", f"care_now_{n}", f"care_wanted_{n}"):
                if filled.get(f"care_kind_{n}") and name in filled and filled[name] is None:
                    self.add_error(name, _("Vul dit in, of kies bij soort opvang: geen."))
        return filled


def _care_fields(n: int, age: int) -> dict[str, forms.Field]:
    """Give the fields for the child with this number and age."""
    about = {"age": age}
    return {
        f"care_kind_{n}": forms.ChoiceField(
            label=_("Kind van %(age)s jaar: soort opvang") % about,
            choices=CARE_KINDS,
            required=False,
        ),
        f"care_rate_{n}": Amount(
            label=_("Kind van %(age)s jaar: prijs per uur (in euro)") % about,
            required=False,
            most=50,
        ),
        f"care_now_{n}": Number(
            label=_("Kind van %(age)s jaar: uren opvang per maand nu") % about,
            required=False,
            most=400,
        ),
        f"care_wanted_{n}": Number(
            label=_("Kind van %(age)s jaar: uren opvang per maand straks") % about,
            help_text=_("Jij kiest: misschien is er meer opvang nodig, misschien niet."),
            required=False,
            most=400,
        ),
    }
