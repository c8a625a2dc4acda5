"""The columns of a catalogue file: one line per thing, and only the cells that its kind uses."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from rondstroom.rooms.skills.states import LineKind

COLUMNS = {
    "kind": "soort",
    "code": "code",
    "name": "naam",
    "organisation": "organisatie",
    "level": "niveau",
    "aliases": "andere namen",
    "needs_register": "BIG nodig",
    "register_code": "BIG-beroep",
    "is_reserved": "voorbehouden",
    "by": "vervangen door",
    "authorised": "bevoegd",
    "skills": "bekwaamheden",
    "tasks": "taken",
    "esco": "ESCO",
    "competent_nl": "CompetentNL",
    "functions": "functies",
}
"""Field and heading, in the order in which they are written."""

PLAIN = {
    LineKind.FUNCTION: (
        "name", "level", "aliases", "needs_register", "register_code", "esco", "competent_nl",
    ),
    LineKind.SUBSTITUTION: (),
    LineKind.SKILL: ("name", "is_reserved", "esco", "competent_nl"),
    LineKind.TASK: ("name",),
    LineKind.RESERVE_PACKAGE: ("name",),
    LineKind.WORK_PACKAGE: ("name",),
}  # fmt: skip
NAMES = {
    LineKind.SUBSTITUTION: ("by",),
    LineKind.SKILL: ("authorised",),
    LineKind.TASK: ("skills", "functions"),
    LineKind.RESERVE_PACKAGE: ("tasks",),
    LineKind.WORK_PACKAGE: ("tasks",),
}
BETWEEN = "|"
YES, NO = ("ja", "j", "yes", "true", "1"), ("", "nee", "n", "no", "false", "0")
MOST_LEVEL = 8


class NotUnderstood(Exception):
    """A cell says nothing that fits its column."""


def kind_of(text: str) -> LineKind:
    """Give the kind of a line, in Dutch as it is written, in English, or by its own name."""
    asked = text.casefold().strip()
    for kind in LineKind:
        if asked in {kind.value, str(kind.label).casefold(), DUTCH[kind]}:
            return kind
    raise NotUnderstood(_("Kies uit: %(kinds)s") % {"kinds": ", ".join(DUTCH.values())})


DUTCH = {
    LineKind.FUNCTION: "functie",
    LineKind.SUBSTITUTION: "vervanging",
    LineKind.SKILL: "bekwaamheid",
    LineKind.TASK: "taak",
    LineKind.RESERVE_PACKAGE: "activiteitenpakket",
    LineKind.WORK_PACKAGE: "werkpakket",
}
"""As it stands in the file, whatever the language of the reader."""


def value_of(field: str, text: str) -> Any:
    """Give a plain field as it is kept."""
    if field == "aliases":
        return list(parts_of(text))
    if field in {"needs_register", "is_reserved"}:
        return _truth(text)
    return _level(text) if field == "level" else text


def parts_of(text: str) -> tuple[str, ...]:
    """Give what stands between the bars."""
    return tuple(part.strip() for part in text.split(BETWEEN) if part.strip())


def _truth(text: str) -> bool:
    asked = text.casefold()
    if asked not in YES + NO:
        raise NotUnderstood(_("Vul ja of nee in"))
    return asked in YES


def _level(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= MOST_LEVEL:
        raise NotUnderstood(_("Een niveau is een getal van 1 tot en met 8"))
    return int(text)
