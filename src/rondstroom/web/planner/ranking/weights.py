"""The weights of a pool: what holds, and the next version."""

from __future__ import annotations

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
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed


class WeightsForm(forms.Form):
    """A number per criterion, and why they are as they are."""

    why = forms.CharField(
        label=gettext_lazy("Waarom zo? Iedereen in de pool leest dit."),
        max_length=300,
        required=False,
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for one in queries.CRITERIA:
            self.fields[one.key] = forms.IntegerField(
                label=str(one.label),
                help_text=str(one.measures),
                min_value=0,
                max_value=queries.MOST_WEIGHT,
            )

    def rows(self) -> list[Any]:
        """Give the field of each criterion, in order."""
        return [self[one.key] for one in queries.CRITERIA]

    def values(self) -> dict[str, int]:
        """Give what the action takes."""
        return {one.key: self.cleaned_data[one.key] for one in queries.CRITERIA}


@planner
def ranking(request: HttpRequest) -> HttpResponse:
    """Show how much each criterion counts in a pool; lay down the next version when sent."""
    organisation = access.chosen_organisation(request)
    is_allowed = permissions.may_set_weights(access.account(request), organisation.pk)
    found(organisation if is_allowed else None)
    pools = list(organisations.pools_of(organisation.pk, timezone.localdate()))
    pool = _chosen(request, pools)
    held = queries.weights_of_pool(pool.pk) if pool else None
    form = WeightsForm(request.POST or None, initial=dict(held.values) if held else None)
    if request.method == "POST" and pool and form.is_valid() and _set(request, pool, form):
        asked = f"?organisation={organisation.pk}&pool={pool.pk}"
        return redirect(reverse("planner:ranking") + asked)
    context = {
        "form": form,
        "held": held,
        "pool": pool,
        "pools": pools,
        "most": queries.MOST_WEIGHT,
        "criteria_version": queries.CRITERIA_VERSION,
        "organisation": organisation,
        "organisations": access.organisations_of(request),
    }
    return render(request, "planner/ranking/weights.html", context)


def _chosen(request: HttpRequest, pools: list[Any]) -> Any:
    """Give the pool named in the address, else the first; another's pool does not exist."""
    asked = request.POST.get("pool") or request.GET.get("pool")
    if not asked:
        return pools[0] if pools else None
    return found(next((one for one in pools if str(one.pk) == asked), None))


def _set(request: HttpRequest, pool: Any, form: WeightsForm) -> bool:
    try:
        made = matching.set_ranking_weights(
            pool=pool, weights=form.values(), why=form.cleaned_data["why"], **signed(request)
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    said = _("Versie %(version)d geldt vanaf nu voor alle diensten van %(pool)s.")
    messages.success(request, said % {"version": made.version, "pool": pool.name})
    return True
