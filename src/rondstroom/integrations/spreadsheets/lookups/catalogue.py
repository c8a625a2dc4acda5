"""Functions and skills as planners write them; an unknown one is refused with the nearest known."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading import Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.rooms.skills import queries

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Function, Skill

MOST_SUGGESTIONS = 3
ANY_FUNCTION = "alle functies"
_BETWEEN = re.compile(r"\s*[;,|/+]\s*|\s+en\s+")


class Catalogue:
    """The functions and skills of the platform during one import."""

    def __init__(self) -> None:
        self._functions = queries.functions_by_key()
        self._skills = queries.skills_by_key()

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
        found = []
        for part in filter(None, re.split(r"\s*[;,|]\s*", as_text(value))):
            skill = self._skills.get(queries.key_of(part))
            if skill is None:
                names = sorted({one.name for one in self._skills.values()})
                raise BadValue(
                    _("Bekwaamheid “%(part)s” staat niet in de lijst. Wel: %(known)s")
                    % {"part": part, "known": ", ".join(names)}
                )
            found.append(skill)
        return found

    def _unknown(self, text: str) -> str:
        words = list(self._functions)
        near = difflib.get_close_matches(queries.key_of(text), words, MOST_SUGGESTIONS, cutoff=0.4)
        codes = list(dict.fromkeys(self._functions[word].code for word in near))
        return _("Functie “%(text)s” staat niet in de lijst. Lijkt op: %(near)s") % {
            "text": text[:60],
            "near": ", ".join(codes) or _("geen enkele; vraag de beheerder haar toe te voegen"),
        }


def _without_brackets(text: str) -> tuple[str, ...]:
    """Give both names of "Verzorgende IG (VIG)"."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    return (found[1], found[2]) if found else ()
