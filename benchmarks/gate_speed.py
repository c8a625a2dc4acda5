"""How many worker-shift pairs a minute the placement gate judges, on plain rows.

Run with: ./run env PYTHONPATH=tests python benchmarks/gate_speed.py
Every worker is judged for every day and night of four weeks at ten houses, for two functions,
so that little is the same twice.
"""

from __future__ import annotations

import os
import time
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.test")
django.setup()

from rondstroom.rooms.skills.models import Policy  # noqa: E402
from rondstroom.rooms.skills.queries import (  # noqa: E402
    File,
    House,
    Houses,
    Place,
    Requirement,
    gate,
)
from rooms.skills.verification.cases import _proof, _tie  # noqa: E402

WORKERS, HOUSES, DAYS = 500, 10, 28
FIRST = date(2026, 11, 23)
KINDS = ("identity", "right_to_work", "diploma", "conduct", "past_work")
NEEDS = [Requirement(one, frozenset({one}), one == 2, "", str(one)) for one in (1, 2)]


def file_of(number: int) -> File:
    """Give a worker with everything, a nurse or a carer; one in ten lacks something."""
    kinds = KINDS[1:] if number % 10 == 0 else KINDS
    held = "VP4" if number % 2 else "VIG"
    return File(
        number, [_proof({"kind": kind}, held) for kind in kinds], (), (), [_tie({"at": "A"})]
    )


def main() -> None:
    """Judge, and print the pace."""
    houses = Houses(
        {pk: House(pk, f"Huis {pk}", "vvt", Policy()) for pk in range(1, HOUSES + 1)}, [], FIRST
    )
    places = [
        Place(house, (day, day + timedelta(days=1)) if night else (day,), house)
        for house in range(1, HOUSES + 1)
        for number in range(DAYS)
        for day in (FIRST + timedelta(days=number),)
        for night in (False, True)
    ]
    pairs = WORKERS * len(places) * len(NEEDS)
    began = time.process_time()
    passed = 0
    for number in range(WORKERS):
        file = file_of(number)  # its memory goes with it
        passed += sum(not gate(file, need, place, houses) for place in places for need in NEEDS)
    spent = time.process_time() - began
    print(f"{pairs} pairs in {spent:.2f} s of one processor: {pairs / spent * 60:,.0f} a minute")
    print(f"{passed} pass")
    first = time.process_time()
    gate(file_of(1), NEEDS[0], places[0], houses)
    print(f"one worker on one shift, nothing kept: {(time.process_time() - first) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
