"""Swaps that wait: agree, or not; and whether a team wants to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.states import LIVING_SWAPS, SwapState
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed


@planner
def swaps(request: HttpRequest) -> HttpResponse:
    """Show what waits for my agreement, what colleagues still arrange, and the rule per team."""
    mine = [one.pk for one in access.organisations_of(request)]
    living = list(queries.swaps_at(mine))
    waiting = [one for one in living if set(queries.to_approve(one)) & set(mine) and _agreed(one)]
    context = {
        "waiting": waiting,
        "others": [one for one in living if one not in waiting],
        "teams": access.teams_of(request),
        "now": timezone.now(),
    }
    return render(request, "planner/swapping/list.html", context)


def swaps_to_approve(organisation_ids: Sequence[int]) -> list[Any]:
    """Give the swaps that wait for a planner of these organisations, the first due first."""
    mine = set(organisation_ids)
    accepted = queries.swaps_at(mine).filter(state=SwapState.ACCEPTED)
    return [one for one in accepted if mine & set(queries.to_approve(one))]


def _agreed(row: Any) -> bool:
    return bool(row.state == SwapState.ACCEPTED)


@planner
def swap(request: HttpRequest, swap_id: int) -> HttpResponse:
    """Show one swap; agree to it, or say why not."""
    row = access.swap(request, swap_id)
    refusal = ""
    if request.method == "POST":
        refusal = _answer(request, row)
        if not refusal:
            return redirect("planner:swaps")
        row = access.swap(request, swap_id)
    lives = row.state in LIVING_SWAPS
    context = {
        "swap": row,
        "lives": lives,
        "may_approve": lives and _agreed(row),
        "refusal": refusal,
        "answer": request.POST.get("answer", ""),
    }
    return render(request, "planner/swapping/swap.html", context, status=409 if refusal else 200)


def _answer(request: HttpRequest, row: Any) -> str:
    """Do what was answered; give why not, in words, or nothing."""
    answer = request.POST.get("answer", "").strip()
    agrees = request.POST.get("do") == "approve"
    if not agrees and not answer:
        return _("Schrijf een kort antwoord: wie vraagt, verdient een reden.")
    try:
        if agrees:
            done = actions.approve_swap(swap=row, **signed(request))
        else:
            done = actions.end_swap(swap=row, answer=answer, **signed(request))
    except UnableToAct as refusal:
        return str(refusal)
    if done.state == SwapState.DONE:
        messages.success(request, _("Geregeld. Beide roosters zijn bijgewerkt."))
    elif agrees:
        messages.success(request, _("Jouw akkoord staat er. Nu nog dat van de andere organisatie."))
    else:
        messages.success(request, _("Niet akkoord. Ieder houdt de eigen dienst en leest waarom."))
    return ""


@planner
@require_POST
def rule(request: HttpRequest, team_id: int) -> HttpResponse:
    """Lay down whether this team's swaps need a planner's agreement."""
    team = found(next((one for one in access.teams_of(request) if one.pk == team_id), None))
    needs = request.POST.get("needs") == "yes"
    organisations.set_swap_rule(team=team, needs_approval=needs, **signed(request))
    said = (
        _("%s: een roosteraar kijkt eerst naar een ruil.")
        if needs
        else _("%s: collega’s ruilen onderling, binnen de regels.")
    )
    messages.success(request, said % team.name)
    return redirect("planner:swaps")
