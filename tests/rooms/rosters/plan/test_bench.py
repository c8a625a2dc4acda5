"""Proposals judged one after the other, the roster made by hand, and the figures beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.actions.plan import by_hand, preferences, question
from rondstroom.rooms.rosters.actions.plan.bench import Bench
from rondstroom.rooms.rosters.actions.plan.figures import Standing, figures
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.queries.placement import ShiftFacts

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def anna(cast: Cast) -> Worker:
    """Give a carer of PG Vlinder."""
    return make_worker("Anna", team=cast.vlinder)


def bench_of(cast: Cast) -> Bench:
    """Give an empty bench for the week of PG Vlinder."""
    run = PlanningRun(
        organisation=cast.de_linde, team=cast.vlinder, starts_on=MONDAY, ends_on=SUNDAY
    )
    return Bench(question.load(run, NOW))


def facts(bench: Bench, shift: Shift) -> ShiftFacts:
    """Give a shift as the bench knows it."""
    return next(one for one in bench.known.shifts if one.shift_id == shift.pk)


def test_a_lawful_proposal_is_taken(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder)
    bench = bench_of(cast)
    assert bench.take(anna.pk, [facts(bench, shift)])
    assert [(who, one.shift_id) for who, one in bench.taken] == [(anna.pk, shift.pk)]
    assert list(bench.open_places()) == []


def test_of_shifts_alike_the_first_with_a_place_is_meant(cast: Cast, anna: Worker) -> None:
    first, second = make_shift(cast.vlinder), make_shift(cast.vlinder)
    bram = make_worker("Bram", team=cast.vlinder)
    bench = bench_of(cast)
    alike = [facts(bench, first), facts(bench, second)]
    assert bench.take(anna.pk, alike)
    assert bench.take(bram.pk, alike)
    assert [one.shift_id for _who, one in bench.taken] == [first.pk, second.pk]
    assert not bench.take(make_worker("Chris", team=cast.vlinder).pk, alike)
    assert bench.refused == 1


@pytest.mark.parametrize(
    ("day", "start", "end", "is_taken"),
    [
        (TUESDAY, "05:30", "13:00", False),  # too short a rest after the late
        (TUESDAY, "15:00", "23:00", True),
        (MONDAY, "07:00", "11:00", False),  # a second shift on the day
        (MONDAY, "16:00", "20:00", False),  # at the same time
    ],
)
def test_what_was_taken_before_counts(
    cast: Cast, anna: Worker, day: object, start: str, end: str, is_taken: bool
) -> None:
    late = make_shift(cast.vlinder, start="15:00", end="23:00")
    then = make_shift(cast.vlinder, day=day, start=start, end=end, break_minutes=30)
    bench = bench_of(cast)
    assert bench.take(anna.pk, [facts(bench, late)])
    assert bench.take(anna.pk, [facts(bench, then)]) is is_taken


def test_five_short_weeks_are_refused_by_the_law_over_all_work(cast: Cast, anna: Worker) -> None:
    shifts = [
        make_shift(
            cast.vlinder,
            day=MONDAY + timedelta(days=day),
            start="07:00",
            end="18:00",
            break_minutes=45,
        )
        for day in range(7)
    ]
    bench = bench_of(cast)
    taken = [bench.take(anna.pk, [facts(bench, shift)]) for shift in shifts]
    assert taken.count(True) < 7
    assert bench.refused == taken.count(False)


def test_who_is_unknown_or_may_not_is_refused(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    bench = bench_of(cast)
    assert not bench.take(10_000, [facts(bench, shift)])
    assert not bench.take(cast.sanne.pk, [facts(bench, shift)])
    assert bench.refused == 2


def test_made_by_hand_every_place_goes_to_somebody_who_may(cast: Cast) -> None:
    for name in ("Anna", "Bram", "Chris"):
        make_worker(name, team=cast.vlinder)
    for day in range(5):
        for start, end in (("07:00", "15:00"), ("15:00", "23:00")):
            make_shift(cast.vlinder, day=MONDAY + timedelta(days=day), start=start, end=end)
    bench = bench_of(cast)
    by_hand.fill(bench)
    assert len(bench.taken) == 10
    assert bench.refused == 0
    minutes: dict[int, int] = {}
    for who, shift in bench.taken:
        minutes[who] = minutes.get(who, 0) + shift.as_work.work_minutes
    assert max(minutes.values()) <= preferences.WEEK_MINUTES


def test_made_by_hand_own_people_go_before_the_pool(cast: Cast, anna: Worker) -> None:
    piet = make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    say(piet, {(MONDAY, DayPart.DAY): Wish.AVAILABLE, (TUESDAY, DayPart.DAY): Wish.AVAILABLE})
    say(anna, {(TUESDAY, DayPart.DAY): Wish.UNAVAILABLE})
    say(cast.fatima, {(day, DayPart.DAY): Wish.UNAVAILABLE for day in (MONDAY, TUESDAY)})
    shifts = [make_shift(cast.vlinder, day=day) for day in (MONDAY, TUESDAY)]
    bench = bench_of(cast)
    by_hand.fill(bench)
    by_shift = {shift.shift_id: who for who, shift in bench.taken}
    assert by_shift == {shifts[0].pk: anna.pk, shifts[1].pk: piet.pk}


# ------------------------------------------------------------------ figures


def test_the_figures_of_an_empty_week_are_noughts(cast: Cast) -> None:
    make_shift(cast.vlinder, places=2)
    found = figures(Standing(bench_of(cast).known, (), {}))
    assert found == {
        "places": 2,
        "filled": 0,
        "own_team": 0.0,
        "own_organisation": 0.0,
        "pool": 0.0,
        "anw_share": 0.0,
        "findings": 0,
        "unmet_hours": {"functie VIG": 16.0},
    }


def test_hours_go_to_their_tier_and_irregular_hours_are_a_share(cast: Cast, anna: Worker) -> None:
    piet = make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    other_team = make_worker("Bram", organisation=cast.de_linde)
    by_day = make_shift(cast.vlinder)
    at_night = make_night_shift(cast.vlinder, day=TUESDAY)
    on_sunday = make_shift(cast.vlinder, day=SUNDAY)
    for worker, shift in ((anna, by_day), (other_team, at_night), (piet, on_sunday)):
        actions.assign(worker=worker, shift=shift, **signed())
    found = figures(Standing(bench_of(cast).known, (), {}))
    assert (found["own_team"], found["own_organisation"], found["pool"]) == (8.0, 7.75, 8.0)
    assert found["anw_share"] == pytest.approx(15.75 / 23.75, abs=1e-4)
    assert found["unmet_hours"] == {}


def test_breaches_are_counted_with_what_is_proposed(cast: Cast, anna: Worker) -> None:
    late = make_shift(cast.vlinder, start="14:30", end="23:30")
    early = make_shift(cast.vlinder, day=TUESDAY, start="07:00", end="15:30")
    actions.assign(worker=anna, shift=late, **signed())
    actions.assign(worker=anna, shift=early, override_reason="griep", **signed())
    found = figures(Standing(bench_of(cast).known, (), {}))
    assert found["findings"] >= 1


def test_proposed_hours_are_added(cast: Cast, anna: Worker) -> None:
    shift = make_shift(cast.vlinder)
    bench = bench_of(cast)
    bench.take(anna.pk, [facts(bench, shift)])
    found = figures(Standing(bench.known, tuple(bench.taken), bench.records))
    assert (found["filled"], found["own_team"], found["findings"]) == (1, 8.0, 0)
