"""A plan over a whole pool: from what people offered, lawfully, in fair shares, decided apart."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from factories.demand import make_night_shift, make_shift
from factories.identity import make_account, make_role
from factories.moments import MONDAY, NOW
from factories.organisations import make_pool, make_team
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions, permissions, queries
from rondstroom.rooms.rosters.actions.plan import fair_share, preferences, question
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.queries.placement import POOL
from rondstroom.rooms.rosters.states import AssignmentState, RunState

pytestmark = pytest.mark.django_db

SUNDAY = MONDAY + timedelta(days=6)
DAYS = [MONDAY + timedelta(days=number) for number in range(7)]
_clock = timezone.now


@pytest.fixture(autouse=True)
def now_is_the_tests_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the run begin at the moment of which the tests speak."""
    began = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: NOW + (_clock() - began))


def ask(cast: Cast, **changes: Any) -> PlanningRun:
    """Ask for a plan of the pool for the week."""
    wanted = {
        "pool": organisations.pool_by_name("Pool Midden-Gelderland"),
        "starts_on": MONDAY,
        "ends_on": SUNDAY,
        "seconds": 2,
        "by": cast.coen,
        "at": NOW,
    }
    return actions.ask_for_region(**{**wanted, **changes})


def offering(name: str, cast: Cast, *, willing_for: list[Any], **fields: Any) -> Worker:
    """Give a carer of Rijnzicht who offers all days of the week, also elsewhere."""
    one = make_worker(name, organisation=cast.rijnzicht, willing_for=willing_for, **fields)
    say(one, {(day, DayPart.DAY): Wish.AVAILABLE for day in DAYS})
    return one


def proposed(run: PlanningRun) -> dict[str, list[tuple[str, int]]]:
    """Give by organisation who is proposed for which shift."""
    return {
        part.organisation.name: [(line.worker.name, line.shift_id) for line in part.lines.all()]
        for part in run.parts.all()
    }


def test_each_organisation_gets_its_part_and_its_planner_decides(cast: Cast) -> None:
    offering("Pool", cast, willing_for=[cast.de_linde, cast.molenpoort])
    here = make_shift(cast.vlinder)
    there = make_shift(cast.wijkteam, day=DAYS[1])
    run = actions.perform_plan(ask(cast).pk)
    assert (run.state, run.failure) == (RunState.PROPOSED, "")
    assert proposed(run) == {"De Linde": [("Pool", here.pk)], "Molenpoort": [("Pool", there.pk)]}
    assert run.lines.count() == 0
    mine = run.parts.get(organisation=cast.de_linde)
    assert mine in queries.runs_of(cast.de_linde.pk)
    assert mine not in queries.runs_of(cast.molenpoort.pk)
    assert (mine.result["before"]["filled"], mine.result["after"]["filled"]) == (0, 1)
    ids = [line.pk for line in queries.lines_of(mine.pk)]
    decision = actions.accept_lines(run=mine, line_ids=ids, by=cast.pia, at=NOW)
    assert [line.worker.name for line in decision.accepted] == ["Pool"]
    (made,) = queries.assignments_of_shifts([here.pk])[here.pk]
    assert made.state == AssignmentState.PLANNED
    assert queries.decided_parts(run.pk) == {
        cast.de_linde.pk: {"accepted": 1},
        cast.molenpoort.pk: {"open": 1},
    }


def test_only_who_offered_is_proposed_own_people_too(cast: Cast) -> None:
    make_worker("Stil", team=cast.vlinder)
    make_shift(cast.vlinder)
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    assert proposed(run) == {}
    (share,) = run.result["shares"]
    assert (share["open"], share["proposed"]) == (1, 0)


def test_own_people_go_before_the_pool_and_nobody_is_taken_away(cast: Cast) -> None:
    own = make_worker("Eigen", team=cast.vlinder, willing_for=[cast.molenpoort])
    say(own, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    offering("Pool", cast, willing_for=[cast.de_linde, cast.molenpoort])
    here, there = make_shift(cast.vlinder), make_shift(cast.wijkteam)
    run = actions.perform_plan(ask(cast).pk)
    assert proposed(run) == {"De Linde": [("Eigen", here.pk)], "Molenpoort": [("Pool", there.pk)]}
    assert [(one["proposed"], one["borrowed"]) for one in run.result["shares"]] == [(1, 0), (1, 1)]


def test_too_few_people_are_shared_in_proportion(cast: Cast) -> None:
    for number in range(3):
        offering(f"Pool {number}", cast, willing_for=[cast.de_linde, cast.molenpoort])
    # Six places here and three there on one day, and three people: two and one is fair.
    for number in range(6):
        make_shift(make_team(f"Team {number}", cast.de_linde))
    for number in range(3):
        make_shift(make_team(f"Wijk {number}", cast.molenpoort, pc4="6811"))
    run = actions.perform_plan(ask(cast, seconds=4).pk)
    assert {name: len(lines) for name, lines in proposed(run).items()} == {
        "De Linde": 2,
        "Molenpoort": 1,
    }


def test_the_ladder_is_lower_than_what_sets_own_people_apart(cast: Cast) -> None:
    for number in range(4):
        make_shift(cast.vlinder, day=DAYS[number], places=2)
    make_shift(cast.wijkteam)
    known = question.load(ask(cast), NOW)
    prices = fair_share.open_prices(known)
    ladder = [prices[s.shift_id] for s in known.open_shifts if s.team_id == cast.vlinder.pk]
    assert ladder == sorted(ladder, reverse=True)
    assert max(prices.values()) == preferences.OPEN_PLACE + preferences.FAIR_SHARE
    tops = {one.organisation_id: 0 for one in known.open_shifts}
    for one in known.open_shifts:
        tops[one.organisation_id] = max(tops[one.organisation_id], prices[one.shift_id])
    assert len(set(tops.values())) == 1
    lowest_step = preferences.TIER[POOL] - max(
        price for tier, price in preferences.TIER.items() if tier != POOL
    )
    assert lowest_step > preferences.FAIR_SHARE


def test_concepts_and_organisations_outside_the_pool_are_left_alone(cast: Cast) -> None:
    offering("Pool", cast, willing_for=[cast.de_linde, cast.zonder_pool])
    make_shift(cast.vlinder, state=ShiftState.DRAFT)
    make_shift(cast.elsewhere)
    with pytest.raises(actions.UnableToPlan, match="staat niets meer open"):
        ask(cast)


def test_the_law_looks_over_all_organisations(cast: Cast) -> None:
    one = offering("Pool", cast, willing_for=[cast.de_linde, cast.molenpoort])
    say(one, {(day, DayPart.NIGHT): Wish.AVAILABLE for day in DAYS})
    make_night_shift(cast.wijkteam)
    make_shift(cast.vlinder, day=DAYS[1])
    run = actions.perform_plan(ask(cast).pk)
    assert sum(len(lines) for lines in proposed(run).values()) == 1


def test_nobody_gets_two_shifts_a_day_at_two_places(cast: Cast) -> None:
    offering("Pool", cast, willing_for=[cast.de_linde, cast.molenpoort])
    make_shift(cast.vlinder, start="07:00", end="10:00", break_minutes=0)
    make_shift(cast.wijkteam, start="12:00", end="15:00", break_minutes=0)
    run = actions.perform_plan(ask(cast).pk)
    found = Counter(name for lines in proposed(run).values() for name, _shift in lines)
    assert found == {"Pool": 1}


def test_one_plan_at_a_time_for_a_pool_and_another_pool_may(cast: Cast) -> None:
    make_shift(cast.vlinder)
    ask(cast)
    with pytest.raises(actions.UnableToPlan, match="loopt al"):
        ask(cast)
    other = make_pool(cast.zonder_pool, cast.de_linde, name="Andere pool")
    assert ask(cast, pool=other).state == RunState.QUEUED
    alone = actions.ask_for_plan(
        organisation=cast.de_linde,
        team=None,
        starts_on=MONDAY,
        ends_on=SUNDAY,
        seconds=1,
        by=cast.pia,
        at=NOW,
    )
    assert alone.state == RunState.QUEUED


def test_asking_is_written_down_without_an_organisation(cast: Cast) -> None:
    make_shift(cast.vlinder)
    run = ask(cast)
    (entry,) = journal.entries_about(f"run:{run.pk}")
    assert (entry.event, entry.organisation_id) == ("rosters.plan.asked", None)
    assert queries.run_of_region(run.pk) == run
    assert list(queries.runs_of_region()) == [run]


def test_may_plan_region_is_the_coordinator_only(cast: Cast) -> None:
    assert permissions.may_plan_region(cast.coen)
    admin = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, None)
    for other in (cast.pia, cast.bas, cast.petra, cast.otto, admin):
        assert not permissions.may_plan_region(other)
