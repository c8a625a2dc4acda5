"""What a planner fills in for a series of shifts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.web.planner.shifts.forms import WEEKDAYS, DateInput, ShiftForm

LONGEST_SERIES_DAYS = 366


class SeriesForm(ShiftForm):
    """The same shift on chosen weekdays, until and with a date."""

    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Op deze dagen van de week"),
        choices=WEEKDAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(label=gettext_lazy("Tot en met"), widget=DateInput())

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the first day, a series without days, or one beyond a year."""
        filled = super().clean()
        if not {"day", "until", "weekdays"} <= filled.keys():
            return filled
        if filled["until"] < filled["day"]:
            self.add_error("until", _("De laatste dag ligt vóór de eerste."))
        elif (filled["until"] - filled["day"]).days > LONGEST_SERIES_DAYS:
            self.add_error("until", _("Een reeks duurt ten hoogste een jaar."))
        elif not self.days():
            self.add_error("weekdays", _("Geen van deze dagen valt in de gekozen tijd."))
        return filled

    def days(self) -> list[date]:
        """Give every day on which the series has a shift."""
        filled = self.cleaned_data
        span = (filled["until"] - filled["day"]).days + 1
        days = (filled["day"] + timedelta(days=n) for n in range(span))
        return [day for day in days if day.weekday() in filled["weekdays"]]
