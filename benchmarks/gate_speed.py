"""How many worker-shift pairs a minute the placement gate judges, on plain rows.

Run with: ./run env PYTHONPATH=tests python benchmarks/gate_speed.py
Every worker is judged for every day and night of four weeks at ten houses, for two functions and
for one of them with a competence, so that little is the same twice. One worker in three works
there under supervision: who supervises is then judged too, for each of those days.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.test")
django.setup()

from rondstroom.rooms.skills.models import Policy  # noqa: E402
from rondstroom.rooms.skills.queries import (  # noqa: E402
    AskedSkill,
    File,
    House,
    Houses,
    Place,
    Requirement,
    gate,
    may_supervise,
)
from rooms.skills.verification.cases import _proof, _tie  # noqa: E402

WORKERS, HOUSES, DAYS = 500, 10, 28
FIRST = date(2026, 11, 23)
KINDS = ("identity", "right_to_work", "diploma", "conduct", "past_work")
WOUND = AskedSkill(3, "Wondzorg")
NEEDS = [Requirement(one, frozenset({one}), one == 2, "", str(one)) for one in (1, 2)]
NEEDS.append(Requirement(1, frozenset({1}), False, "", "1", (WOUND,)))
SUPERVISED = {"level": "supervised", "supervised_by": "supervises"}


def file_of(number: int) -> File:
    """Give a worker with everything, a nurse or a carer; one in ten lacks something."""
    kinds = KINDS[1:] if number % 10 == 0 else KINDS
    held = "VP4" if number % 2 else "VIG"
    level = SUPERVISED if number % 3 == 0 else {"level": "supervises" if number % 3 == 1 else ""}
    told = [{"kind": kind} for kind in kinds] + [{"kind": "skill", "skill": "wond", **level}]
    proofs = [_proof(one, held) for one in told]
    return File(number, proofs, (), (), [_tie({"at": at}) for at in ("A", "B", "C")])


def places() -> Iterator[Place]:
    """Give every day and night at every house."""
    for house in range(1, HOUSES + 1):
        for number in range(DAYS):
            day = FIRST + timedelta(days=number)
            yield Place(house, (day,), house)
            yield Place(house, (day, day + timedelta(days=1)), house)


def judged(file: File, need: Requirement, place: Place, houses: Houses, beside: File) -> bool:
    """Judge one pair; under supervision also whether the colleague beside may supervise."""
    for block in gate(file, need, place, houses):
        if block.condition is None or not may_supervise(beside, block.condition, place, houses):
            return False
    return True


def main() -> None:
    """Judge, and print the pace."""
    houses = Houses(
        {pk: House(pk, f"Huis {pk}", "vvt", Policy()) for pk in range(1, HOUSES + 1)}, [], FIRST
    )
    every = list(places())
    pairs = WORKERS * len(every) * len(NEEDS)
    began, passed, beside = time.process_time(), 0, file_of(4)
    for number in range(WORKERS):
        file = file_of(number)  # its memory goes with it
        passed += sum(judged(file, need, one, houses, beside) for one in every for need in NEEDS)
    spent = time.process_time() - began
    print(f"{pairs} pairs in {spent:.2f} s of one processor: {pairs / spent * 60:,.0f} a minute")
    print(f"{passed} pass")
    first = time.process_time()
    judged(file_of(3), NEEDS[2], every[1], houses, file_of(4))
    print(f"one worker on one shift, nothing kept: {(time.process_time() - first) * 1000:.3f} ms")


if __name__ == "__main__":
    main()
