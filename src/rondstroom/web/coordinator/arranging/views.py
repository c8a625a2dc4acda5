"""The arrangements of the pools: what holds, who consented, and a new version."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import actions, permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Council, Shared
from rondstroom.web.components.guard import account_of, found, requires
from rondstroom.web.coordinator.arranging.forms import WHOLE, ArrangementForm, CouncilForm

for_arranging = requires(
    permissions.may_arrange,
    gettext_lazy(
        "Deze werkplek is voor de regiocoördinator. Een beheerder van de regio geeft die rol."
    ),
)
TEXTS = ("aim", "boundaries", "work", "conditions", "ending", "reference")


@require_safe
@for_arranging
def arrangements(request: HttpRequest) -> HttpResponse:
    """Show the pools, and which version holds today."""
    sharing = organisations.sharing_on(timezone.localdate())
    pools = organisations.all_pools()
    rows = [(one, sharing.arrangements.get(one.pk)) for one in pools]
    return render(request, "coordinator/arranging/list.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@for_arranging
def arrangement(request: HttpRequest, pool_id: int) -> HttpResponse:
    """Show the versions of one pool and the councils' answers, and write a new version."""
    pool = found(organisations.pool(pool_id))
    versions = list(organisations.arrangements_of(pool.pk))
    form = ArrangementForm(request.POST or None, initial=_begun(versions))
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_arrangement(
                pool=pool,
                arranged=form.arranged,
                after=form.cleaned_data["after"],
                by=account_of(request),
                at=timezone.now(),
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard als nieuwe versie."))
            return redirect("coordinator:arrangement", pool.pk)
    status = 422 if request.method == "POST" else 200
    context = {"pool": pool, "versions": versions, "form": form, **_shown(versions)}
    return render(request, "coordinator/arranging/one.html", context, status=status)


@require_POST
@for_arranging
def council(request: HttpRequest, pool_id: int) -> HttpResponse:
    """Write down what a works council answered on the newest version."""
    pool = found(organisations.pool(pool_id))
    newest = found(organisations.arrangements_of(pool.pk).first())
    form = CouncilForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Vul het antwoord, de dag en het kenmerk van de brief in."))
        return redirect("coordinator:arrangement", pool.pk)
    told = form.cleaned_data
    told["organisation"] = found(organisations.organisation(told["organisation"]))
    try:
        actions.write_council_answer(
            arrangement=newest, by=account_of(request), at=timezone.now(), **told
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Opgeschreven wat de ondernemingsraad antwoordde."))
    return redirect("coordinator:arrangement", pool.pk)


def _begun(versions: list[Any]) -> dict[str, Any]:
    """Begin with what the newest version says."""
    if not versions:
        return {"after": 0, "starts_on": timezone.localdate()}
    last = versions[0]
    fee = None if last.most_fee_bp is None else Fraction(last.most_fee_bp, WHOLE)
    kept = {name: getattr(last, name) for name in (*TEXTS, "shares", "needs_consent")}
    return {**kept, "after": last.version, "starts_on": timezone.localdate(), "most_fee": fee}


def _shown(versions: list[Any]) -> dict[str, Any]:
    """Give what the page says of the newest version."""
    if not versions:
        return {}
    last, today = versions[0], timezone.localdate()
    sharing = organisations.sharing_on(max(today, last.starts_on))
    members = organisations.members_with_answer(last, max(today, last.starts_on))
    return {
        "last": last,
        "shares": [(label, value in last.needs_consent) for value, label in _chosen(last)],
        "members": [
            (one, answer, [label for value, label in _chosen(last) if sharing.gives(value, one.pk)])
            for one, answer in members
        ],
        "answers": Council.choices,
        "today": today,
    }


def _chosen(last: Any) -> list[tuple[Shared, Any]]:
    return [(one, one.label) for one in Shared if one in last.shares]
