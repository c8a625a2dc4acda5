"""Vacancies and longer assignments of the organisation: read only."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from rondstroom.api.access import caller_of, reads
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.resources import own
from rondstroom.api.values.plain import Id, Words
from rondstroom.api.values.vacancies import VacancyOut, VacancyWord, vacancies_of
from rondstroom.rooms.demand import queries

router = Router(tags=["vacancies"])


class Wanted(Asked):
    """Which vacancies."""

    state: VacancyWord | None = None
    source_key: Words | None = None


@router.get("/vacancies", response=Page[VacancyOut])
@reads("vacancies:read")
def list_vacancies(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Give the vacancies of the organisation, closed ones too; nobody who answered is named."""
    rows = queries.vacancies_of([caller_of(request).organisation_id])
    asked = {"state": wanted.state, "source_key": wanted.source_key}
    given = {name: value for name, value in asked.items() if value is not None}
    return page_of(rows.filter(**given), wanted, vacancies_of)


@router.get("/vacancies/{vacancy_id}", response=VacancyOut)
@reads("vacancies:read")
def one_vacancy(request: HttpRequest, vacancy_id: Id) -> Any:
    """Give one vacancy."""
    return vacancies_of([own.vacancy(request, vacancy_id)])[0]
