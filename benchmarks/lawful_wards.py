"""How well wards are planned within the working-time law: several teams, all contracts, four weeks.

    ./run python benchmarks/lawful_wards.py [--seconds 60] [--seed 1] [--only 60/2/1.05 …]

Drawn wards: people of 16 to 36 hours a week in teams, early, late and night, wishes for days off,
no more than two weekends, at a price; as much is asked as their hours allow for, times the last
number. Others may come in from other teams at a price. Writes benchmarks/results/lawful-wards.md.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from stage import asked, write_part

from flexpool.planning import MaxRuntime, Params, judge, solve
from flexpool.planning.problem import Contract, Demand, Kind, Limit, Problem, Request, Worker

TITLE = "Wards within the working-time law"
MONDAY, DAYS, A_SHIFT, OPEN = date(2026, 11, 2), 28, 480, 20_000
"""Minutes of a shift, and the price of a place that stays open."""
TIMES = {"E": (420, 900), "L": (900, 1380), "N": (1380, 1860)}
SHARES = {"E": 0.42, "L": 0.36, "N": 0.22}
WEEKEND, WEEKDAY = 0.8, 1.08
"""How much of what is asked on a mean day."""
HOURS = (16, 20, 24, 24, 28, 32, 32, 36)
WARDS = ("60/2/0.95", "60/2/1.05", "100/3/1.0", "150/5/1.0", "200/6/1.0")
"""People, teams, and what is asked against what their hours allow for."""


def ward(name: str, seed: int) -> Problem:
    """Draw a ward: people / teams / how much is asked."""
    people, teams, load = name.split("/")
    chance = random.Random(seed)
    workers = tuple(_workers(int(people), int(teams), chance))
    minutes = sum(int(one.contract.id) for one in workers)
    kinds = tuple(
        Kind(f"{letter}{team}", A_SHIFT, *times, 30, "De Linde", is_night=letter == "N")
        for team in range(int(teams))
        for letter, times in TIMES.items()
    )
    a_day = minutes * float(load) / A_SHIFT / DAYS / int(teams)
    demands = tuple(
        Demand(day, f"{letter}{team}", optimum=max(1, round(a_day * weight * share)),
               under_weight=OPEN, over_weight=50)
        for day in range(DAYS)
        for team in range(int(teams))
        for letter, share in SHARES.items()
        for weight in (WEEKEND if day % 7 >= 5 else WEEKDAY,)
    )  # fmt: skip
    return Problem(
        name, DAYS, kinds, workers, demands, 0, MONDAY, rest_minutes=660, lawful=True,
        only_demanded=True,
    )  # fmt: skip


def _workers(people: int, teams: int, chance: random.Random) -> Iterator[Worker]:
    for number in range(people):
        minutes = chance.choice(HOURS) * 60 * 4
        contract = Contract(
            f"{minutes}",
            minutes=Limit(minutes - 480, minutes + 240, under_weight=2, over_weight=5),
            work_run=Limit(maximum=5),
            weekends=Limit(maximum=2, over_weight=400),
        )
        own, letters = number % teams, [one for one in TIMES if one != "N" or chance.random() < 0.6]
        free = [(chance.randrange(DAYS), chance.choice((30, 100))) for _ in range(3)]
        elsewhere = [
            f"{letter}{team}" for team in range(teams) if team != own for letter in letters
        ]
        yield Worker(
            f"w{number}",
            contract,
            kinds=frozenset([*(f"{letter}{own}" for letter in letters), *elsewhere]),
            kind_cost={kind: chance.randrange(100, 400) for kind in elsewhere},
            requests=tuple(
                Request(day, f"{letter}{own}", price, is_on=False)
                for day, price in free
                for letter in letters
            ),
        )


def plan_all(
    doc: str | None,
    title: str,
    page: str,
    wards: Sequence[str],
    draw: Callable[[str, int], Problem],
) -> None:
    """Plan drawn wards one after the other, and write a table of them.

    Parameters
    ----------
    doc, title, page
        What the command says of itself, and of which page the table is part.
    wards, draw
        The names of the wards, and what draws one by its name and a seed.
    """
    parser = asked(doc)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=list(wards))
    arguments = parser.parse_args()
    part = f"{arguments.seconds:g} s, seed {arguments.seed} {arguments.remark}".strip()
    lines = [
        f"{arguments.workers} searches; people / teams / what is asked against their hours.",
        "",
        "| ward | roster | places open | bound | seconds | by |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for name in arguments.only:
        problem, stop = draw(name, arguments.seed), MaxRuntime(arguments.seconds)
        found = solve(problem, stop, arguments.seed, Params(arguments.workers))
        costs = judge(problem, found.roster).by_constraint if found.roster else {}
        places = costs.get("cover.under", 0) // OPEN
        told = f"{found.objective} | {places} | {found.bound:g} | {found.seconds:.0f}"
        lines.append(f"| {name} | {told} | {found.solver} |")
        print(lines[-1], flush=True)
        write_part(page, title, part, lines, arguments.results)


if __name__ == "__main__":
    plan_all(__doc__, TITLE, "lawful-wards.md", WARDS, ward)
