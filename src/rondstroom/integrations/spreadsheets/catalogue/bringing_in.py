"""A catalogue file comes in: every line that can be is kept, every other is named with why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import ImportAnswer, UnableToRead
from rondstroom.integrations.spreadsheets.catalogue.columns import (
    COLUMNS,
    NAMES,
    PLAIN,
    NotUnderstood,
    kind_of,
    parts_of,
    value_of,
)
from rondstroom.integrations.spreadsheets.reading import Row, read_file
from rondstroom.rooms.skills import actions

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

Places = dict[str, int]
ASKED = ("kind", "code")


def import_catalogue(
    content: bytes, name: str, *, by: Account, at: datetime, dry_run: bool = False
) -> ImportAnswer:
    """Bring in a file; the same file twice changes nothing.

    A column that is not there leaves what is kept as it is; an empty cell empties it.
    """
    rows = [row for sheet in read_file(content)[:1] for row in sheet.rows if not row.is_blank]
    places = _places(rows[0]) if rows else {}
    if any(field not in places for field in ASKED):
        wanted = ", ".join(COLUMNS[field] for field in ASKED)
        text = _("In de eerste regel horen ten minste de koppen %(wanted)s.")
        raise UnableToRead(text % {"wanted": wanted})
    answer = ImportAnswer("catalogue", name, dry_run=dry_run)
    answer.columns = {field: COLUMNS[field] for field in places}
    lines = [line for row in rows[1:] if (line := _line(row, places, answer))]
    done = actions.bring_in_catalogue(lines=lines, by=by, at=at, only_try=dry_run)
    answer.created, answer.updated = done.created, done.updated
    answer.unchanged = done.unchanged
    for line, refusal in done.refused:
        field = refusal.code if refusal.code in COLUMNS else "code"
        told = [line.code, line.organisation, *line.names.get(field, ())]
        value = told[1] if field == "organisation" else " | ".join(told[2:]) or told[0]
        answer.reject(line.number, COLUMNS[field], value, refusal)
    return answer


def _places(heading: Row) -> Places:
    """Give where each known column stands; others are left alone."""
    known = {head.casefold(): field for field, head in COLUMNS.items()}
    known |= {field: field for field in COLUMNS}
    found = [(known.get(text.casefold()), place) for place, text in enumerate(heading.texts)]
    return {field: place for field, place in found if field}


def _line(row: Row, places: Places, answer: ImportAnswer) -> actions.Line | None:
    """Read one line; what cannot be read is told and left out."""
    texts = row.texts
    told = {field: texts[place] if place < len(texts) else "" for field, place in places.items()}
    field = "kind"
    try:
        kind = kind_of(told["kind"])
        plain = {}
        for field in (one for one in PLAIN[kind] if one in told):
            plain[field] = value_of(field, told[field])
    except NotUnderstood as fault:
        answer.reject(row.number, COLUMNS[field], told[field], fault)
        return None
    names = {one: parts_of(told[one]) for one in NAMES.get(kind, ()) if one in told}
    return actions.Line(
        number=row.number,
        kind=kind,
        code=told["code"],
        organisation=told.get("organisation", ""),
        fields=plain,
        names=names,
    )
