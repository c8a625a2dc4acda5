"""Recognising columns by their heading; what the person says comes before what we know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rondstroom.integrations.spreadsheets.headings.fields import Field
from rondstroom.integrations.spreadsheets.values.words import fold

_IN_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
NOT_A_FIELD = 1_000


def candidates(headings: Sequence[str], fields: Sequence[Field]) -> dict[str, list[int]]:
    """Give for each field the columns that could be it, best first."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for index, heading in enumerate(headings):
        best = min(((rank_of(heading, field), field.name) for field in fields), default=None)
        if best and best[0] < NOT_A_FIELD:
            ranked.setdefault(best[1], []).append((best[0], index))
    return {name: [index for _rank, index in sorted(found)] for name, found in ranked.items()}


def rank_of(heading: str, field: Field) -> int:
    """Give how well a heading fits a field: its place in the list of synonyms; 1000 is not."""
    whole, bare = fold(heading), fold(_IN_BRACKETS.sub("", heading))
    known = [fold(one) for one in field.headings] + [fold(field.name)]
    places = [known.index(text) for text in (whole, bare) if text and text in known]
    return min(places, default=NOT_A_FIELD)


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
