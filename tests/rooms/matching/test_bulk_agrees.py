"""The bulk questions give what one question at a time gives, whoever works what."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from functools import cache

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.organisations import make_organisation, make_pool, make_postcodes, make_team
from factories.people import make_engagement, make_worker, say
from factories.skills import make_substitution
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries
from rondstroom.rooms.organisations.models import Team
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.django_db

FUNCTIONS = ("Helpende", "VIG", "VP4")
TIMES = (("07:00", "15:30"), ("15:00", "23:00"), ("22:45", "07:15"), ("09:00", "12:00"))
FORTNIGHT = NOW + timedelta(days=14)
Single = Callable[[Worker, Shift], queries.Eligibility]
OF_THE_SHIFT = {"matching.not-published", "matching.past", "matching.full"}


class _UndoneAgain(Exception):
    """Ends a try: its transaction is rolled back, the database is as before."""


def region(chance: random.Random) -> tuple[list[Worker], list[Shift]]:
    """Give people and shifts of three organisations, two of which share a pool."""
    make_postcodes()
    here, there, alone = (make_organisation(name) for name in ("Hier", "Daar", "Alleen"))
    make_pool(here, there)
    for lower, higher in (("Helpende", "VIG"), ("VIG", "VP4")):
        make_substitution(lower, by=higher)
    teams = [
        make_team(f"Team {number}", organisation, pc4=chance.choice(["6811", "6901", "7001"]))
        for number, organisation in enumerate((here, here, there, alone))
    ]
    workers = [_worker(chance, number, teams) for number in range(5)]
    shifts = [_shift(chance, teams) for _turn in range(14)]
    for _turn in range(10):
        try:
            rosters.assign(worker=chance.choice(workers), shift=chance.choice(shifts), **signed())
        except UnableToAct:
            continue
    return workers, shifts


def _worker(chance: random.Random, number: int, teams: list[Team]) -> Worker:
    team = chance.choice(teams)
    worker = make_worker(
        f"Werker {number}",
        function=chance.choice(FUNCTIONS),
        team=team,
        without=chance.choice(["", "", "", "conduct", "register"]),
        skills=chance.choice([(), ("injecteren",)]),
        home_pc4=chance.choice(["6811", "6511", ""]),
        max_travel_minutes=chance.choice([15, 45, 120]),
        minutes_per_week=chance.choice([0, 960]),
        willing_for=chance.choice([[], [team.location.organisation for team in teams]]),
        with_account=False,
    )
    if chance.random() < 0.3:
        other = chance.choice(teams)
        make_engagement(
            worker, other.location.organisation, team=other, personnel_number=f"X{worker.pk}"
        )
    if chance.random() < 0.3:
        day = MONDAY + timedelta(days=chance.randrange(4))
        people.declare_work(
            worker=worker,
            starts_at=moment(day, "18:00"),
            ends_at=moment(day, "22:00"),
            **signed(),
        )
    say(
        worker,
        {
            (MONDAY + timedelta(days=chance.randrange(5)), chance.choice(list(DayPart))): wish
            for wish in Wish
        },
    )
    return worker


def _shift(chance: random.Random, teams: list[Team]) -> Shift:
    start, end = chance.choice(TIMES)
    return make_shift(
        chance.choice(teams),
        day=MONDAY + timedelta(days=chance.randrange(5)),
        start=start,
        end=end,
        function=chance.choice([*FUNCTIONS, ""]),
        skills=chance.choice([(), (), ("injecteren",)]),
        places=chance.choice([1, 1, 2]),
        state=chance.choice([ShiftState.PUBLISHED, ShiftState.PUBLISHED, ShiftState.DRAFT]),
    )


def asked_singly() -> Single:
    """Give the single question, asked once about each pair: nothing changes between the checks."""
    return cache(lambda worker, shift: queries.eligibility(worker, shift, NOW))


def check_lists(workers: list[Worker], shifts: list[Shift], ask: Single) -> None:
    """Hold each worker's list against the single question."""
    for worker in workers:
        found = queries.shifts_for(worker, NOW, NOW + timedelta(days=14), NOW)
        may = {card.shift.pk: card.eligibility for card in found.may}
        hidden = {shift.pk: set(reasons) for shift, reasons in found.hidden}
        assert not set(may) & set(hidden)
        for shift in shifts:
            single = ask(worker, shift)
            assert (shift.pk in may) is single.ok
            if single.ok:
                assert may[shift.pk] == single
            elif shift.pk in hidden:
                assert hidden[shift.pk] == set(single.reasons)
            else:
                kept_out = {"matching.not-published", "matching.not-in-pool"}
                assert kept_out & {reason.rule for reason in single.reasons}


def check_workable(workers: list[Worker], shifts: list[Shift]) -> None:
    """Hold the quick list, and what is offered instead of a shift, against the list of all."""
    for worker in workers:
        slow = queries.shifts_for(worker, NOW, FORTNIGHT, NOW)
        quick = queries.workable_shifts(worker, NOW, FORTNIGHT, NOW)
        assert (quick.may, quick.offered) == (slow.may, slow.offered)
        counted = queries.hidden_counts(worker, NOW, FORTNIGHT, NOW)
        assert counted.hidden_counts == slow.hidden_counts
        assert counted.hidden_total == slow.hidden_total
        may = {card.shift.pk for card in slow.may}
        _answer, judge = queries.judged(worker, shifts[0], NOW)
        others = queries.alternatives(judge, shifts[0], NOW, limit=len(shifts))
        assert set(others) == may - {shifts[0].pk}
        near = [card.shift.pk for card in queries.similar_shifts(worker, shifts[0], NOW, 99)]
        assert sorted(near) == sorted(others)


def check_too_late(workers: list[Worker], shifts: list[Shift]) -> None:
    """Hold what who comes too late is told against the single questions, full or not."""
    for worker in workers:
        for shift in shifts[:6]:
            answer, others = queries.judged_with_others(worker, shift, NOW)
            single, judge = queries.judged(worker, shift, NOW, alone=True)
            assert answer == single
            assert others == queries.alternatives(judge, shift, NOW)
            full, also = queries.judged_with_others(worker, shift, NOW, is_full=True)
            assert "matching.full" in {reason.rule for reason in full.reasons}
            assert {*full.reasons} - {*single.reasons} <= {
                one for one in full.reasons if one.rule == "matching.full"
            }
            assert also == others


def check_candidates(workers: list[Worker], shifts: list[Shift], ask: Single) -> None:
    """Hold each planner's list against the single question, the state of the shift aside."""
    for shift in shifts[:5]:
        found = queries.candidates(shift, NOW)
        shown = {one.worker_id: one for one in [*found.eligible, *found.almost]}
        eligible = {one.worker_id for one in found.eligible}
        for worker in workers:
            single = ask(worker, shift)
            about = [one for one in single.reasons if one.rule not in OF_THE_SHIFT]
            assert (worker.pk in eligible) is (not about)
            if worker.pk in shown:
                one = shown[worker.pk]
                assert set(one.missing) == set(about)
                assert one.eligibility.tier == single.tier
                assert one.eligibility.travel_minutes == single.travel_minutes
                assert one.eligibility.times_here == single.times_here
                assert one.eligibility.owed_minutes == single.owed_minutes


def check_assigning(workers: list[Worker], shifts: list[Shift], ask: Single) -> None:
    """Whoever is eligible can be assigned, and what gate or law refuse is never eligible."""
    for worker in workers:
        for shift in shifts[:6]:
            single = ask(worker, shift)
            refused = ""
            try:
                with transaction.atomic():
                    rosters.assign(worker=worker, shift=shift, **signed())
                    raise _UndoneAgain
            except rosters.UnableToAssign as raised:
                refused = raised.code
            except _UndoneAgain:
                pass
            assert not (single.ok and refused)
            if refused in ("gate", "law", "rest", "overlap"):
                assert not single.ok


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=some.integers(0, 10_000))
def test_many_at_once_give_what_one_at_a_time_gives(seed: int) -> None:
    try:
        with transaction.atomic():
            workers, shifts = region(random.Random(seed))
            ask = asked_singly()
            check_lists(workers, shifts, ask)
            check_workable(workers, shifts)
            check_too_late(workers, shifts)
            check_candidates(workers, shifts, ask)
            check_assigning(workers, shifts, ask)
            raise _UndoneAgain
    except _UndoneAgain:
        pass
