"""A file with open shifts as a planner exports it, with days that lie in the demo's weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rondstroom.demo.region.cover import first_day

NAME = "open-diensten.csv"
HEADING = (
    "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Pauze (min);Functie;Aantal;Reden;Aanmelden;"
    "Bijzonderheden"
)


def open_shifts(today: date) -> str:
    """Give the file: a title, headings, seven good rows, and one that cannot be read."""
    return "\n".join(["Openstaande diensten De Linde", "", HEADING, *_rows(today), ""])


def _rows(today: date) -> Iterator[str]:
    monday = first_day(today) + timedelta(weeks=2)
    for number, (weekday, start, end, team, function, sign_up) in enumerate(_SHIFTS, 1):
        day = f"{monday + timedelta(days=weekday):%d-%m-%Y}"
        yield (
            f"L{number:03};De Linde;{team};{day};{start};{end};30;{function};1;vacature;{sign_up};"
        )
    yield f"L008;De Linde;Somatiek 1;{monday:%d-%m-%Y};25:00;07:15;30;VIG;1;vacature;;"


_SHIFTS = (
    (1, "07:00", "15:30", "Somatiek 1", "VIG", "direct"),
    (1, "15:00", "23:15", "Somatiek 1", "VIG", "direct"),
    (3, "07:00", "15:30", "PG Vlinder", "VIG", "aanvragen"),
    (3, "23:00", "07:15", "PG Vlinder", "VIG", "direct"),
    (4, "15:00", "23:15", "Somatiek 1", "Helpende", "direct"),
    (5, "07:00", "15:30", "PG Vlinder", "VIG", "aanvragen"),
    (6, "07:00", "15:30", "Somatiek 1", "VP4", "aanvragen"),
)
