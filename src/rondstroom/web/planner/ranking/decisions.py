"""What was proposed for a shift, by which rules, who was kept out by what, and who decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.states import Decided
from rondstroom.rooms.people import queries as people
from rondstroom.web.planner import access
from rondstroom.web.planner.cascade.words import reasons
from rondstroom.web.planner.desk import planner


@planner
def decisions(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Show every decision about a shift, with the numbers it rested on."""
    shift = access.shift(request, shift_id)
    rows = list(queries.decisions_of(shift.pk))
    named = people.workers(one["worker"] for row in rows for one in row.candidates)
    names = {pk: worker.name for pk, worker in named.items()}
    context = {
        "shift": shift,
        "criteria": queries.CRITERIA,
        "decisions": [
            (row, Decided(row.kind).label, _candidates(row, names), reasons(row.excluded))
            for row in rows
        ],
    }
    return render(request, "planner/ranking/decisions.html", context)


def _candidates(row: Any, names: Mapping[int, str]) -> list[dict[str, Any]]:
    """Give the candidates in their order, each with what every criterion came to."""
    return [
        {
            "name": names.get(one["worker"], "–"),
            "points": [one["points"].get(key.key, 0) for key in queries.CRITERIA],
            "total": one["total"],
            "is_chosen": one["worker"] == row.chosen_worker_id,
        }
        for one in row.candidates
    ]
