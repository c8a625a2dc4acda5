"""Recognising columns by their heading; what the person says comes before what we know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rondstroom.integrations.spreadsheets.headings.fields import Field
from rondstroom.integrations.spreadsheets.values.words import fold

_IN_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
NOT_A_FIELD = 1_000


def candidates(headings: Sequence[str], fields: Sequence[Field]) -> dict[str, list[int]]:
    """Give for each field the columns that could be it, best first."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for index, heading in enumerate(headings):
        forms = fold(heading), fold(_IN_BRACKETS.sub("", heading))
        best = min(((_rank(forms, field), field.name) for field in fields), default=None)
        if best and best[0] < NOT_A_FIELD:
            ranked.setdefault(best[1], []).append((best[0], index))
    return {name: [index for _place, index in sorted(found)] for name, found in ranked.items()}


def _rank(forms: Iterable[str], field: Field) -> int:
    """Give how well a heading fits a field: its place in the list of synonyms; 1000 is not."""
    places = _places((*field.headings, field.name))
    return min(places.get(text, NOT_A_FIELD) for text in forms)


@lru_cache(maxsize=512)
def _places(synonyms: tuple[str, ...]) -> Mapping[str, int]:
    """Give the place of each synonym; kept, as every cell of a file may be held against them."""
    found: dict[str, int] = {}
    for place, text in enumerate(map(fold, synonyms)):
        if text:
            found.setdefault(text, place)
    return found


def chosen_index(headings: Sequence[str], wanted: str) -> int | None:
    """Give the column a person named: by its heading, in upper or lower case."""
    return next(
        (index for index, heading in enumerate(headings) if fold(heading) == fold(wanted)), None
    )


def assigned(
    headings: Sequence[str], fields: Sequence[Field], chosen: Mapping[str, str] | None
) -> dict[str, list[int]]:
    """Give the candidates of each field after what the person chose.

    A field chosen as an empty text is left out; a column chosen for one field is taken from
    the others.
    """
    chosen = chosen or {}
    found = candidates(headings, fields)
    for name, heading in chosen.items():
        index = chosen_index(headings, heading) if heading else None
        found = {field: [one for one in at if one != index] for field, at in found.items()}
        found[name] = [] if index is None else [index]
    return {field: at for field, at in found.items() if at}
