"""A long file costs hardly more questions to the database than a short one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.imports import Importer
from rondstroom.integrations.spreadsheets.answer import ImportAnswer

FIRST = date(2026, 12, 7)
WEEKDAYS = ["ma", "di", "wo", "do", "vr", "za", "zo"]


def shifts(count: int) -> str:
    """Give a file with so many shifts, at five teams."""
    rows = [
        f"{number};De Linde;Team {number % 5};{FIRST + timedelta(days=number % 28):%d-%m-%Y};"
        "07:00;15:30;VIG"
        for number in range(count)
    ]
    return "\n".join(["Nr;Locatie;Afdeling;Datum;Van;Tot;Functie", *rows])


def workers(count: int) -> str:
    """Give a file with so many workers."""
    rows = [f"{number};Naam Nummer{number};VIG;24;05-01-2026" for number in range(count)]
    return "\n".join(["Nr;Naam;Functie;Contracturen;VOG", *rows])


def roster(count: int) -> str:
    """Give a roster of so many days for two people."""
    days = [FIRST + timedelta(days=number) for number in range(count)]
    head = ";".join(f"{WEEKDAYS[day.weekday()]} {day:%d-%m}" for day in days)
    cells = ";".join("V" if number % 7 < 3 else "" for number in range(count))
    people = f"1;Een Aa;{cells}\n2;Twee Bb;{cells}"
    return f"Rooster PG\nPersnr;Naam;{head}\n{people}\nLegenda;V;07:00-15:30"


def questions(bring_in: Importer, kind: str, content: str) -> tuple[int, ImportAnswer]:
    with CaptureQueriesContext(connection) as asked:
        answer = bring_in(kind, content)
    assert answer.rejected == []
    return len(asked), answer


@pytest.mark.parametrize(
    ("kind", "file_of", "few", "many"),
    [("shifts", shifts, 30, 300), ("workers", workers, 10, 60), ("roster", roster, 7, 28)],
)
def test_a_known_file_asks_the_same_however_long(
    bring_in: Importer, kind: str, file_of: Callable[[int], str], few: int, many: int
) -> None:
    bring_in(kind, file_of(many))
    short, _answer = questions(bring_in, kind, file_of(few))
    # One savepoint for each row of workers: two statements without a question.
    spare = 2 * (many - few) if kind == "workers" else 0
    long, answer = questions(bring_in, kind, file_of(many))
    assert answer.unchanged == answer.understood > 0
    assert long <= short + spare + 2


def test_new_shifts_are_written_together(bring_in: Importer) -> None:
    bring_in("shifts", shifts(5))
    few, _answer = questions(bring_in, "shifts", shifts(30))
    many, answer = questions(bring_in, "shifts", shifts(400))
    assert answer.created == 370
    # SQLite takes a limited number of values in one statement.
    assert many <= few + 15


def test_what_comes_in_can_be_seen_before(bring_in: Importer) -> None:
    """The first twenty rows as they were understood, for the page that asks: is this right?"""
    answer = bring_in("shifts", shifts(30), dry_run=True)
    assert len(answer.preview) == 20
    assert answer.preview[0] == {
        "row": "2",
        "key": "0",
        "location": "De Linde",
        "team": "Team 0",
        "starts": "07-12-2026 07:00",
        "ends": "07-12-2026 15:30",
        "function": "VIG",
        "places": "1",
    }
    [worker, *_others] = bring_in("workers", workers(3), dry_run=True).preview
    assert worker == {
        "row": "2",
        "personnel_number": "0",
        "name": "Naam Nummer0",
        "function": "VIG",
        "hours": "24,0",
    }
    [person, _other] = bring_in("roster", roster(7), dry_run=True).preview
    assert person["name"] == "Een Aa"
    assert person["cells"] == "07-12 V · 08-12 V · 09-12 V"
