"""The columns of a file with vacancies, and what their cells say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading.sheet import Value, as_text
from rondstroom.integrations.spreadsheets.values.dates import read_date
from rondstroom.integrations.spreadsheets.values.numbers import read_decimal
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import read_words
from rondstroom.rooms.demand.queries import Cell
from rondstroom.rooms.people.states import DayPart, EngagementForm

COLUMNS = {
    "source_key": "nummer",
    "location": "locatie",
    "team": "team",
    "function": "functie",
    "minutes_per_week": "uren per week",
    "starts_on": "begindatum",
    "ends_on": "einddatum",
    "pattern": "dagdelen",
    "forms": "contractvormen",
    "places": "plaatsen",
    "answer_days": "antwoord binnen dagen",
    "remarks": "bijzonderheden",
    "state": "stand",
    "filled": "vervuld",
}
"""Field and heading, in the order in which they are written."""

NEEDED = ("source_key", "team", "function", "minutes_per_week", "starts_on", "forms")
ONLY_OUT = ("state", "filled")
"""Written for whoever reads; an import leaves them alone, as answers decide them."""

BETWEEN = "|"
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
PARTS = {DayPart.DAY: "dag", DayPart.EVENING: "avond", DayPart.NIGHT: "nacht"}
FORMS = {
    EngagementForm.PERMANENT: "vast",
    EngagementForm.TEMPORARY: "tijdelijk",
    EngagementForm.ANNUAL: "jaaruren",
    EngagementForm.MIN_MAX: "min-max",
    EngagementForm.ON_CALL: "oproep",
    EngagementForm.FLEX_POOL: "flexpool",
    EngagementForm.SECONDED: "gedetacheerd",
    EngagementForm.AGENCY: "uitzend",
    EngagementForm.SELF_EMPLOYED: "zelfstandig",
    EngagementForm.RESERVE: "zorgreserve",
    EngagementForm.STUDENT: "leerling",
}
"""As they stand in the file, whatever the language of the reader."""


def pattern_text(cells: Iterable[Cell]) -> str:
    """Give parts of the week as one cell: "ma dag|di avond"."""
    return BETWEEN.join(f"{DAYS[weekday]} {PARTS[part]}" for weekday, part in cells)


def forms_text(forms: Iterable[str]) -> str:
    """Give forms of engagement as one cell: "tijdelijk|vast"."""
    return BETWEEN.join(sorted(FORMS[EngagementForm(one)] for one in forms))


def _pattern(value: Value) -> list[Cell]:
    known = {f"{DAYS[day]} {word}": (day, part) for day in range(7) for part, word in PARTS.items()}
    found = []
    for text in _parts(value):
        cell = known.get(" ".join(text.casefold().split()))
        if cell is None:
            raise BadValue(_("Schrijf dagdelen als “ma dag|di avond”"))
        found.append(cell)
    return found


def _forms(value: Value) -> list[EngagementForm]:
    known = {word: form for form, word in FORMS.items()}
    texts = [one.casefold() for one in _parts(value)]
    if any(one not in known for one in texts):
        raise BadValue(_("Kies uit: %(kinds)s") % {"kinds": ", ".join(known)})
    return [known[one] for one in texts]


def _parts(value: Value) -> list[str]:
    return [part.strip() for part in as_text(value).split(BETWEEN) if part.strip()]


def _minutes(value: Value) -> int:
    minutes = read_decimal(value) * 60
    if minutes != int(minutes):
        raise BadValue(_("Vul uren per week in, zoals 24 of 24,5"))
    return int(minutes)


def _whole(default: int) -> Callable[[Value], int]:
    def read(value: Value) -> int:
        number = read_decimal(value) if as_text(value) else Decimal(default)
        if number != int(number):
            raise BadValue(_("Vul een heel getal in"))
        return int(number)

    return read


def _last_day(value: Value) -> date | None:
    return read_date(value) if as_text(value) else None


READERS: dict[str, Callable[[Value], Any]] = {
    "minutes_per_week": _minutes,
    "starts_on": read_date,
    "ends_on": _last_day,
    "pattern": _pattern,
    "forms": _forms,
    "places": _whole(1),
    "answer_days": _whole(7),
    "remarks": lambda value: read_words(value, 300),
}
"""How each plain field is read; what has a name in the platform is looked up apart."""
