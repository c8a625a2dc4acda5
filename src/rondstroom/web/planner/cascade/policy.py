"""How an organisation asks around: which rings, how long each may answer, and who may be hired."""

from __future__ import annotations

from collections.abc import Iterator
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

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import permissions, queries
from rondstroom.rooms.matching.states import Choosing, Ring, Urgency
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed

MOST_SUPPLIERS = 5
CENTS = 100


class PolicyForm(forms.Form):
    """A ring is asked when its times are filled in; hire also needs a supplier."""

    choosing = forms.ChoiceField(
        label=gettext_lazy("Willen er meer mensen dan er plaatsen zijn?"),
        choices=Choosing.choices,
        widget=forms.RadioSelect,
    )
    own_hour = forms.DecimalField(
        label=gettext_lazy("Wat een uur eigen personeel kost, in euro"),
        min_value=Decimal(0),
        max_value=Decimal(1000),
        decimal_places=2,
        required=False,
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for ring in Ring:
            for urgency in Urgency:
                self.fields[f"{ring}-{urgency}"] = forms.IntegerField(
                    label=f"{ring.label}, {urgency.label}", required=False, min_value=1
                )
        for number in range(1, MOST_SUPPLIERS + 1):
            self.fields[f"supplier-{number}"] = forms.CharField(
                label=_("Bureau %d") % number, max_length=120, required=False
            )
            self.fields[f"price-{number}"] = forms.DecimalField(
                label=_("Prijs per uur van bureau %d, in euro") % number,
                min_value=Decimal("0.01"),
                max_value=Decimal(1000),
                decimal_places=2,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a supplier without a price, or the other way round."""
        filled = super().clean() or {}
        for number in range(1, MOST_SUPPLIERS + 1):
            if bool(filled.get(f"supplier-{number}")) != bool(filled.get(f"price-{number}")):
                self.add_error(f"price-{number}", _("Vul naam én prijs in, of geen van beide."))
        return filled

    def rows(self) -> Iterator[tuple[Ring, list[Any]]]:
        """Give each ring with its three fields."""
        for ring in Ring:
            yield ring, [self[f"{ring}-{urgency}"] for urgency in Urgency]

    def supplier_rows(self) -> Iterator[tuple[Any, Any]]:
        """Give the pairs of fields for suppliers."""
        for number in range(1, MOST_SUPPLIERS + 1):
            yield self[f"supplier-{number}"], self[f"price-{number}"]

    def values(self) -> dict[str, Any]:
        """Give what the action takes."""
        filled = self.cleaned_data
        windows = {
            str(ring): {
                str(one): filled[f"{ring}-{one}"] for one in Urgency if filled[f"{ring}-{one}"]
            }
            for ring in Ring
        }
        own = filled["own_hour"]
        return {
            "choosing": Choosing(filled["choosing"]),
            "windows": {ring: minutes for ring, minutes in windows.items() if minutes},
            "suppliers": [
                queries.Supplier(filled[f"supplier-{one}"], int(filled[f"price-{one}"] * CENTS))
                for one in range(1, MOST_SUPPLIERS + 1)
                if filled[f"supplier-{one}"]
            ],
            "own_hour_cents": None if own is None else int(own * CENTS),
        }


@planner
def policy(request: HttpRequest) -> HttpResponse:
    """Show the policy that holds; lay down its next version when that is sent."""
    organisation = access.chosen_organisation(request)
    is_allowed = permissions.may_set_policy(access.account(request), organisation.pk)
    found(organisation if is_allowed else None)
    held = queries.cascade_policy(organisation.pk, timezone.localdate())
    form = PolicyForm(request.POST or None, initial=_filled_from(held))
    if request.method == "POST" and form.is_valid() and _set(request, organisation, form):
        return redirect(f"{reverse('planner:policy')}?organisation={organisation.pk}")
    context = {
        "form": form,
        "held": held,
        "urgencies": Urgency.labels,
        "organisation": organisation,
        "organisations": access.organisations_of(request),
    }
    return render(request, "planner/cascade/policy.html", context)


def _set(request: HttpRequest, organisation: Any, form: PolicyForm) -> bool:
    try:
        made = matching.set_cascade_policy(
            organisation=organisation, **form.values(), **signed(request)
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(
        request, _("Versie %d geldt vanaf nu. Wat al loopt, gaat door als eerst.") % made.version
    )
    return True


def _filled_from(held: queries.Policy) -> dict[str, Any]:
    """Give the policy as the form shows it."""
    filled: dict[str, Any] = {"choosing": held.choosing}
    for ring in held.rings:
        filled |= {f"{ring}-{urgency}": held.windows[ring][urgency] for urgency in Urgency}
    for number, one in enumerate(held.suppliers, start=1):
        filled[f"supplier-{number}"] = one.name
        filled[f"price-{number}"] = Decimal(one.hour_cents) / CENTS
    if held.own_hour_cents is not None:
        filled["own_hour"] = Decimal(held.own_hour_cents) / CENTS
    return filled
