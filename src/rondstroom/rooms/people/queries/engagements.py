"""Who works for which organisation, and where else somebody wants to work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people.models import Engagement, Willingness, Worker


def _held_on(on: date) -> Q:
    """Give the test for an engagement that holds on a day; `ends_on` is the first day no longer."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))


def engagements_of(worker_id: int, on: date) -> QuerySet[Engagement]:
    """Give what ties a worker to organisations on a day, oldest first."""
    return (
        Engagement.objects.filter(_held_on(on), worker_id=worker_id)
        .select_related("organisation", "team__location")
        .order_by("starts_on", "pk")
    )


def engagements_at(organisation_id: int, on: date) -> QuerySet[Engagement]:
    """Give what ties people to an organisation on a day, oldest first, with their teams."""
    rows = Engagement.objects.filter(_held_on(on), organisation_id=organisation_id)
    return rows.select_related("team__location").order_by("starts_on", "pk")


def engagement(engagement_id: int) -> Engagement | None:
    """Give an engagement by its number, with its worker and organisation."""
    rows = Engagement.objects.select_related("worker", "organisation", "team")
    return rows.filter(pk=engagement_id).first()


def ties_of(worker_ids: Iterable[int]) -> dict[int, list[Engagement]]:
    """Give every engagement of several workers, past and coming ones too; one query."""
    found: dict[int, list[Engagement]] = {}
    rows = Engagement.objects.filter(worker_id__in=list(worker_ids)).order_by("starts_on", "pk")
    for one in rows:
        found.setdefault(one.worker_id, []).append(one)
    return found


def workers_who_left(by: date) -> QuerySet[Worker, int]:
    """Give the numbers of those whose last engagement had ended by a day.

    Who never had one has not left, and who has one to come neither.
    """
    own = Engagement.objects.filter(worker_id=OuterRef("pk"))
    lasting = own.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=by))
    rows = Worker.objects.filter(Exists(own), ~Exists(lasting))
    return rows.order_by().values_list("pk", flat=True)


def engagements_by_number(organisation_id: int) -> dict[str, Engagement]:
    """Give whom an organisation knows, past and coming too, by personnel number; one query."""
    found = Engagement.objects.filter(organisation_id=organisation_id)
    rows = found.select_related("worker", "organisation", "team__location")
    return {one.personnel_number: one for one in rows}


def workers_of_organisation(organisation_id: int, on: date) -> QuerySet[Worker]:
    """Give who works for an organisation on a day, by name."""
    return engaged_workers([organisation_id], on)


def engaged_workers(organisation_ids: Iterable[int], on: date) -> QuerySet[Worker]:
    """Give who works for any of these organisations on a day, by name.

    Each comes with `.engagements.all()` fetched: those that hold on this day, at any organisation;
    and with `.willing_for.all()`.
    """
    held = Engagement.objects.filter(_held_on(on))
    there = held.filter(organisation_id__in=list(organisation_ids)).values("worker_id")
    fetched = held.select_related("organisation", "team").order_by("starts_on", "pk")
    return (
        Worker.objects.filter(pk__in=there)
        .prefetch_related(Prefetch("engagements", queryset=fetched), "willing_for")
        .order_by("name", "pk")
    )


def engaged_in_team(team_id: int, on: date) -> QuerySet[Worker]:
    """Give everybody who is engaged in a team on a day, each once, by name."""
    held = Engagement.objects.filter(_held_on(on), team_id=team_id)
    return Worker.objects.filter(pk__in=held.values("worker_id")).order_by("name", "pk")


def willing_organisation_ids(worker_id: int) -> set[int]:
    """Give the organisations a worker wants to work for, besides the own ones."""
    return set(
        Willingness.objects.filter(worker_id=worker_id).values_list("organisation_id", flat=True)
    )


def willing_organisations(worker_ids: Iterable[int]) -> dict[int, set[int]]:
    """Give for several workers where they want to work besides their own employers; one query."""
    found: dict[int, set[int]] = {}
    rows = Willingness.objects.filter(worker_id__in=list(worker_ids))
    for worker_id, organisation_id in rows.values_list("worker_id", "organisation_id"):
        found.setdefault(worker_id, set()).add(organisation_id)
    return found


def employers_in(
    organisation_ids: Iterable[int], starts_on: date, ends_on: date
) -> dict[int, set[int]]:
    """Give who works for any of these organisations on any day up to, not including, `ends_on`.

    With each worker the ones of them that they work for; one query.
    """
    found: dict[int, set[int]] = {}
    rows = Engagement.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=starts_on),
        organisation_id__in=list(organisation_ids),
        starts_on__lt=ends_on,
    )
    for worker_id, organisation_id in rows.values_list("worker_id", "organisation_id"):
        found.setdefault(worker_id, set()).add(organisation_id)
    return found


def open_to_region(worker_ids: Iterable[int]) -> set[int]:
    """Give who said to want to work for another organisation than those that employ them.

    One query. An employer, of the past too, is no other organisation.
    """
    return _among(worker_ids, _willing_elsewhere())


def named_in_region(worker_ids: Iterable[int], on: date) -> set[int]:
    """Give who of them may be named to the region on a day: open to it, and shared by an employer.

    The arrangement of a pool says whether its members share availability; at least one employer
    of the day must. Four queries, whose answers are numbers only: thousands are asked at once.
    """
    sharing = organisations.sharing_on(on)
    withheld = {
        one
        for members in sharing.members.values()
        for one in members
        if not sharing.gives(Shared.AVAILABILITY, one)
    }
    shared = Engagement.objects.filter(_held_on(on)).exclude(organisation_id__in=withheld)
    return _among(worker_ids, _willing_elsewhere().filter(worker_id__in=shared.values("worker_id")))


def _willing_elsewhere() -> QuerySet[Willingness]:
    own = Engagement.objects.filter(
        worker_id=OuterRef("worker_id"), organisation_id=OuterRef("organisation_id")
    )
    return Willingness.objects.exclude(Exists(own))


def _among(worker_ids: Iterable[int], rows: QuerySet[Willingness]) -> set[int]:
    """Give whose rows these are, of those who are asked about."""
    wanted = set(worker_ids)
    if len(wanted) == 1:
        rows = rows.filter(worker_id__in=wanted)
    return wanted.intersection(rows.values_list("worker_id", flat=True).distinct())
