"""Telling whether a name in a file can be the person we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


def refuse_somebody_else(name: str, worker: Worker) -> None:
    """Refuse a known number with nothing of the known name: rather a wrong file than a wedding."""
    if set(_parts(name)) & set(_parts(worker.name)):
        return
    raise BadValue(
        _("Dit nummer is hier van %(known)s, niet van %(name)s. Klopt het, wijzig dan daar de naam")
        % {"known": worker.name, "name": name}
    )


def _parts(name: str) -> list[str]:
    return [fold(part) for part in name.split() if len(fold(part)) > 1]
