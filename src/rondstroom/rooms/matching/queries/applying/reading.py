"""Applications: whose, for what, and which still wait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.matching.queries.requests import Waiting
from rondstroom.rooms.matching.states import ApplicationState

_LIVING = (ApplicationState.PROPOSED, ApplicationState.APPLIED)


def _all() -> QuerySet[Application]:
    return Application.objects.select_related(
        "worker",
        "vacancy__organisation",
        "vacancy__team__location",
        "vacancy__function",
        "combined_with__organisation",
        "combined_with__team__location",
    )


def application(application_id: int) -> Application | None:
    """Give one application with its worker and vacancy, also one that was answered."""
    return _all().filter(pk=application_id).first()


def living_application(worker_id: int, vacancy_id: int) -> Application | None:
    """Give what stands between a worker and a vacancy and was not answered yet."""
    rows = _all().filter(worker_id=worker_id, vacancy_id=vacancy_id)
    return rows.filter(state__in=_LIVING).first()


def applications_of(worker_id: int) -> QuerySet[Application]:
    """Give everything a worker answered or was proposed, the newest first."""
    return _all().filter(worker_id=worker_id).order_by("-said_at", "-pk")


def applications_to(vacancy_id: int) -> QuerySet[Application]:
    """Give who answered a vacancy, the first first; what is only proposed is the worker's own."""
    rows = _all().filter(vacancy_id=vacancy_id).exclude(state=ApplicationState.PROPOSED)
    return rows.exclude(state=ApplicationState.WITHDRAWN, form="").order_by("said_at", "pk")


def applications_waiting(organisation_ids: Iterable[int]) -> QuerySet[Application]:
    """Give the applications that organisations have to answer, the first due first."""
    rows = _all().filter(vacancy__organisation_id__in=list(organisation_ids))
    return rows.filter(state=ApplicationState.APPLIED).order_by("answer_due_at", "pk")


def contracts_to_make(organisation_ids: Iterable[int]) -> list[Application]:
    """Give who was taken on and has no contract of it yet, who begins first on top; two queries."""
    rows = _all().filter(
        vacancy__organisation_id__in=list(organisation_ids), state=ApplicationState.ACCEPTED
    )
    ordered = rows.prefetch_related("worker__engagements").order_by("vacancy__starts_on", "pk")
    return [one for one in ordered if not has_contract(one)]


def has_contract(row: Application) -> bool:
    """Tell whether a contract with the organisation began since the worker answered.

    Also one that came in by a file: that is then the contract.
    """
    since, house = timezone.localdate(row.said_at), row.vacancy.organisation_id
    ties = row.worker.engagements.all()
    return any(tie.organisation_id == house and tie.starts_on >= since for tie in ties)


def applications_waiting_at(organisation_ids: Iterable[int], at: datetime) -> dict[int, Waiting]:
    """Give how many wait, how many too long and since when, by organisation; no people."""
    rows = (
        Application.objects.filter(
            vacancy__organisation_id__in=list(organisation_ids), state=ApplicationState.APPLIED
        )
        .values_list("vacancy__organisation_id")
        .annotate(
            waiting=Count("pk"),
            late=Count("pk", filter=Q(answer_due_at__lt=at)),
            oldest=Min("said_at"),
        )
    )
    return {one: Waiting(*told) for one, *told in rows}


def applications_per_vacancy(vacancy_ids: Iterable[int]) -> dict[int, int]:
    """Give how many applications wait for an answer, by vacancy; one query."""
    rows = Application.objects.filter(
        vacancy_id__in=list(vacancy_ids), state=ApplicationState.APPLIED
    )
    return dict(rows.values_list("vacancy_id").annotate(Count("pk")))


def accepted_at(organisation_ids: Iterable[int], since: datetime) -> dict[int, int]:
    """Give how many places each organisation filled with people of the pool since a moment."""
    rows = Application.objects.filter(
        vacancy__organisation_id__in=list(organisation_ids),
        state=ApplicationState.ACCEPTED,
        answered_at__gte=since,
    )
    return dict(rows.values_list("vacancy__organisation_id").annotate(Count("pk")))
