"""What a planner fills in for a team's demand: from when, and a line per kind of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.demand.queries import LONGEST_CYCLE, Slot
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.planner.shifts.forms import WEEKDAYS, DateInput, TimeInput
from rondstroom.web.planner.shifts.offering import offer

EMPTY_ROWS = 2
MOST_ROWS = 60
CYCLES = [(1, _("week")), (2, _("twee weken")), (3, _("drie weken")), (4, _("vier weken"))]


class DemandForm(forms.Form):
    """From when to when a version holds, and over how many weeks it turns."""

    starts_on = forms.DateField(label=_("Geldt vanaf"), widget=DateInput())
    ends_on = forms.DateField(
        label=_("Tot en met"),
        widget=DateInput(),
        required=False,
        help_text=_("Leeg: tot er een nieuwe versie is."),
    )
    cycle_weeks = forms.TypedChoiceField(
        label=_("Herhaalt elke"),
        coerce=int,
        choices=CYCLES,
    )
    why = forms.CharField(
        label=_("Waarom veranderde de zorgvraag?"), max_length=300, required=False
    )


class NeedForm(forms.Form):
    """So many people of a function, on these weekdays, at these times."""

    week = forms.TypedChoiceField(
        label=_("Week"),
        coerce=int,
        choices=[(n, str(n + 1)) for n in range(LONGEST_CYCLE)],
        required=False,
    )
    days = forms.TypedMultipleChoiceField(
        label=_("Dagen"), coerce=int, choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple
    )
    start = forms.TimeField(label=_("Van"), widget=TimeInput())
    end = forms.TimeField(label=_("Tot"), widget=TimeInput())
    function = forms.TypedChoiceField(
        label=_("Functie"), coerce=int, empty_value=None, required=False
    )
    skills = forms.TypedMultipleChoiceField(
        label=_("Bekwaamheden"), coerce=int, required=False, widget=forms.SelectMultiple
    )
    places = forms.IntegerField(label=_("Plaatsen"), min_value=1, max_value=99, initial=1)
    break_minutes = forms.IntegerField(
        label=_("Pauze"), min_value=0, max_value=240, required=False, initial=30
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        functions = [(row.pk, f"{row.code}: {row.name}") for row in skills.functions()]
        offer(self, "function", [("", "–"), *functions])
        known = self.fields["skills"]
        if isinstance(known, forms.ChoiceField):
            known.choices = [(row.pk, row.name) for row in skills.skills()]

    def slots(self) -> list[Slot]:
        """Give the needs this line stands for; none for an empty or a removed line."""
        told = self.cleaned_data
        if not told or told.get("DELETE") or not told.get("days"):
            return []
        slot = Slot(
            week=int(told["week"] or 0),
            weekday=0,
            start=f"{told['start']:%H:%M}",
            end=f"{told['end']:%H:%M}",
            function=told["function"],
            skills=tuple(sorted(told["skills"])),
            places=told["places"],
            break_minutes=told["break_minutes"] or 0,
        )
        return [replace(slot, weekday=day) for day in told["days"]]


NeedForms = forms.formset_factory(
    NeedForm, extra=EMPTY_ROWS, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


def rows_of(slots: Iterable[Slot]) -> list[dict[str, Any]]:
    """Give slots as the lines of the form: weekdays with the same need on one line."""
    found: dict[Slot, list[int]] = {}
    for slot in slots:
        found.setdefault(replace(slot, weekday=0), []).append(slot.weekday)
    return [
        {
            "week": slot.week,
            "days": days,
            "start": slot.start,
            "end": slot.end,
            "function": slot.function,
            "skills": list(slot.skills),
            "places": slot.places,
            "break_minutes": slot.break_minutes,
        }
        for slot, days in sorted(found.items())
    ]
