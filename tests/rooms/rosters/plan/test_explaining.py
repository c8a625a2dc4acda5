"""The explanation that a run keeps: codes and numbers for each line and each open place."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.actions import agree_times
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters.actions.plan import question
from rondstroom.rooms.rosters.actions.plan.bench import Bench
from rondstroom.rooms.rosters.actions.plan.explaining import NOT_OFFERED, WORKS_THAT_DAY, explained
from rondstroom.rooms.rosters.models import PlanningRun

pytestmark = pytest.mark.django_db


def bench_of(cast: Cast) -> Bench:
    """Give an empty bench for the week of PG Vlinder."""
    run = PlanningRun(
        organisation=cast.de_linde,
        team=cast.vlinder,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=6),
    )
    return Bench(question.load(run, NOW))


def take(bench: Bench, worker_id: int, shift: Shift) -> None:
    """Propose a worker for a shift."""
    meant = [one for one in bench.known.shifts if one.shift_id == shift.pk]
    assert bench.take(worker_id, meant)


def test_a_line_says_who_else_could_and_what_that_costs(cast: Cast) -> None:
    anna, bram = (make_worker(name, team=cast.vlinder) for name in ("Anna", "Bram"))
    say(bram, {(MONDAY, DayPart.DAY): Wish.RATHER_NOT})
    say(anna, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    shift = make_shift(cast.vlinder)
    bench = bench_of(cast)
    take(bench, anna.pk, shift)
    line = explained(bench)["lines"][f"{shift.pk}-{anna.pk}"]
    assert line["others"] >= 1
    assert line["next"] in bench.known.judges
    assert line["next"] != anna.pk
    assert isinstance(line["more"], int)


def test_an_open_place_counts_for_each_worker_what_keeps_them_off(cast: Cast) -> None:
    say(cast.fatima, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    shift = make_shift(cast.vlinder)  # Niels works nights only, Sanne has no diploma for it
    (one,) = explained(bench_of(cast))["open"]
    assert (one["shift"], one["short"], one["others"]) == (shift.pk, 1, 0)
    assert one["kept_off"]["matching.unavailable"] >= 1
    assert sum(one["kept_off"].values()) == len(bench_of(cast).known.judges)


def test_who_lacks_one_thing_only_is_counted_by_that_thing(cast: Cast) -> None:
    say(cast.fatima, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    make_shift(cast.vlinder)
    (one,) = explained(bench_of(cast))["open"]
    assert one["nearly"]["matching.unavailable"] >= 1
    assert sum(one["nearly"].values()) <= sum(one["kept_off"].values())


def test_a_proposed_shift_keeps_somebody_off_the_next(cast: Cast) -> None:
    """The open place is judged beside the proposal: whoever stands there already is busy."""
    say(cast.niels, {(MONDAY, part): Wish.UNAVAILABLE for part in DayPart})
    anna = make_worker("Anna", team=cast.vlinder)
    say(cast.fatima, {(MONDAY, part): Wish.UNAVAILABLE for part in DayPart})
    day, night = make_shift(cast.vlinder), make_night_shift(cast.vlinder)
    bench = bench_of(cast)
    take(bench, anna.pk, day)
    (one,) = explained(bench)["open"]
    assert one["shift"] == night.pk
    assert one["kept_off"]["explanation.busy"] == 1


def test_somebody_of_the_pool_who_did_not_offer_is_said_to_be_so(cast: Cast) -> None:
    make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    make_shift(cast.vlinder)
    (one,) = explained(bench_of(cast))["open"]
    assert one["kept_off"].get(NOT_OFFERED, 0) >= 1
    assert WORKS_THAT_DAY not in one["kept_off"]


def test_without_open_shifts_there_is_nothing_to_explain(cast: Cast) -> None:
    assert explained(bench_of(cast)) == {}


def test_no_names_are_kept(cast: Cast) -> None:
    """The explanation is kept with the run: numbers of people, never who they are."""
    anna = make_worker("Anna Annasdochter", team=cast.vlinder)
    bench = bench_of_with(cast, anna.pk)
    assert "Anna" not in str(explained(bench))


def bench_of_with(cast: Cast, worker_id: int) -> Bench:
    """Give a bench with one line, and one place left open."""
    shift = make_shift(cast.vlinder)
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    bench = bench_of(cast)
    take(bench, worker_id, shift)
    return bench


def test_a_line_outside_the_agreed_days_says_that_it_may_be_refused(cast: Cast) -> None:
    anna = make_worker("Anna", team=cast.vlinder)
    shift = make_shift(cast.vlinder)
    tie = anna.engagements.get(organisation=cast.de_linde)
    agree_times(engagement=tie, times=[(1, time(7), time(16))], **signed())
    bench = bench_of(cast)
    take(bench, anna.pk, shift)
    assert explained(bench)["lines"][f"{shift.pk}-{anna.pk}"]["may_refuse"]
    say(anna, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})  # an offer is a yes
    bench = bench_of(cast)
    take(bench, anna.pk, shift)
    assert not explained(bench)["lines"][f"{shift.pk}-{anna.pk}"]["may_refuse"]
