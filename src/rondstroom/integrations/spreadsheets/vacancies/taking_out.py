"""The vacancies of an organisation as a file that comes in again unchanged."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rondstroom.integrations.spreadsheets.exports.exporting import ExportNotAllowed
from rondstroom.integrations.spreadsheets.exports.file import Page, as_csv
from rondstroom.integrations.spreadsheets.vacancies.columns import (
    COLUMNS,
    forms_text,
    pattern_text,
)
from rondstroom.rooms.demand import queries
from rondstroom.rooms.organisations import permissions as organisations

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

PREFIX = "rondstroom:"


def export_vacancies(*, organisation: Organisation, by: Account) -> bytes:
    """Write every vacancy, closed ones too, as CSV; nothing in it is about a person.

    Raises
    ------
    ExportNotAllowed
        When the account may not plan at the organisation.
    """
    if not (by.is_machine or organisations.may_plan(by, organisation.pk)):
        raise ExportNotAllowed(f"{by.name}: {organisation.name}")
    rows = [_row(one) for one in queries.vacancies_of([organisation.pk])]
    return as_csv([Page("vacatures", [list(COLUMNS.values()), *rows])])


def _row(vacancy: Vacancy) -> list[Any]:
    cells = {
        "source_key": vacancy.source_key or f"{PREFIX}{vacancy.pk}",
        "location": vacancy.team.location.name,
        "team": vacancy.team.name,
        "function": vacancy.function.code,
        "minutes_per_week": f"{(Decimal(vacancy.minutes_per_week) / 60).normalize():f}".replace(
            ".", ","
        ),
        "starts_on": vacancy.starts_on,
        "ends_on": vacancy.ends_on,
        "pattern": pattern_text(queries.cells_of(vacancy)),
        "forms": forms_text(vacancy.forms),
        "places": vacancy.places,
        "answer_days": vacancy.answer_days,
        "remarks": vacancy.remarks,
        "state": _STATES[vacancy.state],
        "filled": vacancy.filled,
    }
    return [cells[field] for field in COLUMNS]


_STATES = {"open": "open", "filled": "vervuld", "withdrawn": "ingetrokken"}
