"""The question as a problem for the engine: what is asked, of whom, at what price."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from flexpool.planning import MaxRuntime, Params, Roster, judge, solve
from flexpool.planning.problem import Worker as Asked
from people import Cast
from rondstroom.rooms.people import actions as people_actions
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.actions.plan import preferences, problem, question
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.queries.placement import (
    OWN_ORGANISATION,
    OWN_TEAM,
    POOL,
    Numbers,
)

pytestmark = pytest.mark.django_db

SUNDAY = MONDAY + timedelta(days=6)
USUAL = Numbers(tier=OWN_TEAM, travel_minutes=10, times_here=1, wish="", owed_minutes=0)


@pytest.fixture
def anna(cast: Cast) -> Worker:
    """Give a carer of PG Vlinder with 16 hours a week."""
    return make_worker("Anna", team=cast.vlinder, minutes_per_week=16 * 60)


def asked(cast: Cast, **changes: Any) -> problem.Asked:
    """Give the problem of PG Vlinder for the week."""
    run = PlanningRun(
        **{
            "organisation": cast.de_linde,
            "team": cast.vlinder,
            "starts_on": MONDAY,
            "ends_on": SUNDAY,
            **changes,
        }
    )
    return problem.asked(question.load(run, NOW), "week")


def of(found: problem.Asked, worker: Worker) -> Asked | None:
    """Give how a worker stands in the problem."""
    return next((one for one in found.problem.workers if one.id == str(worker.pk)), None)


def test_shifts_alike_are_one_kind_day_after_day(cast: Cast, anna: Worker) -> None:
    for day in range(3):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day), places=2)
    make_shift(cast.vlinder, day=MONDAY, start="15:00", end="23:00")
    found = asked(cast).problem
    assert len(found.kinds) == 2
    assert sorted((d.day, d.optimum) for d in found.demands if d.kind == "k0") == [
        (0, 2),
        (1, 2),
        (2, 2),
    ]


@pytest.mark.parametrize(
    "difference",
    [
        {"function": "Helpende"},
        {"skills": ("injecteren",)},
        {"break_minutes": 45},
        {"start": "07:15"},
        {"end": "15:45"},
    ],
)
def test_what_differs_is_another_kind(cast: Cast, anna: Worker, difference: dict[str, Any]) -> None:
    make_shift(cast.vlinder)
    make_shift(cast.vlinder, **difference)
    assert len(asked(cast).problem.kinds) == 2


def test_a_kind_has_the_times_of_the_wall_clock(cast: Cast, anna: Worker) -> None:
    make_night_shift(cast.vlinder)
    (kind,) = asked(cast).problem.kinds
    assert (kind.starts, kind.ends) == (23 * 60, 31 * 60 + 15)
    assert kind.shift_on(MONDAY).period.minutes == 8 * 60 + 15
    assert kind.minutes == 8 * 60 + 15 - 30


def test_only_free_places_are_asked(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder, places=3)
    actions.assign(worker=make_worker("Bram", team=cast.vlinder), shift=shift, **signed())
    (wanted,) = asked(cast).problem.demands
    assert (wanted.optimum, wanted.maximum) == (2, 2)


def test_the_law_and_the_daily_rest_bind_the_engine(cast: Cast, anna: Worker) -> None:
    make_shift(cast.vlinder)
    found = asked(cast).problem
    assert found.lawful
    assert found.rest_minutes == 11 * 60
    assert found.only_demanded
    assert (found.first_date, found.days) == (MONDAY, 7)


def test_who_may_not_is_not_asked(cast: Cast, anna: Worker) -> None:
    make_shift(cast.vlinder)  # by day: Niels works nights only; VIG: Sanne has no diploma
    found = asked(cast)
    assert of(found, anna) is not None
    assert of(found, cast.niels) is None
    assert of(found, cast.sanne) is None
    assert of(found, cast.ruud) is None


def test_a_no_for_one_day_is_a_no_for_that_day(cast: Cast, anna: Worker) -> None:
    for day in range(2):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
    say(anna, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    one = of(asked(cast), anna)
    assert one is not None
    assert one.unavailable == {(0, "k0")}
    assert one.kinds == {"k0"}


def test_a_day_already_worked_is_taken(cast: Cast, anna: Worker) -> None:
    make_shift(cast.vlinder, start="16:00", end="20:00", break_minutes=0)
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), start="16:00", end="20:00")
    early = make_shift(cast.vlinder, start="08:00", end="12:00", break_minutes=0)
    actions.assign(worker=anna, shift=early, **signed())
    one = of(asked(cast), anna)
    assert one is not None
    assert {day for day, _kind in one.unavailable} <= {0}
    assert len(one.locked) == 1
    assert one.history is not None
    assert one.history.minutes == 4 * 60


def test_wishes_have_a_price_and_availability_none(cast: Cast, anna: Worker) -> None:
    for day in range(3):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
    say(
        anna,
        {
            (MONDAY, DayPart.DAY): Wish.AVAILABLE,
            (MONDAY + timedelta(days=1), DayPart.DAY): Wish.RATHER_NOT,
        },
    )
    one = of(asked(cast), anna)
    assert one is not None
    assert {request.day: request.weight for request in one.requests} == {
        1: preferences.RATHER_NOT,
        2: preferences.NO_WORD,
    }
    assert not any(request.is_on for request in one.requests)


def test_contract_hours_are_a_goal_over_the_period(cast: Cast, anna: Worker) -> None:
    make_shift(cast.vlinder)
    one = of(asked(cast), anna)
    assert one is not None
    assert one.contract.minutes is not None
    assert (one.contract.minutes.minimum, one.contract.minutes.maximum) == (960, 960)


def test_people_of_the_pool_have_no_goal_here(cast: Cast) -> None:
    piet = make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    say(piet, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    make_shift(cast.vlinder)
    one = of(asked(cast), piet)
    assert one is not None
    assert one.contract.minutes is None
    assert one.kind_cost["k0"] >= preferences.TIER[POOL]


def test_a_partner_with_another_arrangement_leaves_the_act_itself(cast: Cast, anna: Worker) -> None:
    cast.de_linde.worktime_profile = "care"
    cast.de_linde.save()
    make_shift(cast.vlinder)
    assert asked(cast).problem.law_profile == "care"
    actions.assign(worker=cast.fatima, shift=make_shift(cast.wijkteam, function="VP6"), **signed())
    assert asked(cast).problem.law_profile == "default"


def test_the_answer_points_back_to_people_and_shifts(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    found = asked(cast)
    roster = Roster.from_cells(found.problem, {(str(anna.pk), 2): ("k0", "")})
    ((worker_id, shifts),) = found.answer(roster)
    assert worker_id == anna.pk
    assert [one.shift_id for one in shifts] == [shift.pk]


def test_an_open_place_costs_more_than_filling_it_from_the_pool(cast: Cast) -> None:
    piet = make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    say(piet, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    make_shift(cast.vlinder)
    found = asked(cast).problem
    filled = Roster.from_cells(found, {(str(piet.pk), 0): ("k0", "")})
    assert judge(found, filled).objective < judge(found, Roster.empty(found)).objective


# ------------------------------------------------------------------ the prices


@pytest.mark.parametrize(
    ("cheap", "dear"),
    [
        (USUAL, replace(USUAL, tier=OWN_ORGANISATION)),
        (replace(USUAL, tier=OWN_ORGANISATION), replace(USUAL, tier=POOL)),
        (USUAL, replace(USUAL, times_here=0)),
        (USUAL, replace(USUAL, travel_minutes=60)),
        (USUAL, replace(USUAL, travel_minutes=None)),
    ],
)
def test_near_is_cheaper_than_far(cheap: Numbers, dear: Numbers) -> None:
    assert preferences.price(cheap) < preferences.price(dear) < preferences.OPEN_PLACE


def test_wishes_in_order_of_price() -> None:
    prices = [preferences.price_of_wish(wish) for wish in (Wish.AVAILABLE, "", Wish.RATHER_NOT)]
    assert prices == sorted(prices)
    assert prices[0] == 0


@pytest.mark.parametrize(("agreed", "most"), [(0, 2400), (960, 2400), (2880, 2880)])
def test_nobody_is_proposed_above_the_week(agreed: int, most: int) -> None:
    week = preferences.contract(agreed, 7, 1).week_minutes
    assert week is not None
    assert (week.maximum, week.over_weight) == (most, None)


@pytest.mark.parametrize(("weekends", "most"), [(1, 1), (2, 1), (4, 2), (5, 3)])
def test_half_of_the_weekends_is_the_goal(weekends: int, most: int) -> None:
    limit = preferences.contract(960, weekends * 7, weekends).weekends
    assert limit is not None
    assert limit.maximum == most
    assert limit.over_weight


def agree_on(worker: Worker, cast: Cast, *weekdays: int) -> None:
    """Let a worker have agreed to come on these weekdays only."""
    tie = worker.engagements.get(organisation=cast.de_linde)
    times = [(weekday, time(7), time(16)) for weekday in weekdays]
    people_actions.agree_times(engagement=tie, times=times, **signed())


def test_days_that_were_not_agreed_have_a_price_unless_offered(cast: Cast, anna: Worker) -> None:
    """Below somebody else of the house, above somebody of another (BW 7:628b)."""
    for day in range(3):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
    agree_on(anna, cast, 0)
    say(anna, {(MONDAY + timedelta(days=2), DayPart.DAY): Wish.AVAILABLE})
    found = asked(cast)
    one = of(found, anna)
    assert one is not None
    assert one.beyond_agreed == {(1, "k0")}
    price = found.problem.terms.beyond_agreed
    assert preferences.TIER[OWN_ORGANISATION] < price < preferences.TIER[POOL]


def test_the_engine_takes_who_may_not_refuse(cast: Cast, anna: Worker) -> None:
    bram = make_worker("Bram", team=cast.vlinder, minutes_per_week=16 * 60)
    make_shift(cast.vlinder)
    agree_on(anna, cast, 1)
    found = asked(cast)
    result = solve(found.problem, MaxRuntime(5), seed=1, params=Params(solver="cpsat"))
    assert result.roster is not None
    assert [worker for worker, _ in found.answer(result.roster)] == [bram.pk]
