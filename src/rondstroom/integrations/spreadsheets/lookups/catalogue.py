"""Functions, skills and tasks as planners write them; an unknown one is refused by name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading import Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.rooms.skills import queries

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Function, Skill, Task

Named = TypeVar("Named", "Skill", "Task")
MOST_SUGGESTIONS = 3
ANY_FUNCTION = "alle functies"
_BETWEEN = re.compile(r"\s*[;,|/+]\s*|\s+en\s+")


class Catalogue:
    """The functions and skills of the platform during one import."""

    def __init__(self) -> None:
        self._functions = queries.functions_by_key()
        self._skills = queries.skills_by_key()
        self._tasks: dict[str, Task] = {}

    def function(self, value: Value) -> Function:
        """Give the function that a text names by code, name or alias."""
        text = as_text(value)
        if not text:
            raise BadValue(_("Functie ontbreekt"))
        for name in (text, *_without_brackets(text)):
            found = self._functions.get(queries.key_of(name))
            if found is not None:
                return found
        raise BadValue(self._unknown(text))

    def function_or_any(self, value: Value) -> Function | None:
        """Give the function, or None where the file says that any will do."""
        if fold(as_text(value)) == fold(ANY_FUNCTION):
            return None
        return self.function(value)

    def functions(self, value: Value) -> list[Function]:
        """Give several functions of one cell: "VIG, Helpende". An empty cell has none."""
        text = as_text(value)
        if not text:
            return []
        try:
            return [self.function(text)]
        except BadValue:
            parts = [part for part in _BETWEEN.split(text) if part]
            if len(parts) < 2:
                raise
            return [self.function(part) for part in parts]

    def skills(self, value: Value) -> list[Skill]:
        """Give the skills of one cell, by code or name, separated by commas."""
        return _each(value, self._skills, _("Bekwaamheid"))

    def tasks(self, value: Value) -> list[Task]:
        """Give the tasks of one cell, by code or name, separated by commas."""
        if not as_text(value):
            return []
        self._tasks = self._tasks or {
            queries.key_of(name): row for row in queries.tasks() for name in (row.code, row.name)
        }
        return _each(value, self._tasks, _("Taak"))

    def _unknown(self, text: str) -> str:
        words = list(self._functions)
        near = difflib.get_close_matches(queries.key_of(text), words, MOST_SUGGESTIONS, cutoff=0.4)
        codes = list(dict.fromkeys(self._functions[word].code for word in near))
        return _("Functie “%(text)s” staat niet in de lijst. Lijkt op: %(near)s") % {
            "text": text[:60],
            "near": ", ".join(codes) or _("geen enkele; vraag de beheerder haar toe te voegen"),
        }


def _each(value: Value, known: Mapping[str, Named], kind: str) -> list[Named]:
    """Give what each part of a cell names; an unknown part is refused with what is known."""
    found = []
    for part in filter(None, re.split(r"\s*[;,|]\s*", as_text(value))):
        one = known.get(queries.key_of(part))
        if one is None:
            names = ", ".join(sorted({row.name for row in known.values()}))
            raise BadValue(
                _("%(kind)s “%(part)s” staat niet in de lijst. Wel: %(known)s")
                % {"kind": kind, "part": part, "known": names}
            )
        found.append(one)
    return found


def _without_brackets(text: str) -> tuple[str, ...]:
    """Give both names of "Verzorgende IG (VIG)"."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    return (found[1], found[2]) if found else ()
