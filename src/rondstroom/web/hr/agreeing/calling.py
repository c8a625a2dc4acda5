"""On which days and hours people on call can be asked to work (BW 7:628b), per engagement."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import actions
from rondstroom.rooms.people import queries as people
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement


class TimesForm(forms.Form):
    """Whether times are known ahead, and from and until of each day of the week."""

    unpredictable = forms.BooleanField(
        label=gettext_lazy("De werktijden zijn vooral onvoorspelbaar"), required=False
    )
    marks_optional = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for day, name in WEEKDAYS.items():
            for part, word in (("opens", _("van")), ("closes", _("tot"))):
                label = f"{name.capitalize()} {word}"
                widget = forms.TimeInput({"type": "time"}, "%H:%M")
                self.fields[f"{part}_{day}"] = forms.TimeField(
                    label=label, required=False, widget=widget
                )

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The two fields of each day."""
        return [(self[f"opens_{day}"], self[f"closes_{day}"]) for day in WEEKDAYS]

    def clean(self) -> dict[str, Any]:
        """Refuse a day with only one of the two."""
        told = super().clean() or {}
        for day in WEEKDAYS:
            opens, closes = told.get(f"opens_{day}"), told.get(f"closes_{day}")
            if (opens is None) != (closes is None):
                missing = "opens" if opens is None else "closes"
                self.add_error(f"{missing}_{day}", _("Vul bij deze dag van én tot in."))
        return told

    @property
    def times(self) -> list[tuple[int, time, time]] | None:
        """What was agreed; None when times are known ahead."""
        told = self.cleaned_data
        if not told["unpredictable"]:
            return None
        return [
            (day, told[f"opens_{day}"], told[f"closes_{day}"])
            for day in WEEKDAYS
            if told[f"opens_{day}"] is not None
        ]


@require_safe
@access.for_hr
def calling(request: HttpRequest) -> HttpResponse:
    """Show who is on call or has unpredictable times, and what was agreed with each."""
    house = access.chosen_organisation(request)
    rows = people.callable_engagements(house.pk, timezone.localdate())
    context = {
        "organisation": house,
        "organisations": access.organisations_of(request),
        "rows": [(one, people.agreed_times(one)) for one in rows],
    }
    return render(request, "hr/calling/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def times(request: HttpRequest, engagement_id: int) -> HttpResponse:
    """Show what was agreed under an engagement here, and keep what is agreed now."""
    tie = access.engagement_to_write(request, engagement_id)
    house = tie.organisation
    form = TimesForm(request.POST if request.method == "POST" else None, initial=_begun(tie))
    if request.method == "POST" and form.is_valid():
        try:
            actions.agree_times(
                engagement=tie, times=form.times, by=account_of(request), at=timezone.now()
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. De planner en de medewerker zien het meteen."))
            return redirect(f"{reverse('hr:calling')}?organisation={house.pk}")
    context = {"organisation": house, "tie": tie, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "hr/calling/times.html", context, status=status)


def _begun(tie: Engagement) -> dict[str, Any]:
    """Begin with what is agreed."""
    agreed = people.agreed_times(tie)
    begun: dict[str, Any] = {"unpredictable": agreed is not None}
    for day, opens, closes in agreed or ():
        begun |= {f"opens_{day}": opens, f"closes_{day}": closes}
    return begun
