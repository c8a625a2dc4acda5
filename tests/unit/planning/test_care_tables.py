"""What the rules of care make of the tables: slots, closed cells, prices, months, short notice."""

from datetime import date, timedelta, timezone

import numpy as np
import pytest

from flexpool.periods import local
from flexpool.planning import (
    SUPERNUMERARY,
    Composition,
    Contract,
    Demand,
    Faces,
    Kind,
    Limit,
    NotAProblem,
    Notice,
    Problem,
    Published,
    Reach,
    Request,
    Substitution,
    Terms,
    Tier,
    Worker,
)
from flexpool.planning.problem.calendar import friday_before, months_of, unsocial_of, weekends_of

MONDAY = date(2026, 11, 2)
EARLY = Kind("early", 480, 420, 900, organisation="Es", place="Ede", function="VIG")
NIGHT = Kind("night", 480, 1380, 1860, place="Oss", team="Zuid", unsocial_minutes=480)
KINDS = (EARLY, NIGHT)


def problem(*workers: Worker, **told: object) -> Problem:
    """A week from Monday with an early and a night kind."""
    return Problem("care", 7, KINDS, workers, (), first_date=MONDAY, **told)  # type: ignore[arg-type]


def test_months_and_whether_they_end_in_the_horizon() -> None:
    """The last day of November in the horizon closes November; without a calendar no months."""
    assert months_of(9, date(2026, 11, 23)) == ((tuple(range(8)), True), ((8,), False))
    assert months_of(8, date(2026, 11, 23)) == ((tuple(range(8)), True),)
    assert months_of(7, date(2026, 11, 23)) == ((tuple(range(7)), False),)
    assert months_of(2, date(2026, 12, 31)) == (((0,), True), ((1,), False))
    assert months_of(30, None) == ()


@pytest.mark.parametrize(("first_weekday", "friday"), [(0, 4), (4, 0), (5, None), (6, None)])
def test_the_friday_before_a_weekend(first_weekday: int, friday: int | None) -> None:
    """Known only when Saturday is whole and Friday in the horizon."""
    assert friday_before(weekends_of(7, first_weekday)[0], first_weekday) == friday


def test_all_of_a_weekend_is_unsocial_and_of_a_working_day_what_the_kind_says() -> None:
    """Day 5 is a Saturday."""
    assert unsocial_of(7, 0, KINDS)[4:6].tolist() == [[0, 480], [480, 480]]


def test_who_is_in_training_has_slots_of_their_own_until_it_is_over() -> None:
    """Skills are not asked there, and nobody else may stand there."""
    skilled = Kind("skilled", 480, skill="meds")
    pupil = Worker("anna", supernumerary_before=2)
    demands = (Demand(1, "skilled", optimum=1),)
    found = Problem(
        "training", 4, (skilled,), (pupil, Worker("bob", skills=frozenset({"meds"}))), demands,
        only_demanded=True,
    ).tables  # fmt: skip
    beside = found.slot_number["skilled", SUPERNUMERARY]
    assert found.slots == (("skilled", ""), ("skilled", SUPERNUMERARY))
    assert np.argwhere(found.allowed[0]).tolist() == [[1, beside]]
    assert np.argwhere(found.allowed[1]).tolist() == [[1, 0]]


def test_without_training_there_are_no_such_slots() -> None:
    """The tables of other problems stay as small as they were."""
    assert problem(Worker("anna")).tables.slots == (("early", ""), ("night", ""))


def test_prices_of_a_site_add_up_and_one_refusal_closes_it() -> None:
    """Tier 4, twenty minutes at 2, unfamiliar 7 and a substitution of 5; Oss is too far."""
    terms = Terms({Tier.RESERVE: 4}, 2, 9, 7, substitutions=(Substitution("VIG", "VPL", "Ede", 5),))
    reach = Reach(
        frozenset({"VPL"}), "Linde", Tier.RESERVE, {"Ede": 20, "Oss": 50}, 45, familiar=frozenset()
    )
    found = problem(Worker("anna", reach=reach), terms=terms).tables
    assert found.cost[0, :, 0].tolist() == [4 + 40 + 7 + 5] * 7
    assert found.allowed[0].all(axis=0).tolist() == [True, False]


def test_the_pool_sets_the_price_of_a_point_of_a_wish() -> None:
    """A wish to work counts double here, one not to work three times."""
    wishes = (Request(0, "early", 5, True), Request(1, "", 5, False))
    found = problem(Worker("anna", requests=wishes), terms=Terms(wish_on=2, wish_off=3)).tables
    assert (found.off_cost[0, 0], found.cost[0, 0].tolist()) == (10, [0, 10])
    assert found.cost[0, 1].tolist() == [15, 15]


def test_short_notice_is_counted_in_hours_that_pass_also_when_the_clock_goes_back() -> None:
    """From Saturday 08:00 to Sunday 07:00 are 24 hours, so a term of 24 hours is just kept."""
    contract = Contract("call", notice=Notice(24))
    saturday = date(2026, 10, 24)
    told = Problem(
        "clock", 2, KINDS, (Worker("anna", contract),), (),
        first_weekday=5, first_date=saturday, planned_at=local(2026, 10, 24, 8),
    )  # fmt: skip
    assert told.tables.late[24].tolist() == [[True, True], [False, False]]


def test_a_late_call_is_closed_but_not_what_was_published_or_asked_for() -> None:
    """On Monday nothing is open but the promised night; on Tuesday all, because she asked."""
    anna = Worker(
        "anna",
        Contract("call", notice=Notice(72, None, 30)),
        published=(Published(0, "night", 4),),
        requests=(Request(1, "", 1, True),),
    )
    found = problem(anna, planned_at=local(2026, 11, 1, 12)).tables
    assert found.available[0, :4].tolist() == [
        [False, True],
        [True, True],
        [False, True],
        [True] * 2,
    ]
    assert (found.off_cost[0, 0], found.cost[0, 0].tolist()) == (34, [34, 0])


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"faces": (Faces("Arnhem", 3),)}, "no kind is at"),
        ({"faces": (Faces("Oss", 3),)}, "no kind is at"),
        ({"compositions": (Composition(0, ({("late", ""): 1},)),)}, "unknown kind 'late'"),
        ({"compositions": (Composition(9, ({("early", ""): 1},)),)}, "day 9"),
        ({"planned_at": local(2026, 11, 1).replace(tzinfo=None)}, "offset"),
        ({"workers": (Worker("w", Contract("call", notice=Notice(96))),)}, "term of notice"),
        ({"workers": (Worker("w", published=(Published(9, "early", 1),)),)}, "day 9"),
        ({"workers": (Worker("w", published=(Published(0, "", 1),) * 2),)}, "twice"),
    ],
)
def test_what_does_not_fit_together_is_no_problem(told: dict[str, object], why: str) -> None:
    """It is said when the problem is made, not when it is solved."""
    workers = told.pop("workers", ())
    with pytest.raises(NotAProblem, match=why):
        problem(*workers, **told)  # type: ignore[misc]


def test_hours_per_month_need_a_calendar() -> None:
    """Without a first date no month is known."""
    monthly = Worker("anna", Contract("monthly", month_minutes=Limit(maximum=9600)))
    with pytest.raises(NotAProblem, match="first date"):
        Problem("undated", 7, KINDS, (monthly,), ())


def test_a_moment_of_planning_in_another_zone_is_the_same_moment() -> None:
    """The clock of the planner's machine does not matter."""
    contract = Contract("call", notice=Notice(24))
    here = problem(Worker("anna", contract), planned_at=local(2026, 11, 1, 12))
    elsewhere = local(2026, 11, 1, 12).astimezone(timezone(timedelta(hours=-5)))
    there = problem(Worker("anna", contract), planned_at=elsewhere)
    assert here.tables.late[24].tolist() == there.tables.late[24].tolist()
