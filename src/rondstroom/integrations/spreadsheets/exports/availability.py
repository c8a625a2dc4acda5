"""What people said about when they can work, as lines under the headings that imports know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rondstroom.integrations.spreadsheets.exports.file import Cell, Page
from rondstroom.integrations.spreadsheets.headings.fields import AVAILABILITY, FIELDS
from rondstroom.rooms.people import queries

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Organisation

_ORDER = list(queries.PARTS_START)


def pages(organisation: Organisation, starts_on: date, ends_on: date) -> tuple[list[Page], int]:
    """Give one page with what own people said about these days; absence is not in it."""
    numbers = queries.engagements_by_number(organisation.pk)
    engaged = set(
        queries.workers_of_organisation(organisation.pk, starts_on).values_list("pk", flat=True)
    )
    said = queries.wishes_for(engaged, starts_on, ends_on + timedelta(days=1))
    rows: list[list[Cell]] = []
    for number, one in sorted(numbers.items()):
        cells = said.pop(one.worker_id, {})
        for day, part in sorted(cells, key=lambda cell: (cell[0], _ORDER.index(cell[1]))):
            wish = str(cells[day, part].label)
            rows.append([number, one.worker.name, day, str(part.label), wish])
    headings: list[Cell] = [field.label for field in FIELDS[AVAILABILITY]]
    return [Page("Beschikbaarheid", [headings, *rows])], len(rows)
