"""Wards small enough to try every roster, each with one constraint of care drawn at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from flexpool.periods import local
from flexpool.planning import (
    OFF,
    SUPERNUMERARY,
    Composition,
    Contract,
    Demand,
    Faces,
    FreeWeekends,
    History,
    Kind,
    Limit,
    Notice,
    Problem,
    Published,
    Reach,
    Request,
    Roster,
    Stay,
    Substitution,
    Supervision,
    Terms,
    Tier,
    Worker,
    judge,
)
from flexpool.planning.scoring import judge_worker

FRIDAY = date(2026, 11, 27)
KINDS = (
    Kind("E", 480, 420, 900, organisation="Es", place="Ede", team="Noord", function="VIG"),
    Kind("L", 420, 780, 1260, organisation="Linde", place="Oss", function="VPL",
         not_next_day=frozenset({"E"}), unsocial_minutes=180),
    Kind("N", 540, 1380, 1920, organisation="Es", place="Ede", team="Zuid", is_night=True),
)  # fmt: skip
WEIGHT = st.sampled_from([3, 11, None])
PLACES = ("Ede", "Oss")


def best_of_all(problem: Problem) -> int | None:
    """The lowest cost that the judge finds among all rosters; None when every one breaks a rule.

    What one worker's row breaks or costs, every roster with it does: cheap rows are tried first,
    and none is tried whose rows alone cost more than the best roster found.
    """
    rows = [_rows(problem, worker) for worker in range(len(problem.workers))]
    best: int | None = None
    for chosen in sorted(product(*rows), key=lambda chosen: sum(cost for cost, _ in chosen)):
        alone = sum(cost for cost, _ in chosen)
        if best is not None and alone >= best:
            break
        score = judge(problem, Roster(np.array([cells for _, cells in chosen])))
        assert score.objective >= alone
        if score.is_feasible and (best is None or score.objective < best):
            best = score.objective
    return best


def _rows(problem: Problem, worker: int) -> list[tuple[int, tuple[int, ...]]]:
    """All rows of a worker that break nothing, with what the judge says each costs."""
    allowed = problem.tables.allowed[worker]
    days = [(OFF, *np.flatnonzero(allowed[day]).tolist()) for day in range(problem.days)]
    scores = {cells: judge_worker(problem, worker, cells) for cells in product(*days)}
    return [(score.objective, cells) for cells, score in scores.items() if score.is_feasible]


@st.composite
def wards(draw: Any, count: int, days: int) -> Problem:
    """A few people, a few days from a Friday on, two or three kinds, something asked each day."""
    kinds = KINDS[: draw(st.integers(2, 3))] if count * days < 7 else KINDS[:2]
    demands = tuple(
        Demand(day, kind.id, optimum=draw(st.integers(0, 2)), under_weight=20, over_weight=9)
        for day in range(days)
        for kind in kinds
    )
    workers = tuple(
        Worker(name, Contract("own"), history=History(off_run=1))
        for name in ("anna", "bob", "cas")[:count]
    )
    return Problem("small", days, kinds, workers, demands, 4, FRIDAY)


SMALL = st.sampled_from([(2, 3), (3, 2), (2, 4), (1, 5)]).flatmap(lambda size: wards(*size))


@st.composite
def limits(draw: Any, most: int, unit: int, least: int = 0) -> Limit:
    """Any limit between `least` and `most` units."""
    low = draw(st.integers(least, most))
    return Limit(low * unit, draw(st.integers(low, most)) * unit, draw(WEIGHT), draw(WEIGHT))


def _with_workers(problem: Problem, change: Callable[[Worker], Worker]) -> Problem:
    return replace(problem, workers=tuple(change(worker) for worker in problem.workers))


def _contract(draw: Any, problem: Problem, before: Any = None, **rules: Any) -> Problem:
    """Each worker gets rules of a contract drawn anew, and what came before."""

    def change(worker: Worker) -> Worker:
        drawn = {name: draw(rule) for name, rule in rules.items()}
        past = {name: draw(one) for name, one in (before or {}).items()}
        return replace(
            worker,
            contract=replace(worker.contract, id=worker.id, **drawn),
            history=History(off_run=1, **past),
        )

    return _with_workers(problem, change)


def _reach(draw: Any, problem: Problem, terms: Terms, **rules: Any) -> Problem:
    changed = _with_workers(
        problem,
        lambda worker: replace(
            worker, reach=Reach(**{name: draw(rule) for name, rule in rules.items()})
        ),
    )
    return replace(changed, terms=terms)


def _substitution(draw: Any, problem: Problem) -> Problem:
    agreed = st.builds(
        Substitution, st.sampled_from(["VIG", "VPL"]), st.sampled_from(["VIG", "VPL", "HLP"]),
        st.sampled_from(["", *PLACES]), st.integers(0, 12),
    )  # fmt: skip
    terms = Terms(substitutions=tuple(draw(st.lists(agreed, max_size=3))))
    functions = st.frozensets(st.sampled_from(["VIG", "VPL", "HLP"]), max_size=2)
    return _reach(draw, problem, terms, functions=functions)


def _travel(draw: Any, problem: Problem) -> Problem:
    minutes = st.fixed_dictionaries({"Ede": st.integers(1, 40), "Oss": st.integers(0, 40)})
    most = st.sampled_from([None, 20, 30])
    return _reach(draw, problem, Terms(travel_minute=1), travel_minutes=minutes, most_travel=most)


def _willing(draw: Any, problem: Problem) -> Problem:
    never, rather = st.frozensets(st.sampled_from(PLACES), max_size=1), st.just(frozenset(PLACES))
    return _reach(draw, problem, Terms(unwilling=7), never_at=never, rather_not_at=rather)


def _tier(draw: Any, problem: Problem) -> Problem:
    terms = Terms(tiers={Tier.POOL: 4, Tier.RESERVE: 9, Tier.EXTERNAL: 19})
    employers = st.sampled_from(["", "Es", "Linde"])
    return _reach(draw, problem, terms, tier=st.sampled_from(Tier), organisation=employers)


def _known(draw: Any, problem: Problem) -> Problem:
    familiar = st.frozensets(st.sampled_from(["Noord", "Zuid", "Oss"]))
    return _reach(draw, problem, Terms(unfamiliar=8), familiar=familiar)


def _supernumerary(draw: Any, problem: Problem) -> Problem:
    trained, *others = problem.workers
    until = draw(st.integers(1, problem.days))
    places = Demand(0, "E", SUPERNUMERARY, optimum=1, under_weight=5, maximum=1)
    return replace(
        problem,
        workers=(replace(trained, supernumerary_before=until), *others),
        demands=(*problem.demands, places),
    )


def _supervision(draw: Any, problem: Problem) -> Problem:
    if draw(st.booleans()):
        return _one_pupil(draw, problem)
    skills = st.frozensets(st.sampled_from(["mentor", "head"]))
    kinds = st.none() | st.frozensets(st.sampled_from([kind.id for kind in problem.kinds]))
    one = st.builds(Supervision, st.sampled_from(["mentor", "head"]), WEIGHT, kinds)
    by = st.lists(one, max_size=2).map(tuple)
    problem = replace(problem, stays=tuple(draw(st.lists(_stays(problem), max_size=2))))
    return _with_workers(
        problem, lambda worker: replace(worker, skills=draw(skills), supervision=draw(by))
    )


def _stays(problem: Problem) -> Any:
    """Somebody is there already, for some hours of some day, at a place where work is."""
    place = st.sampled_from(sorted({kind.place for kind in problem.kinds}))
    starts = st.integers(-4, 24 * problem.days).map(lambda hour: hour * 60)
    built = st.tuples(place, st.sampled_from(["mentor", "head"]), starts, st.integers(1, 12))
    return built.map(lambda one: Stay(one[0], one[1], one[2], one[2] + one[3] * 60))


def _one_pupil(draw: Any, problem: Problem) -> Problem:
    """The first is a pupil, the others supervise; late comes to the same place as early."""
    pupil, *others = problem.workers
    early, late, *more = problem.kinds
    return replace(
        problem,
        kinds=(early, replace(late, place="Ede", starts=draw(st.sampled_from([420, 540]))), *more),
        workers=(
            replace(pupil, supervision=(Supervision("mentor", draw(WEIGHT)),)),
            *(replace(other, skills=frozenset({"mentor"})) for other in others),
        ),
    )


def _composition(draw: Any, problem: Problem) -> Problem:
    members = st.dictionaries(
        st.sampled_from([(kind.id, "") for kind in problem.kinds]), st.integers(1, 2), min_size=1
    )
    options = st.lists(members, min_size=1, max_size=3).map(tuple)
    one = st.builds(Composition, st.integers(0, problem.days - 1), options, WEIGHT)
    return replace(problem, compositions=tuple(draw(st.lists(one, min_size=1, max_size=2))))


def _faces(draw: Any, problem: Problem) -> Problem:
    one = st.builds(Faces, st.sampled_from(["Noord", "Oss"]), st.integers(0, 2), WEIGHT)
    return replace(problem, faces=tuple(draw(st.lists(one, min_size=1, max_size=2))))


def _published(draw: Any, problem: Problem) -> Problem:
    kinds = st.sampled_from(["", "E", "L"])
    days = st.sets(st.integers(0, problem.days - 1), min_size=1)
    return _with_workers(
        problem,
        lambda worker: replace(
            worker,
            published=tuple(Published(day, draw(kinds), 6) for day in sorted(draw(days))),
        ),
    )


def _notice(draw: Any, problem: Problem) -> Problem:
    rules = st.builds(Notice, st.sampled_from([24, 48, 96]), WEIGHT, st.sampled_from([0, 14]))
    planned = replace(problem, planned_at=local(2026, 11, 26, draw(st.integers(0, 23))))
    told = _published(draw, _contract(draw, planned, notice=rules))
    return _with_workers(
        told,
        lambda worker: replace(
            worker,
            requests=(Request(0, draw(st.sampled_from(["", "L"])), 2, draw(st.booleans())),),
        ),
    )


def _agreed(draw: Any, problem: Problem) -> Problem:
    days, kinds = st.integers(0, problem.days - 1), st.sampled_from(["", "E", "L"])
    beyond = st.frozensets(st.tuples(days, kinds), max_size=4)
    wish = st.builds(Request, days, kinds, st.sampled_from([0, 4]), st.booleans())
    changed = _with_workers(
        problem,
        lambda one: replace(one, beyond_agreed=draw(beyond), requests=(draw(wish),)),
    )
    return replace(changed, terms=Terms(beyond_agreed=draw(st.sampled_from([0, 8, 25]))))


def _weeks(draw: Any, problem: Problem) -> Problem:
    past = {"week_days": st.integers(0, 3), "week_minutes": st.sampled_from([0, 480, 900])}
    days, minutes = limits(4, 1), limits(6, 300)
    return _contract(draw, problem, past, week_days=days, week_minutes=minutes)


def _month(draw: Any, problem: Problem) -> Problem:
    past = {"month_minutes": st.sampled_from([0, 480, 900])}
    return _contract(draw, problem, past, month_minutes=limits(6, 300))


def _balance(draw: Any, problem: Problem) -> Problem:
    past = {"balance": st.integers(-10, 10).map(lambda hours: 60 * hours)}
    owed = st.sampled_from([0, 480, 960])
    return _contract(draw, problem, past, owed_minutes=owed, balance=limits(12, 60, -12))


def _free_weekends(draw: Any, problem: Problem) -> Problem:
    past = {"recent_weekends": st.lists(st.booleans(), max_size=3).map(tuple)}
    rule = st.integers(1, 3).flatmap(
        lambda of: st.builds(FreeWeekends, st.integers(0, of), st.just(of), WEIGHT)
    )
    return _contract(draw, problem, past, free_weekends=rule)


def _nights(draw: Any, problem: Problem) -> Problem:
    nights = draw(st.integers(0, 2))
    run = st.builds(Limit, st.none(), st.integers(1, 2), st.none(), WEIGHT)
    rest = st.none() | st.tuples(st.integers(1, 2), st.sampled_from([2400, 2760]))
    kinds = (*problem.kinds[:1], KINDS[2])
    demands = tuple(one for one in problem.demands if one.kind != "L")
    asked = tuple(Demand(day, "N", optimum=1, under_weight=30) for day in range(problem.days))
    changed = replace(
        problem, kinds=kinds, demands=tuple(one for one in demands if one.kind != "N") + asked
    )
    changed = _contract(draw, changed, night_run=run, rest_after_nights=rest)
    past = History("N", nights, nights, nights=nights) if nights else History(off_run=1)
    return _with_workers(changed, lambda one: replace(one, history=past))


def _unsocial(draw: Any, problem: Problem) -> Problem:
    changed = _contract(draw, problem, {"unsocial_minutes": st.sampled_from([0, 240, 600])})
    return _with_workers(changed, lambda one: replace(one, unsocial=draw(limits(10, 120))))


WAYS: dict[str, Callable[[Any, Problem], Problem]] = {
    "changes.published": _published,
    "placement.substitution": _substitution,
    "placement.travel": _travel,
    "placement.willing": _willing,
    "placement.tier": _tier,
    "continuity.known": _known,
    "placement.supernumerary": _supernumerary,
    "notice.call": _notice,
    "notice.agreed": _agreed,
    "team.supervision": _supervision,
    "team.composition": _composition,
    "continuity.faces": _faces,
    "totals.week-days": _weeks,
    "totals.month-minutes": _month,
    "totals.balance": _balance,
    "weekends.free": _free_weekends,
    "fairness.unsocial": _unsocial,
    "nights.series": _nights,
}


@st.composite
def wards_with(draw: Any, constraint: str) -> Problem:
    """A small ward with a constraint."""
    return WAYS[constraint](draw, draw(SMALL))
