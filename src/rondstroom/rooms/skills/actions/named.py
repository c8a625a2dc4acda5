"""What a line names by code or name, found among what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Function, Skill


class UnknownName(UnableToAct):
    """Nothing is called so; `code` is the field in which it was named."""


def organisation_called(name: str) -> Any:
    """Give the organisation with this name; None when none is named."""
    found = organisations.organisation_by_name(name) if name else None
    if name and found is None:
        raise UnknownName(
            _("“%(name)s” is geen organisatie hier.") % {"name": name}, "organisation"
        )
    return found


def called(field: str, name: str, model: Any) -> Any:
    """Give the function, competence or task that is meant."""
    found: Any
    if model is Function:
        found = queries.function_by_text(name)
    elif model is Skill:
        found = queries.skill_by_text(name)
    else:
        found = model.objects.filter(code=name).first()
    if found is None:
        raise UnknownName(_("“%(name)s” is niet bekend.") % {"name": name}, field)
    return found


def all_called(field: str, names: Mapping[str, tuple[str, ...]], model: Any) -> list[Any]:
    """Give everything that a field names."""
    return [called(field, one, model) for one in names.get(field, ())]
