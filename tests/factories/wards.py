"""A large ward with a published, lawful roster: what replanning is tried and measured on."""

import random
from datetime import date

from flexpool.planning import Contract, Demand, Kind, Limit, Problem, Roster, Worker

MONDAY = date(2026, 11, 2)
EARLY, LATE, NIGHT = "E", "L", "N"
TIMES = {EARLY: (420, 900), LATE: (900, 1380), NIGHT: (1380, 1860)}
WEEKS = ("EEE----", "-LLL---", "--EEE--", "LLL----", "---EEE-", "NNN----", "----EEE", "-----EE")
"""What people work from Monday on, a week each, turning; never an early after a late or a night."""
ROOMY, TIGHT = 2160, 1440
"""Minutes a week: with the second nobody who works a full week here may work a shift more."""


def large_ward(
    workers: int = 500, days: int = 28, teams: int = 10, week_minutes: int = ROOMY
) -> tuple[Problem, Roster]:
    """Give a problem of several teams and the roster that covers it exactly.

    Everybody may work in the own team and, at a price, in two others.
    """
    chance = random.Random(1)
    kinds = tuple(
        Kind(f"{letter}{team}", 480, *TIMES[letter], 30, "De Linde", is_night=letter == NIGHT)
        for team in range(teams)
        for letter in TIMES
    )
    contract = Contract(
        "ward",
        week_minutes=Limit(maximum=week_minutes),
        work_run=Limit(maximum=5),
        weekends=Limit(maximum=3, over_weight=400),
    )
    people = tuple(_worker(number, teams, contract, chance) for number in range(workers))
    cells = {
        (f"w{number}", day): (f"{letter}{number % teams}", "")
        for number in range(workers)
        for day in range(days)
        if (letter := WEEKS[(number // teams + day // 7) % len(WEEKS)][day % 7]) != "-"
    }
    wanted: dict[tuple[int, str], int] = {}
    for (_who, day), (kind, _skill) in cells.items():
        wanted[day, kind] = wanted.get((day, kind), 0) + 1
    demands = tuple(
        Demand(day, kind, optimum=count, under_weight=20_000, over_weight=50)
        for (day, kind), count in sorted(wanted.items())
    )
    problem = Problem(
        "ward", days, kinds, people, demands, 0, MONDAY, 660, lawful=True, only_demanded=True
    )
    return problem, Roster.from_cells(problem, cells)


def _worker(number: int, teams: int, contract: Contract, chance: random.Random) -> Worker:
    own = number % teams
    others = chance.sample([team for team in range(teams) if team != own], min(2, teams - 1))
    return Worker(
        f"w{number}",
        contract,
        kinds=frozenset(f"{letter}{team}" for team in (own, *others) for letter in TIMES),
        kind_cost={
            f"{letter}{team}": chance.randrange(100, 400) for team in others for letter in TIMES
        },
    )
