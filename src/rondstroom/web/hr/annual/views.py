"""Hours a year: with whom they were agreed, where they stand, and a new agreement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.guard import account_of
from rondstroom.web.components.hours.annual import file_of, rows_of, titles
from rondstroom.web.hr import access

MINUTES_HOUR = 60
MOST_HOURS = 9999


def _hours(label: Any, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=MOST_HOURS, decimal_places=2, localize=True, **more
    )


class AnnualForm(forms.Form):
    """With whom, for which year, how many hours, and how far the year may end from them."""

    engagement: forms.Field = forms.ModelChoiceField(None, label=gettext_lazy("Wie"))
    year = forms.IntegerField(label=gettext_lazy("Vanaf jaar"), min_value=2000, max_value=2100)
    minutes = _hours(
        gettext_lazy("Uren per jaar"), help_text=gettext_lazy("Te werken uren, zonder het verlof.")
    )
    plus = _hours(gettext_lazy("Ruimte erboven, in uren"))
    minus = _hours(gettext_lazy("Ruimte eronder, in uren"))
    marks_optional = False

    def __init__(self, house: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen: Any = self.fields["engagement"]
        chosen.queryset = people.may_have_annual_hours(house.pk, timezone.localdate())
        chosen.label_from_instance = lambda row: f"{row.worker.name}, {row.get_form_display()}"

    @property
    def agreed(self) -> dict[str, int]:
        """What was filled in, in minutes."""
        told = self.cleaned_data
        return {
            "year": told["year"],
            "minutes": _minutes(told["minutes"]),
            "plus_minutes": _minutes(told["plus"]),
            "minus_minutes": _minutes(told["minus"]),
        }


def _minutes(hours: Decimal) -> int:
    return round(hours * MINUTES_HOUR)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def annual(request: HttpRequest) -> HttpResponse:
    """Show the balances of the year, and keep what is agreed now."""
    house = access.chosen_organisation(request)
    rows = rows_of(timezone.now(), organisation_ids=[house.pk])
    form = AnnualForm(house, request.POST or None, initial=_begun(request, rows))
    if request.method == "POST" and form.is_valid() and _agreed(request, form):
        return redirect(f"{reverse('hr:annual')}?organisation={house.pk}")
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "rows": rows,
        "titles": titles(),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/annual.html", context, status=status)


@require_safe
@access.for_hr
def annual_file(request: HttpRequest) -> HttpResponse:
    """Give the balances of the year as a file."""
    house = access.chosen_organisation(request)
    return file_of(rows_of(timezone.now(), organisation_ids=[house.pk]), timezone.localdate())


def _agreed(request: HttpRequest, form: AnnualForm) -> bool:
    tie = access.engagement_to_write(request, form.cleaned_data["engagement"].pk)
    try:
        actions.agree_annual_hours(
            engagement=tie, **form.agreed, by=account_of(request), at=timezone.now()
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Bewaard. De planner en de medewerker zien het meteen."))
    return True


def _begun(request: HttpRequest, rows: list[Any]) -> dict[str, Any]:
    """Begin with what holds for the engagement in the address, of this year."""
    begun: dict[str, Any] = {"year": timezone.localdate().year}
    asked = request.GET.get("engagement")
    for row in rows:
        if str(row.engagement.pk) == asked:
            agreed = row.balance.agreed
            told = {"minutes": agreed.minutes, "plus": agreed.plus, "minus": agreed.minus}
            hours = {name: Decimal(one) / MINUTES_HOUR for name, one in told.items()}
            begun |= {"engagement": row.engagement.pk, **hours}
    return begun
