"""How well wards are planned by all rules of a care contract: weeks, nights, weekends, fair shares.

    ./run python benchmarks/care_wards.py [--seconds 60] [--seed 1] [--only 60/2/1.0 …]

The wards of `lawful_wards.py`, with what else contracts ask: at most five days and so many hours a
week, weeks near the contract's hours at a price, three nights in a row and 46 hours after them, a
free weekend in every two, and unsocial work shared by contract hours. The law is not asked after
where the name ends in `/free`. Writes benchmarks/results/care-wards.md.
"""

from __future__ import annotations

from dataclasses import replace

from lawful_wards import plan_all, ward

from flexpool.planning import FreeWeekends, share_fairly
from flexpool.planning.problem import Limit, Problem, Worker

TITLE = "Wards by all rules of a care contract"
WARDS = ("40/1/1.0", "60/2/1.0", "100/3/1.0", "60/2/1.0/free", "100/3/1.0/free")
REST, UNSOCIAL = 46 * 60, {"L": 180, "N": 420}
"""Minutes after three nights, and the unsocial ones of a shift on a weekday."""


def careful(name: str, seed: int) -> Problem:
    """Draw a ward: people / teams / how much is asked / free of the law."""
    problem = ward("/".join(name.split("/")[:3]), seed)
    kinds = tuple(
        replace(kind, unsocial_minutes=UNSOCIAL.get(kind.id[0], 0)) for kind in problem.kinds
    )
    workers = tuple(map(_contracted, problem.workers))
    changed = replace(problem, kinds=kinds, workers=workers, lawful=not name.endswith("/free"))
    minutes = {worker.id: int(worker.contract.id) for worker in workers}
    return share_fairly(changed, minutes, slack=480, weight=1)


def _contracted(worker: Worker) -> Worker:
    a_week = int(worker.contract.id) // 4
    contract = replace(
        worker.contract,
        week_days=Limit(maximum=5),
        week_minutes=Limit(a_week - 480, a_week + 480, under_weight=1, over_weight=2),
        free_weekends=FreeWeekends(1, 2),
        night_run=Limit(maximum=3),
        rest_after_nights=(3, REST),
    )
    return replace(worker, contract=contract)


if __name__ == "__main__":
    plan_all(__doc__, TITLE, "care-wards.md", WARDS, careful)
