"""Vacancies, as systems see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema

from rondstroom.api.values.shifts import TeamOut, team_of
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching

VacancyWord = Literal["open", "filled", "withdrawn"]


class PartOut(Schema):
    """A part of the week that the work is in; Monday is 0."""

    weekday: int
    part: Literal["day", "evening", "night"]


class VacancyOut(Schema):
    """A vacancy; with `ends_on`, the last day, it is a longer assignment.

    `filled` of `places` are taken; so many applications are `waiting` for an answer.
    """

    id: int
    organisation: int
    team: TeamOut
    function: str
    minutes_per_week: int
    starts_on: date
    ends_on: date | None
    pattern: list[PartOut]
    forms: list[str]
    places: int
    filled: int
    waiting: int
    answer_days: int
    state: VacancyWord
    remarks: str
    source_key: str
    posted_at: datetime
    closed_at: datetime | None


def vacancies_of(rows: Sequence[Any]) -> list[VacancyOut]:
    """Give vacancies with how many wait for an answer; one query for all."""
    waiting = matching.applications_per_vacancy(row.pk for row in rows)
    return [_vacancy(row, waiting.get(row.pk, 0)) for row in rows]


def _vacancy(row: Any, waiting: int) -> VacancyOut:
    names = (
        "minutes_per_week", "starts_on", "ends_on", "forms", "places", "filled", "answer_days",
        "state", "remarks", "source_key", "posted_at", "closed_at",
    )  # fmt: skip
    return VacancyOut(
        id=row.pk,
        organisation=row.organisation_id,
        team=team_of(row.team),
        function=row.function.code,
        pattern=[
            PartOut.model_validate({"weekday": weekday, "part": part.value})
            for weekday, part in demand.cells_of(row)
        ],
        waiting=waiting,
        **{name: getattr(row, name) for name in names},
    )
