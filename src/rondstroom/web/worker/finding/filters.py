"""What a worker wants to see in the list; kept until it is changed."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from flexpool.periods import Period, day_period
from rondstroom.rooms.matching.queries import ShiftCard
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import DayPart

KEPT = "worker.filter"
DAYS_AHEAD = 28
FURTHEST = 182
ANY = [("", _("alle"))]
DISTANCES = [("", _("zo ver als ik wil reizen")), *((str(n), f"{n} min") for n in (10, 20, 30, 45))]


class ShiftFilter(forms.Form):
    """Days, part of the day, distance, organisation, function, known places and known people."""

    marks_optional = False
    starts_on = forms.DateField(
        label=_("Vanaf"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    ends_on = forms.DateField(
        label=_("Tot en met"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    part = forms.ChoiceField(
        label=_("Deel van de dag"), required=False, choices=[*ANY, *DayPart.choices]
    )
    minutes = forms.ChoiceField(label=_("Reistijd hooguit"), required=False, choices=DISTANCES)
    organisation = forms.ChoiceField(label=_("Organisatie"), required=False)
    function = forms.ChoiceField(label=_("Functie"), required=False)
    places = forms.BooleanField(label=_("Alleen plekken die ik ken"), required=False)
    people = forms.BooleanField(label=_("Alleen met mensen die ik ken"), required=False)

    def offer(self, cards: list[ShiftCard]) -> None:
        """Offer the organisations and functions that there are shifts of."""
        shifts = [card.shift for card in cards]
        organisations = {str(s.organisation_id): s.organisation.name for s in shifts}
        functions = {str(s.function_id): s.function.name for s in shifts if s.function}
        for name, choices in (("organisation", organisations), ("function", functions)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*ANY, *sorted(choices.items(), key=lambda pair: pair[1])]

    def period(self) -> Period:
        """Give the days to look at: from today, four weeks, unless said otherwise."""
        today = timezone.localdate()
        furthest = today + timedelta(days=FURTHEST)
        first = min(max(_day(self.data.get("starts_on")) or today, today), furthest)
        last = _day(self.data.get("ends_on")) or first + timedelta(days=DAYS_AHEAD - 1)
        last = max(first, min(last, furthest))
        return Period(day_period(first).starts_at, day_period(last).ends_at)

    def passes(self, card: ShiftCard, with_known: Container[int] = ()) -> bool:
        """Tell whether a shift is asked for; a part that makes no sense asks nothing."""
        wanted, shift = self.cleaned_data, card.shift
        minutes = card.eligibility.travel_minutes
        return all(
            (
                wanted.get("part") in ("", None, people.part_of(shift.starts_at, shift.ends_at)),
                wanted.get("organisation") in ("", None, str(shift.organisation_id)),
                wanted.get("function") in ("", None, str(shift.function_id)),
                not wanted.get("places") or card.eligibility.times_here > 0,
                not wanted.get("people") or shift.pk in with_known,
                not wanted.get("minutes")
                or (minutes is not None and minutes <= int(wanted["minutes"])),
            )
        )

    @property
    def count(self) -> int:
        """How many filters are on."""
        return sum(1 for name in self.fields if getattr(self, "cleaned_data", {}).get(name))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def filter_of(request: HttpRequest) -> ShiftFilter:
    """Give the filter in the address, or else the one kept from before."""
    names = set(ShiftFilter.base_fields)
    if "clear" in request.GET:
        request.session.pop(KEPT, None)
    elif names & set(request.GET):
        request.session[KEPT] = {name: request.GET[name] for name in names if request.GET.get(name)}
    return ShiftFilter(request.session.get(KEPT, {}))
