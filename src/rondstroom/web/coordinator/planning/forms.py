"""What a coordinator asks of the engine: which pool, which days, how long to search."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LONGEST_DAYS = 28


class RegionPlanForm(forms.Form):
    """One question to the engine, for a whole pool."""

    pool = forms.ChoiceField(label=gettext_lazy("Pool"))
    starts_on = forms.DateField(
        label=gettext_lazy("Van"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last_on = forms.DateField(
        label=gettext_lazy("Tot en met"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    seconds = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang zoeken"),
        coerce=int,
        choices=[
            (10, gettext_lazy("10 seconden: snel een eerste voorstel")),
            (30, gettext_lazy("30 seconden")),
            (60, gettext_lazy("1 minuut")),
            (300, gettext_lazy("5 minuten: voor een hele maand")),
        ],
        initial=30,
    )

    def __init__(self, *arguments: Any, pools: list[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._pools = {str(pool.pk): pool for pool in pools}
        self.fields["pool"].choices = [  # type: ignore[attr-defined]
            (pk, pool.name) for pk, pool in self._pools.items()
        ]

    @property
    def chosen_pool(self) -> Any:
        """The pool."""
        return self._pools[self.cleaned_data["pool"]]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order, and more than four weeks at once."""
        filled = super().clean() or {}
        first: date | None = filled.get("starts_on")
        last: date | None = filled.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("De laatste dag ligt vóór de eerste."))
        elif first and last and last - first >= timedelta(days=LONGEST_DAYS):
            self.add_error("last_on", _("Plan ten hoogste vier weken tegelijk."))
        return filled
