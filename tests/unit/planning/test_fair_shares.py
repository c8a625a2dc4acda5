"""Fair shares of unsocial work are reckoned by contract hours, over past and horizon together."""

from dataclasses import replace

from flexpool.planning import (
    Contract,
    Demand,
    History,
    Kind,
    Limit,
    MaxRuntime,
    Params,
    Problem,
    Worker,
    share_fairly,
    solve,
)

LATE = Kind("late", 480, 900, 1380, unsocial_minutes=180)
EARLY = Kind("early", 480, 420, 900)


def pool(*workers: Worker) -> Problem:
    """A week with one early and one late shift on each day from Monday on."""
    demands = tuple(
        Demand(day, kind.id, optimum=1, under_weight=1000, maximum=1)
        for day in range(7)
        for kind in (EARLY, LATE)
    )
    return Problem("pool", 7, (EARLY, LATE), workers, demands)


def test_a_share_follows_contract_hours() -> None:
    """Five evenings of 180 minutes and four weekend shifts of 480 are 2820; two thirds are 1880."""
    shared = share_fairly(pool(Worker("anna"), Worker("bob")), {"anna": 1440, "bob": 720}, 0, 1)
    assert [worker.unsocial for worker in shared.workers] == [
        Limit(maximum=1880, over_weight=1),
        Limit(maximum=940, over_weight=1),
    ]


def test_what_was_worked_before_is_shared_too_and_slack_is_added() -> None:
    """With 180 minutes of before, 3000 are shared by two alike."""
    anna = Worker("anna", history=History(off_run=1, unsocial_minutes=180))
    shared = share_fairly(pool(anna, Worker("bob")), {"anna": 1, "bob": 1}, 60, None)
    assert [worker.unsocial for worker in shared.workers] == [Limit(maximum=1560)] * 2


def test_who_has_no_contract_hours_has_no_share() -> None:
    """Somebody on call takes what they choose to; without any hours nothing is shared."""
    problem = pool(Worker("anna"), Worker("cas"))
    assert share_fairly(problem, {"anna": 1440}, 0, 1).workers[1] == problem.workers[1]
    assert share_fairly(problem, {}, 0, 1) == problem


def test_the_plan_gives_evenings_to_who_had_few() -> None:
    """Anna had all evenings of the period before; bob takes the more of them now."""
    contract = Contract("four", assignments=Limit(maximum=7))
    anna = Worker("anna", contract, history=History(off_run=1, unsocial_minutes=1800))
    problem = share_fairly(pool(anna, Worker("bob", contract)), {"anna": 1, "bob": 1}, 0, 1)
    result = solve(problem, MaxRuntime(30), seed=1, params=Params(solver="cpsat"))
    assert result.roster is not None
    unsocial, kinds = problem.tables.unsocial, problem.tables.slot_kind
    worked = [
        sum(int(unsocial[day, kinds[slot]]) for day, slot in enumerate(row) if slot >= 0)
        for row in result.roster.grid.tolist()
    ]
    assert worked[1] > worked[0]
    assert replace(problem, workers=problem.workers[:1]).workers[0].unsocial == Limit(
        maximum=2310, over_weight=1
    )
