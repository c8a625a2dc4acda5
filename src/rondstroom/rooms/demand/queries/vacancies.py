"""Reading vacancies, and when their work would be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet, Sum

from flexpool.periods import Period, shift_period
from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.demand.states import VacancyState
from rondstroom.rooms.people.states import DayPart

Cell = tuple[int, DayPart]
"""A weekday, Monday being 0, and a part of the day."""

PART_TIMES = {
    DayPart.DAY: (time(7), time(15, 30)),
    DayPart.EVENING: (time(15), time(23)),
    DayPart.NIGHT: (time(23), time(7, 15)),
}
"""What a roster reckons with where a vacancy only names the part; a screen that uses it says so."""
PART_BREAK = 30
"""Minutes of break in each part."""


def cells_kept(cells: Iterable[Cell]) -> list[str]:
    """Give parts of the week as a vacancy keeps them, in order and each once.

    Raises ValueError for a weekday or part that is none.
    """
    found = {(int(weekday), DayPart(part)) for weekday, part in cells}
    if any(weekday not in range(7) for weekday, _part in found):
        raise ValueError("a weekday is 0 through 6")
    order = list(DayPart)
    kept = sorted(found, key=lambda one: (one[0], order.index(one[1])))
    return [f"{weekday}:{part}" for weekday, part in kept]


def cells_of(vacancy: Vacancy) -> list[Cell]:
    """Give the parts of the week that a vacancy keeps, in order."""
    pairs = (one.split(":") for one in vacancy.pattern)
    return [(int(weekday), DayPart(part)) for weekday, part in pairs]


def work_in(vacancy: Vacancy, first: date, last: date) -> list[Period]:
    """Give when somebody would work it on the days through the last, by `PART_TIMES`."""
    found = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day < vacancy.starts_on or (vacancy.ends_on is not None and vacancy.ends_on < day):
            continue
        parts = (part for weekday, part in cells_of(vacancy) if weekday == day.weekday())
        found += [shift_period(day, *PART_TIMES[part]) for part in parts]
    return found


def _all() -> QuerySet[Vacancy]:
    return Vacancy.objects.select_related("organisation", "team__location", "function")


def vacancy(vacancy_id: int) -> Vacancy | None:
    """Give a vacancy by number, closed ones too."""
    return _all().filter(pk=vacancy_id).first()


def locked_vacancy(vacancy_id: int) -> Vacancy:
    """Give a vacancy, and let nobody else fill or close it until the transaction ends."""
    return _all().select_for_update(of=("self",)).get(pk=vacancy_id)


def vacancies_of(organisation_ids: Iterable[int]) -> QuerySet[Vacancy]:
    """Give every vacancy of organisations, the newest first, closed ones too."""
    rows = _all().filter(organisation_id__in=list(organisation_ids))
    return rows.order_by("-posted_at", "-pk")


def open_vacancies(organisation_ids: Iterable[int], on: date) -> QuerySet[Vacancy]:
    """Give the open vacancies of organisations whose work is not over, the first to begin first."""
    rows = _all().filter(organisation_id__in=list(organisation_ids), state=VacancyState.OPEN)
    return rows.exclude(ends_on__lt=on).order_by("starts_on", "pk")


def vacancies_by_source_key(organisation_id: int, keys: Iterable[str]) -> dict[str, Vacancy]:
    """Give the vacancies of an organisation by the numbers of its own system; one query."""
    rows = _all().filter(organisation_id=organisation_id, source_key__in=set(keys) - {""})
    return {one.source_key: one for one in rows}


def places_of_vacancies(
    organisation_ids: Iterable[int], since: datetime
) -> dict[int, dict[str, tuple[int, int, int]]]:
    """Give per organisation and state: vacancies, places asked and places filled; one query.

    Open ones, and those that closed since a moment.
    """
    rows = (
        Vacancy.objects.filter(organisation_id__in=list(organisation_ids))
        .exclude(closed_at__lt=since)
        .values_list("organisation_id", "state")
        .annotate(Count("pk"), Sum("places"), Sum("filled"))
    )
    found: dict[int, dict[str, tuple[int, int, int]]] = {}
    for organisation_id, state, number, places, filled in rows:
        found.setdefault(organisation_id, {})[state] = (number, places, filled)
    return found
