"""Many at once for few places, on real connections: who wins, who is told what, how fast.

    ./run python benchmarks/race.py [--people 200]

Runs on the database of the settings: SQLite, or PostgreSQL when RONDSTROOM_DATABASE names one.
Writes benchmarks/results/race.md.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from time import process_time
from typing import Any

from stage import database, write_part

TITLE = "Two hundred at once for the last place"
SHIFTS = 20


def main() -> None:
    """Run every race and write the figures."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--people", type=int, default=200)
    people = reader.parse_args().people
    with database() as vendor:
        lines = [
            "| race | outcome | wall | processor | median | slowest |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for name, runs in _races(people):
            lines.append(_line(name, runs))
            print(lines[-1])
        lines += ["", *_held()]
        write_part("race.md", TITLE, vendor, lines)


def _races(people: int) -> list[tuple[str, list[Callable[[], Any]]]]:
    from factories.demand import make_night_shift, make_shift
    from factories.identity import signed
    from factories.moments import MONDAY
    from factories.organisations import make_organisation, make_pool, make_postcodes, make_team
    from factories.people import make_engagement, make_worker
    from rondstroom.rooms.demand.states import SignUp
    from rondstroom.rooms.matching import actions

    make_postcodes()
    here, there = make_organisation("De Linde"), make_organisation("Molenpoort")
    make_pool(here, there)
    team, elsewhere = make_team(), make_team("Wijkteam", there)
    crowd = [make_worker(f"Zorg {n}", team=team, with_account=False) for n in range(people)]
    twice = make_worker("Twee banen", team=team, with_account=False)
    make_engagement(twice, there, team=elsewhere)
    last = make_night_shift(team, sign_up=SignUp.INSTANT)
    several = make_night_shift(
        team, day=MONDAY + timedelta(days=9), places=20, sign_up=SignUp.INSTANT
    )
    many = [
        make_night_shift(team, day=MONDAY + timedelta(days=21 + one), sign_up=SignUp.INSTANT)
        for one in range(SHIFTS)
    ]
    mine = make_night_shift(team, day=MONDAY + timedelta(days=4), places=5, sign_up=SignUp.INSTANT)
    apart = [
        make_shift(team, day=MONDAY + timedelta(days=14), sign_up=SignUp.INSTANT),
        make_shift(elsewhere, day=MONDAY + timedelta(days=14), sign_up=SignUp.INSTANT),
    ]

    def up(worker: Any, shift: Any) -> Callable[[], Any]:
        return lambda: actions.sign_up(worker=worker, shift=shift, **signed())

    return [
        (f"{people} people, 1 place", [up(one, last) for one in crowd]),
        (f"{people} people, 20 places", [up(one, several) for one in crowd]),
        (
            f"{people} people, {SHIFTS} shifts of 1 place",
            [up(one, many[number % SHIFTS]) for number, one in enumerate(crowd)],
        ),
        (f"1 person {people} times", [up(crowd[-1], mine)] * people),
        (
            "1 person at 2 organisations at the same hours, 50 times each",
            [up(twice, shift) for shift in apart] * 50,
        ),
    ]


def _line(name: str, runs: list[Callable[[], Any]]) -> str:
    from factories.races import race

    busy = process_time()
    raced = race(runs)
    busy = process_time() - busy
    told = Counter(
        getattr(answer, "outcome", None) or getattr(answer, "code", None) or repr(answer)
        for answer in raced.answers
    )
    each = sorted(raced.each)
    outcome = ", ".join(f"{count} {what}" for what, count in told.most_common())
    middle, slowest = each[len(each) // 2] * 1000, each[-1] * 1000
    return (
        f"| {name} | {outcome} | {raced.seconds:.2f} s | {busy:.2f} s "
        f"| {middle:.0f} ms | {slowest:.0f} ms |"
    )


def _held() -> list[str]:
    """Count in the database itself what must never be."""
    from django.db.models import Count, F

    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.rosters.models import Assignment

    living = Assignment.objects.exclude(state="cancelled")
    pairs = living.filter(
        worker__assignments__starts_at__lt=F("blocked_until"),
        worker__assignments__starts_at__gte=F("starts_at"),
    ).exclude(worker__assignments__pk=F("pk"))
    overfull = Shift.objects.annotate(on=Count("assignments")).filter(on__gt=F("places"))
    counts = living.count(), pairs.count(), overfull.count()
    return ["Assignments {}, double bookings {}, shifts with too many people {}.".format(*counts)]


if __name__ == "__main__":
    main()
