"""People who wait for an answer: to a request, to a question, about their hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.settlement import queries as settlement
from rondstroom.web.components.words import when
from rondstroom.web.planner.asking.views import waiting_at
from rondstroom.web.planner.queue.lines import SOON_HOURS, Action, Kind, Line, Risk
from rondstroom.web.planner.swapping.views import swaps_to_approve


def requests(waiting: Iterable[Any]) -> list[Line]:
    """Give a line for each request; its term is when it must be answered."""
    return [
        Line(
            Kind.REQUEST,
            Risk.PERSON_WAITS,
            row.answer_due_at,
            f"{row.worker.name}: {when(row.shift)}",
            reverse("planner:shift", args=[row.shift_id]),
            f"{row.shift.team.location.name}, {row.shift.team.name}",
            Action(_("Geef de dienst"), reverse("planner:accept", args=[row.pk]), is_write=True),
            mark=f"give:{row.pk}",
        )
        for row in waiting
    ]


def applications(organisation_ids: Sequence[int]) -> list[Line]:
    """Give a line for each answer to a vacancy that waits; its term is when it must be answered."""
    return [
        Line(
            Kind.APPLICATION,
            Risk.PERSON_WAITS,
            row.answer_due_at,
            f"{row.worker.name}: {row.vacancy.function.name}",
            reverse("planner:vacancy", args=[row.vacancy_id]),
            f"{row.vacancy.team.location.name}, {row.vacancy.team.name}",
            Action(_("Geef antwoord"), reverse("planner:vacancy", args=[row.vacancy_id])),
        )
        for row in matching.applications_waiting(organisation_ids)
    ]


def questions(organisation_ids: Sequence[int]) -> list[Line]:
    """Give a line for each question that nobody answered yet."""
    return [_question(row, shift) for row, shift in waiting_at(list(organisation_ids))]


def _question(row: Any, shift: Any) -> Line:
    page = reverse("planner:question", args=[row.pk])
    answer = f"{page}?next={reverse('planner:home')}"
    return Line(
        Kind.QUESTION,
        Risk.PERSON_WAITS,
        row.answer_by,
        f"{row.asked_by.name}: {when(shift)}",
        answer,
        f"“{row.text}”",
        Action(_("Geef antwoord"), answer),
    )


def swaps(organisation_ids: Sequence[int]) -> list[Line]:
    """Give a line for each swap to which a planner of these organisations must still agree."""
    return [_swap(row) for row in swaps_to_approve(organisation_ids)]


def _swap(row: Any) -> Line:
    page = reverse("planner:swap", args=[row.pk])
    shift = row.assignment.shift
    return Line(
        Kind.SWAP,
        Risk.PERSON_WAITS,
        row.answer_by,
        f"{row.assignment.worker.name} → {row.taker.name}: {when(shift)}",
        page,
        f"{shift.team.location.name}, {shift.team.name}",
        Action(_("Bekijk de ruil"), page),
    )


def hours(organisation_ids: Sequence[int], now: datetime) -> list[Line]:
    """Give hours of which the answer is due within days, and how many were never told."""
    due = settlement.to_approve(organisation_ids).filter(
        answer_due_at__lt=now + timedelta(hours=SOON_HOURS)
    )
    return [*(_hours(row) for row in due), *_silent(organisation_ids, now)]


def _hours(row: Any) -> Line:
    page = reverse("planner:shift_hours", args=[row.pk])
    return Line(
        Kind.HOURS,
        Risk.PAPER,
        row.answer_due_at,
        f"{row.worker.name}: {when(row.assignment.shift)}",
        page,
        f"{row.team.name} · {row.get_state_display()}",
        Action(_("Bekijk de uren"), page),
        mark=f"agree:{row.pk}:{row.version}",
    )


def _silent(organisation_ids: Sequence[int], now: datetime) -> list[Line]:
    """Give one line for all shifts that ended and of which nobody told the hours."""
    ends = list(
        settlement.never_registered(organisation_ids, now).values_list("ends_at", flat=True)
    )
    if not ends:
        return []
    words = ngettext("%d dienst zonder uren", "%d diensten zonder uren", len(ends))
    page = reverse("planner:hours")
    return [
        Line(
            Kind.HOURS,
            Risk.PAPER,
            min(ends),
            words % len(ends),
            page,
            _("Ze zijn voorbij en niemand gaf de uren door."),
            Action(_("Geef uren door"), page),
        )
    ]
