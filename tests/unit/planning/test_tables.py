"""A problem as arrays, and the checks when a problem is made."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from flexpool.periods import local
from flexpool.planning import (
    Contract,
    Demand,
    History,
    Kind,
    Limit,
    NotAProblem,
    Problem,
    Request,
    Worker,
)
from flexpool.planning.constraints import registry
from flexpool.planning.problem.following import anything_may_follow, may_follow
from flexpool.planning.problem.tables import NO_MAXIMUM

EARLY = Kind("early", 450, 420, 900, break_minutes=30)
LATE = Kind("late", 450, 900, 1380, break_minutes=30, not_next_day=frozenset({"early"}))
NIGHT = Kind("night", 450, 1380, 1860, break_minutes=30, skill="meds", is_night=True)
KINDS = (EARLY, LATE, NIGHT)


def problem(
    workers: tuple[Worker, ...] = (Worker("anna"),),
    demands: tuple[Demand, ...] = (),
    days: int = 7,
    first_weekday: int = 0,
    rest_minutes: int = 0,
    only_demanded: bool = False,
) -> Problem:
    """A problem of three kinds, with what a test wants to say about it."""
    return Problem(
        "test",
        days,
        KINDS,
        workers,
        demands,
        first_weekday,
        rest_minutes=rest_minutes,
        only_demanded=only_demanded,
    )


def test_a_kind_without_demand_has_one_slot_and_one_with_skills_a_slot_for_each() -> None:
    """Slots stand in the order of kinds, then of first mention."""
    found = problem(demands=(Demand(0, "early", "head"), Demand(1, "early", "nurse"))).tables
    assert found.slots == (
        ("early", "head"),
        ("early", "nurse"),
        ("late", ""),
        ("night", ""),
    )
    assert found.slot_kind.tolist() == [0, 0, 1, 2]
    assert found.slot_minutes.tolist() == [450] * 4


def test_demand_stands_at_its_day_and_slot() -> None:
    """Everything a demand says, and nothing where there is none."""
    asked = Demand(2, "late", minimum=1, optimum=2, under_weight=30, over_weight=4, maximum=3)
    found = problem(demands=(asked,)).tables
    slot = found.slot_number["late", ""]
    assert found.minimum[2, slot] == 1
    assert found.minimum_weight[2, slot] == -1
    assert found.optimum[2, slot] == 2
    assert found.under_weight[2, slot] == 30
    assert found.over_weight[2, slot] == 4
    assert found.maximum[2, slot] == 3
    assert found.maximum[3, slot] == NO_MAXIMUM
    assert found.asked.sum() == 1


def test_a_priced_minimum_keeps_its_price() -> None:
    """Zero is a price too, and not the same as hard."""
    found = problem(demands=(Demand(0, "late", minimum=1, minimum_weight=0),)).tables
    assert found.minimum_weight[0, found.slot_number["late", ""]] == 0


@pytest.mark.parametrize(
    ("worker", "able"),
    [
        (Worker("anna"), [True, True, False]),
        (Worker("anna", skills=frozenset({"meds"})), [True, True, True]),
        (Worker("anna", kinds=frozenset({"late"})), [False, True, False]),
        (
            Worker("anna", Contract("none", per_kind={"early": Limit(maximum=0)})),
            [False, True, False],
        ),
        (
            Worker("anna", Contract("priced", per_kind={"early": Limit(None, 0, None, 5)})),
            [True, True, False],
        ),
    ],
)
def test_who_may_fill_which_slot(worker: Worker, able: list[bool]) -> None:
    """Skills, eligibility, and contracts that never allow a kind."""
    assert problem((worker,)).tables.eligible[0].tolist() == able


def test_days_off_unavailability_and_fixed_shifts_narrow_what_is_available() -> None:
    """A fixed shift leaves only itself; a fixed day off and a day off leave nothing."""
    anna = Worker(
        "anna",
        days_off=frozenset({0}),
        unavailable=frozenset({(1, "early"), (2, "")}),
        fixed={3: ("late", ""), 4: ("", "")},
    )
    available = problem((anna,)).tables.available[0]
    assert available.sum(axis=1).tolist() == [0, 2, 0, 1, 0, 3, 3]
    assert available[3].tolist() == [False, True, False]


def test_only_demanded_days_are_available_when_so_asked() -> None:
    """In a region a shift exists on its own day only."""
    demands = (Demand(2, "late", optimum=1),)
    assert problem(demands=demands).tables.available.sum() == 21
    assert problem(demands=demands, only_demanded=True).tables.available.sum() == 1


def test_costs_of_assignments_and_of_days_off() -> None:
    """A wish to work costs when it is not met: on every other slot and on a day off."""
    anna = Worker(
        "anna",
        kind_cost={"late": 7},
        requests=(Request(0, "early", 5, True), Request(1, "", 3, False)),
    )
    found = problem((anna,)).tables
    assert found.cost[0, 0].tolist() == [0, 12, 5]
    assert found.off_cost[0, 0] == 5
    assert found.cost[0, 1].tolist() == [3, 10, 3]
    assert found.off_cost[0, 1] == 0
    assert found.cost[0, 2].tolist() == [0, 7, 0]


@pytest.mark.parametrize(
    ("rest", "first", "then", "may"),
    [
        (0, "early", "late", True),
        (0, "late", "early", False),
        (480, "night", "late", True),
        (481, "night", "late", False),
        (960, "late", "late", True),
        (961, "late", "late", False),
    ],
)
def test_what_may_follow_on_the_next_day(rest: int, first: str, then: str, may: bool) -> None:
    """Named successions, and rest by the clock over midnight."""
    found = problem(rest_minutes=rest).tables
    assert found.may_follow[found.kind_number[first], found.kind_number[then]] == may


@pytest.mark.parametrize("rest", [0, 480, 481, 660, 960, 961, 1440])
@pytest.mark.parametrize("names", [{}, {"late"}])
def test_whether_anything_bars_anything_is_known_without_the_table(
    rest: int, names: set[str]
) -> None:
    """What is said of all pairs is what the pairs say."""
    kinds = tuple(
        replace(kind, not_next_day=frozenset(names if kind.id == "early" else ()))
        for kind in problem().kinds
    )
    table = may_follow(kinds, rest)
    assert anything_may_follow(kinds, rest) == bool(table.all())


@pytest.mark.parametrize(
    ("worker", "is_open"),
    [(Worker("anna"), True), (Worker("anna", kinds=frozenset({"early"})), False)],
)
def test_whether_all_is_open_to_all_is_known_without_the_table(
    worker: Worker, is_open: bool
) -> None:
    """As the table of who is eligible where says it."""
    tables = Problem("plain", 7, (Kind("early", 480), Kind("late", 480)), (worker,), ()).tables
    assert tables.is_open_to_all == is_open == bool(tables.eligible.all())


def test_large_tables_are_made_when_they_are_asked_for() -> None:
    """Of a region nobody asks for them: what a problem is active in is known without."""
    plain = problem()
    registry.active(plain)
    tables = plain.tables
    assert not {"_placed", "eligible", "may_follow"} & set(vars(tables))
    assert tables.cost.shape == tables.available.shape
    assert "_placed" in vars(tables)


@pytest.mark.parametrize(
    ("first_weekday", "days", "weekends"),
    [
        (0, 7, ((5, 6),)),
        (0, 14, ((5, 6), (12, 13))),
        (0, 6, ((5,),)),
        (6, 8, ((0,), (6, 7))),
        (5, 2, ((0, 1),)),
        (2, 3, ()),
    ],
)
def test_weekends_also_where_the_horizon_cuts_them(
    first_weekday: int, days: int, weekends: tuple[tuple[int, ...], ...]
) -> None:
    """A Saturday or Sunday alone is a weekend as well."""
    assert problem(days=days, first_weekday=first_weekday).tables.weekends == weekends


def test_weeks_begin_on_monday() -> None:
    """A horizon from Saturday holds two days of the first week."""
    assert problem(days=10, first_weekday=5).tables.weeks == (
        (0, 1),
        (2, 3, 4, 5, 6, 7, 8),
        (9,),
    )


def test_a_shift_on_a_day_has_real_moments() -> None:
    """Over midnight, and over the night in which the clock goes back."""
    night = NIGHT.shift_on(date(2026, 10, 24))
    assert night.period.starts_at == local(2026, 10, 24, 23)
    assert night.period.ends_at == local(2026, 10, 25, 7)
    assert night.period.hours == 9
    assert night.work_minutes == 510


def test_a_kind_without_times_has_no_shift() -> None:
    """The public benchmarks know no clock."""
    with pytest.raises(ValueError, match="no times"):
        Kind("E", 480).shift_on(date(2026, 11, 2))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"id": "", "minutes": 480}, "needs an id"),
        ({"id": "E", "minutes": -1}, "minutes of 0 or more"),
        ({"id": "E", "minutes": 480, "starts": 420}, "go together"),
        ({"id": "E", "minutes": 480, "starts": 420, "ends": 420}, "not a shift"),
        ({"id": "E", "minutes": 480, "starts": 1440, "ends": 1500}, "not a shift"),
        ({"id": "E", "minutes": 480, "starts": 0, "ends": 2881}, "not a shift"),
    ],
)
def test_kinds_that_cannot_be(arguments: dict[str, object], why: str) -> None:
    """Refused when made, not when used."""
    with pytest.raises(ValueError, match=why):
        Kind(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"days": 0}, "0 days"),
        ({"first_weekday": 7}, "weekday 7"),
        ({"kinds": (EARLY, EARLY)}, "kind 'early' stands there twice"),
        ({"workers": (Worker("anna"), Worker("anna"))}, "worker 'anna' stands there twice"),
        ({"demands": (Demand(0, "early"), Demand(0, "early"))}, "twice"),
        ({"demands": (Demand(0, "evening"),)}, "unknown kind 'evening'"),
        ({"demands": (Demand(7, "early"),)}, "day 7 of 7 days"),
        ({"workers": (Worker("anna", days_off=frozenset({9})),)}, "day 9"),
        ({"workers": (Worker("anna", kinds=frozenset({"x"})),)}, "unknown kind 'x'"),
        ({"workers": (Worker("anna", kind_cost={"x": 1}),)}, "unknown kind 'x'"),
        ({"workers": (Worker("anna", fixed={0: ("x", "")}),)}, "unknown kind 'x'"),
        ({"workers": (Worker("anna", unavailable=frozenset({(8, "")})),)}, "day 8"),
        ({"workers": (Worker("anna", requests=(Request(0, "x", 1, True),)),)}, "unknown"),
        ({"workers": (Worker("anna", history=History("x", 1, 1)),)}, "unknown kind 'x'"),
        (
            {"workers": (Worker("anna", Contract("c", kind_run={"x": Limit(1)})),)},
            "unknown kind 'x'",
        ),
        ({"kinds": (Kind("a", 1, not_next_day=frozenset({"b"})),)}, "unknown kind 'b'"),
        ({"first_date": date(2026, 11, 3)}, "is not weekday 0"),
    ],
)
def test_problems_that_cannot_be(changed: dict[str, object], why: str) -> None:
    """Every name exists, every day is in the horizon, nothing stands there twice."""
    good: dict[str, object] = {
        "name": "bad",
        "days": 7,
        "kinds": KINDS,
        "workers": (),
        "demands": (),
    }
    with pytest.raises(NotAProblem, match=why):
        Problem(**(good | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "bounds", [{"minimum": 3, "maximum": 2}, {"under_weight": -1}, {"over_weight": -1}]
)
def test_limits_that_cannot_be(bounds: dict[str, int]) -> None:
    """A minimum above the maximum, or a price below nothing."""
    with pytest.raises(ValueError, match=r"above maximum|negative"):
        Limit(**bounds)


@pytest.mark.parametrize(
    ("amount", "short", "excess"), [(0, 2, 0), (2, 0, 0), (4, 0, 0), (7, 0, 3)]
)
def test_what_is_short_and_what_exceeds(amount: int, short: int, excess: int) -> None:
    """Both bounds are inside."""
    limit = Limit(2, 4)
    assert (limit.short(amount), limit.excess(amount)) == (short, excess)
    assert (Limit().short(amount), Limit().excess(amount)) == (0, 0)


@pytest.mark.parametrize("eve", [{"kind": "E"}, {"work_run": 2}, {"kind": "E", "off_run": 1}])
def test_eves_that_cannot_be(eve: dict[str, object]) -> None:
    """At work with a kind and a run, or off without."""
    with pytest.raises(ValueError, match="history"):
        History(**eve)  # type: ignore[arg-type]


def test_a_problem_travels_without_its_tables() -> None:
    """They are larger than the problem and quickly made again."""
    whole = problem()
    assert whole.tables.days == 7
    assert "tables" not in whole.__getstate__()
    assert isinstance(whole.tables.allowed, np.ndarray)
