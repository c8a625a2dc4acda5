"""How long the worker's list and the planner's candidates take in a large region.

    ./run python benchmarks/lists.py

A seeded region: 5,000 workers, 40 organisations in 5 pools of 8, 20,000 open shifts in six weeks,
8,000 of them with somebody on. Also the worst case: all in one pool. Runs on the database of the
settings; writes benchmarks/results/lists.md.
"""

from __future__ import annotations

import random
from datetime import timedelta
from itertools import pairwise
from typing import Any

from stage import database, timed, write_part

TITLE = "Lists in a large region"
WORKERS, ORGANISATIONS, SHIFTS, ASSIGNMENTS, DAYS = 5_000, 40, 20_000, 8_000, 42
LADDER = ("Helpende", "VIG", "VP4", "VP6", "IC-vpk")
TIMES = (("07:00", "15:30"), ("08:00", "12:00"), ("15:00", "23:00"), ("23:00", "07:15"))


def main() -> None:
    """Fill the region, ask, and write the figures."""
    with database() as vendor:
        lines = [
            "| question | shifts or people | queries | median | slowest | processor |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for pools in (5, 1):
            lines += _measured(pools)
        print("\n".join(lines))
        write_part("lists.md", TITLE, vendor, lines)


def _measured(pools: int) -> list[str]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from factories.moments import NOW
    from rondstroom.rooms.demand import queries as demand
    from rondstroom.rooms.matching import queries

    worker, shift = _region(pools)
    told = "5 pools of 8 organisations" if pools > 1 else "1 pool of 40 organisations"

    def listed(days: int) -> Any:
        return queries.shifts_for(worker, NOW, NOW + timedelta(days=days), NOW)

    def candidates() -> Any:
        fresh = demand.shift(shift.pk)
        assert fresh is not None
        return queries.candidates(fresh, NOW)

    rows = []
    questions: list[tuple[str, Any]] = [
        ("list of 1 week", lambda: listed(7)),
        ("list of 2 weeks", lambda: listed(14)),
        ("list of 6 weeks", lambda: listed(DAYS)),
        ("candidates for a shift", candidates),
        ("may I work this one", lambda: queries.eligibility(worker, shift, NOW)),
    ]
    for name, question in questions:
        with CaptureQueriesContext(connection) as seen:
            size = _size(question())
        middle, slowest, busy = timed(question)
        rows.append(
            f"| {name}, {told} | {size} | {len(seen)} | {middle:.0f} ms | {slowest:.0f} ms "
            f"| {busy:.0f} ms |"
        )
    _empty()
    return rows


def _size(found: Any) -> str:
    if hasattr(found, "may"):
        return f"{len(found.may)} may, {len(found.hidden)} hidden shown"
    if hasattr(found, "eligible"):
        return f"{len(found.eligible)} eligible, {len(found.almost)} almost, {found.others} others"
    return "1"


def _region(pools: int) -> tuple[Any, Any]:
    """Fill the tables; give a worker and a shift to ask about."""
    from factories.organisations import make_organisation, make_pool, make_postcodes, make_team

    chance = random.Random(7)
    make_postcodes()
    organisations = [make_organisation(f"Organisatie {n}") for n in range(ORGANISATIONS)]
    size = ORGANISATIONS // pools
    for number in range(pools):
        make_pool(*organisations[number * size : (number + 1) * size], name=f"Pool {number}")
    postcodes = ("6811", "6823", "6881", "6901", "6711")
    teams = [
        make_team(f"Team {n}", one, pc4=chance.choice(postcodes))
        for n, one in enumerate(organisations)
    ]
    workers = _workers(chance, organisations, teams, size, postcodes)
    shifts = _shifts(chance, teams)
    _assignments(chance, workers, shifts)
    return workers[0], shifts[0]


def _workers(
    chance: random.Random, organisations: list[Any], teams: list[Any], size: int, postcodes: Any
) -> list[Any]:
    from factories.moments import MONDAY, SINCE
    from factories.skills import make_function, make_substitution
    from rondstroom.rooms.people.models import Availability, Engagement, Willingness, Worker
    from rondstroom.rooms.skills.models import Proof

    for lower, higher in pairwise(LADDER):
        make_substitution(lower, by=higher)
    functions = [make_function(code) for code in LADDER]
    workers = Worker.objects.bulk_create(
        Worker(name=f"Werker {n}", home_pc4=chance.choice(postcodes), max_travel_minutes=60)
        for n in range(WORKERS)
    )
    ties, willing, wishes, proofs = [], [], [], []
    for number, worker in enumerate(workers):
        own = number % ORGANISATIONS
        ties.append(
            Engagement(
                worker=worker,
                organisation=organisations[own],
                team=teams[own],
                form="permanent",
                personnel_number=str(number),
                minutes_per_week=1440,
                starts_on=SINCE,
            )
        )
        first = own // size * size
        willing += [
            Willingness(worker=worker, organisation=organisations[other])
            for other in chance.sample(range(first, first + size), 3)
        ]
        function = functions[1] if number == 0 else chance.choice(functions)
        facts: list[tuple[str, Any]] = [
            (kind, None)
            for kind in ("identity", "right_to_work", "conduct", "register", "past_work")
        ]
        for kind, what in [*facts, ("diploma", function)]:
            proofs.append(
                Proof(
                    worker=worker,
                    kind=kind,
                    function=what,
                    valid_from=SINCE,
                    seen_by="HR",
                    seen_on=MONDAY - timedelta(days=7),  # the register was looked at lately
                )
            )
        wishes += [
            Availability(
                worker=worker,
                on_date=MONDAY + timedelta(days=day),
                part=chance.choice(["day", "evening", "night"]),
                wish=chance.choice(["available", "unavailable", "rather_not"]),
            )
            for day in range(0, DAYS, 3)
        ]
    for model, rows in (
        (Engagement, ties),
        (Willingness, willing),
        (Proof, proofs),
        (Availability, wishes),
    ):
        model.objects.bulk_create(rows, batch_size=5_000)  # type: ignore[attr-defined]
    return list(workers)


def _shifts(chance: random.Random, teams: list[Any]) -> list[Any]:
    from factories.moments import MONDAY, period
    from factories.skills import make_function
    from rondstroom.rooms.demand.models import Shift

    functions = [make_function(code) for code in LADDER]
    rows = []
    for number in range(SHIFTS):
        team = teams[number % len(teams)]
        span = period(MONDAY + timedelta(days=chance.randrange(DAYS)), *chance.choice(TIMES))
        rows.append(
            Shift(
                organisation=team.location.organisation,
                team=team,
                starts_at=span.starts_at,
                ends_at=span.ends_at,
                break_minutes=30,
                function=functions[1] if number == 0 else chance.choice(functions),
                places=2,
                sign_up=chance.choice(["instant", "request"]),
                state="published",
            )
        )
    return list(Shift.objects.bulk_create(rows, batch_size=5_000))


def _assignments(chance: random.Random, workers: list[Any], shifts: list[Any]) -> None:
    from factories.moments import NOW
    from rondstroom.rooms.rosters.models import Assignment

    rows, last = [], {}
    for shift in sorted(chance.sample(shifts, ASSIGNMENTS), key=lambda one: one.starts_at):
        worker = chance.choice(workers)
        rested = shift.ends_at + timedelta(hours=11)
        if last.get(worker.pk, shift.starts_at) <= shift.starts_at:
            last[worker.pk] = rested
            rows.append(
                Assignment(
                    worker=worker,
                    shift=shift,
                    place=1,
                    state="confirmed",
                    starts_at=shift.starts_at,
                    ends_at=shift.ends_at,
                    blocked_until=rested,
                    made_at=NOW,
                )
            )
    Assignment.objects.bulk_create(rows, batch_size=5_000)


def _empty() -> None:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.organisations.models import Membership, Pool
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

    for model in (Assignment, Shift, Worker, Membership, Pool):
        model.objects.all().delete()  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
