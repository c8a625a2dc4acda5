"""The planning run: what is asked, how it goes, what is proposed, what a person decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.utils import timezone

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions, queries, tasks
from rondstroom.rooms.rosters.actions.plan import performing
from rondstroom.rooms.rosters.models import Assignment, PlanningRun
from rondstroom.rooms.rosters.states import AssignmentState, LineState, RunState

pytestmark = pytest.mark.django_db

SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture(autouse=True)
def now_is_the_tests_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the run begin at the moment of which the tests speak."""
    began = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: NOW + (_clock() - began))


_clock = timezone.now


def ask(cast: Cast, **changes: Any) -> PlanningRun:
    """Ask for a plan of PG Vlinder for the week."""
    wanted = {
        "organisation": cast.de_linde,
        "team": cast.vlinder,
        "starts_on": MONDAY,
        "ends_on": SUNDAY,
        "seconds": 4,
        "by": cast.pia,
        "at": NOW,
    }
    return actions.ask_for_plan(**{**wanted, **changes})


def lines(run: PlanningRun) -> list[tuple[str, int]]:
    """Give who is proposed for which shift."""
    return [(line.worker.name, line.shift_id) for line in queries.lines_of(run.pk)]


@pytest.fixture
def team(cast: Cast) -> list[Worker]:
    """Give four carers of PG Vlinder."""
    return [
        make_worker(name, team=cast.vlinder, minutes_per_week=16 * 60)
        for name in ("Anna", "Bram", "Chris", "Dirk")
    ]


def test_a_week_is_planned_lawfully_and_taken_over(cast: Cast, team: list[Worker]) -> None:
    for number in range(5):
        day = MONDAY + timedelta(days=number)
        make_shift(cast.vlinder, day=day)
        make_shift(cast.vlinder, day=day, start="15:00", end="23:00")
        make_night_shift(cast.vlinder, day=day)
    run = actions.perform_plan(ask(cast).pk)
    assert (run.state, run.failure) == (RunState.PROPOSED, "")
    before, after = run.result["before"], run.result["after"]
    assert (before["places"], before["filled"], before["findings"]) == (15, 0, 0)
    proposed = lines(run)
    assert after["filled"] == len(proposed) >= 12
    assert after["findings"] == 0
    assert after["unmet_hours"].get("functie VIG", 0) < before["unmet_hours"]["functie VIG"]
    assert 0 < after["anw_share"] < 1
    assert all("eigen team" in line.reasons for line in queries.lines_of(run.pk))
    decision = actions.accept_lines(
        run=run, line_ids=[line.pk for line in queries.lines_of(run.pk)], by=cast.pia, at=NOW
    )
    assert len(decision.accepted) == len(proposed)
    assert decision.refused == ()
    assert queries.findings_of_team(cast.vlinder.pk, MONDAY, SUNDAY) == {}
    run.refresh_from_db()
    assert run.state == RunState.CLOSED
    assert set(Assignment.objects.values_list("state", flat=True)) == {AssignmentState.PLANNED}
    period = actions.publish_roster(
        team=cast.vlinder, starts_on=MONDAY, ends_on=SUNDAY, by=cast.pia, at=NOW
    )
    assert period.published_by == "Pia"
    assert set(Assignment.objects.values_list("state", flat=True)) == {AssignmentState.CONFIRMED}


def test_progress_holds_the_history_and_a_beat(cast: Cast, team: list[Worker]) -> None:
    make_shift(cast.vlinder)
    told: list[Any] = []
    run = actions.perform_plan(ask(cast, seconds=1).pk, told.append)
    assert told
    assert run.progress["history"][-1][1] is not None
    assert run.progress["beat_at"]


def test_own_people_go_before_the_pool(cast: Cast, team: list[Worker]) -> None:
    pool = make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    say(pool, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    shift = make_shift(cast.vlinder)
    run = actions.perform_plan(ask(cast, seconds=2).pk)
    ((name, shift_id),) = lines(run)
    assert shift_id == shift.pk
    assert name in {"Anna", "Bram", "Chris", "Dirk"}


@pytest.mark.parametrize("wish", [Wish.AVAILABLE, None])
def test_people_of_the_pool_only_when_they_offered(cast: Cast, wish: Wish | None) -> None:
    pool = make_worker("Piet", organisation=cast.molenpoort, willing_for=[cast.de_linde])
    say(pool, {(MONDAY, DayPart.DAY): wish})
    say(cast.fatima, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    make_shift(cast.vlinder)
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    assert [name for name, _shift in lines(run)] == (["Piet"] if wish else [])


def test_nobody_is_proposed_against_an_own_no_or_without_proof(cast: Cast) -> None:
    say(cast.fatima, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    make_shift(cast.vlinder)  # Niels works nights only, Sanne has no diploma for it
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    assert run.state == RunState.PROPOSED
    assert lines(run) == []
    assert run.result["after"]["unmet_hours"] == {"functie VIG": 8.0}


def test_what_stands_already_stays_and_counts(cast: Cast, team: list[Worker]) -> None:
    late = make_shift(cast.vlinder, start="15:00", end="23:30")
    for worker in team:
        for shift in (make_shift(cast.wijkteam, start="15:00", end="23:30"),):
            people.set_willingness(worker=worker, organisations=[cast.molenpoort], **signed())
            actions.assign(worker=worker, shift=shift, **signed())
    say(cast.fatima, {(MONDAY, part): Wish.UNAVAILABLE for part in DayPart})
    early = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    say(cast.fatima, {(MONDAY + timedelta(days=1), DayPart.DAY): Wish.UNAVAILABLE})
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    assert {late.pk, early.pk}.isdisjoint(shift for _name, shift in lines(run))


def test_a_line_that_cannot_be_any_more_is_refused_and_says_why(
    cast: Cast, team: list[Worker]
) -> None:
    shift = make_shift(cast.vlinder)
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    (line,) = queries.lines_of(run.pk)
    say(line.worker, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    decision = actions.accept_lines(run=run, line_ids=[line.pk], by=cast.pia, at=NOW)
    assert decision.accepted == ()
    (refused,) = decision.refused
    assert refused.state == LineState.REFUSED
    assert "Kan dan niet" in refused.answer
    assert queries.filled_places([shift.pk]) == {shift.pk: 0}


def test_a_full_shift_refuses_its_line(cast: Cast, team: list[Worker]) -> None:
    shift = make_shift(cast.vlinder)
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    actions.assign(worker=make_worker("Snel", team=cast.vlinder), shift=shift, **signed())
    (line,) = queries.lines_of(run.pk)
    decision = actions.accept_lines(run=run, line_ids=[line.pk], by=cast.pia, at=NOW)
    assert "vol" in decision.refused[0].answer


def test_lines_are_taken_in_part_and_decided_once(cast: Cast, team: list[Worker]) -> None:
    for number in range(3):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=number))
    run = actions.perform_plan(ask(cast, seconds=1).pk)
    first, second, third = queries.lines_of(run.pk)
    for _time in range(2):
        actions.accept_lines(run=run, line_ids=[first.pk], by=cast.pia, at=NOW)
    run.refresh_from_db()
    assert run.state == RunState.PROPOSED
    assert Assignment.objects.count() == 1
    assert actions.reject_lines(run=run, line_ids=[second.pk], by=cast.pia, at=NOW) == 1
    assert actions.reject_lines(run=run, line_ids=[first.pk, third.pk], by=cast.pia, at=NOW) == 1
    run.refresh_from_db()
    assert run.state == RunState.CLOSED
    events = [entry.event for entry in journal.entries_about(f"run:{run.pk}")]
    assert events == [
        "rosters.plan.asked",
        "rosters.plan.proposed",
        "rosters.plan.rejected",
        "rosters.plan.rejected",
        "rosters.plan.closed",
    ]


def test_nothing_open_is_nothing_to_plan(cast: Cast) -> None:
    with pytest.raises(actions.UnableToPlan, match="niets meer open"):
        ask(cast)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"ends_on": MONDAY - timedelta(days=1)}, "laatste dag"),
        ({"ends_on": MONDAY + timedelta(days=100)}, "ten hoogste 92"),
    ],
)
def test_an_impossible_period_is_refused(cast: Cast, change: dict[str, Any], told: str) -> None:
    make_shift(cast.vlinder)
    with pytest.raises(actions.UnableToPlan, match=told):
        ask(cast, **change)


def test_one_run_at_a_time_for_a_team(cast: Cast) -> None:
    make_shift(cast.vlinder)
    ask(cast)
    with pytest.raises(actions.UnableToPlan, match="loopt al"):
        ask(cast)
    assert ask(cast, team=None).pk  # the whole organisation is another question


@pytest.mark.parametrize(
    ("state", "minutes", "is_given_up"),
    [
        (RunState.RUNNING, 1, False),
        (RunState.RUNNING, 3, True),
        (RunState.QUEUED, 14, False),
        (RunState.QUEUED, 16, True),
    ],
)
def test_a_killed_run_makes_way(
    cast: Cast, state: RunState, minutes: int, is_given_up: bool
) -> None:
    make_shift(cast.vlinder)
    killed = ask(cast)
    killed.state = state
    killed.progress = {"beat_at": NOW.isoformat()} if state == RunState.RUNNING else {}
    killed.save()
    later = NOW + timedelta(minutes=minutes)
    if not is_given_up:
        with pytest.raises(actions.UnableToPlan):
            ask(cast, at=later)
        return
    assert ask(cast, at=later).state == RunState.QUEUED
    killed.refresh_from_db()
    assert killed.state == RunState.FAILED
    assert "onderbroken" in killed.failure


def test_a_run_that_failed_tells_people(cast: Cast, team: list[Worker]) -> None:
    make_shift(cast.vlinder)
    run = ask(cast)
    with mock.patch.object(performing, "solve", side_effect=ZeroDivisionError):
        actions.perform_plan(run.pk)
    run.refresh_from_db()
    assert run.state == RunState.FAILED
    assert "rooster is niet veranderd" in run.failure
    assert ask(cast).pk != run.pk


def test_a_run_is_performed_once(cast: Cast, team: list[Worker]) -> None:
    make_shift(cast.vlinder)
    run = ask(cast, seconds=1)
    actions.perform_plan(run.pk)
    again = actions.perform_plan(run.pk)
    assert again.state == RunState.PROPOSED
    assert len(lines(run)) == 1


def test_a_run_stopped_by_a_person_keeps_the_best_so_far(cast: Cast, team: list[Worker]) -> None:
    for number in range(5):
        for start, end in (("07:00", "15:00"), ("15:00", "23:00")):
            day = MONDAY + timedelta(days=number)
            make_shift(cast.vlinder, day=day, start=start, end=end, places=2)
    run = ask(cast, seconds=120)

    def stop(_progress: object) -> None:
        actions.stop_plan(run=run, by=cast.pia, at=NOW)

    began = _clock()
    done = actions.perform_plan(run.pk, stop)
    assert (_clock() - began).total_seconds() < 30
    assert done.state == RunState.PROPOSED
    assert done.stop_asked
    assert lines(run)


def test_a_waiting_run_that_is_stopped_is_closed_and_never_performed(cast: Cast) -> None:
    make_shift(cast.vlinder)
    run = actions.stop_plan(run=ask(cast), by=cast.pia, at=NOW)
    assert run.state == RunState.CLOSED
    assert actions.perform_plan(run.pk).state == RunState.CLOSED


def test_there_is_nothing_to_decide_before_the_proposal(cast: Cast) -> None:
    make_shift(cast.vlinder)
    with pytest.raises(actions.UnableToDecide, match="in de wachtrij"):
        actions.accept_lines(run=ask(cast), line_ids=[], by=cast.pia, at=NOW)


def test_asking_puts_the_task_in_the_queue(cast: Cast, team: list[Worker]) -> None:
    from django_tasks import default_task_backend

    make_shift(cast.vlinder)
    run = ask(cast, seconds=1)
    queued = default_task_backend.results[-1]
    assert queued.args == [run.pk] or list(queued.args) == [run.pk]
    assert tasks.perform_plan.call(run.pk) == RunState.PROPOSED


def test_shifts_that_ended_open_are_not_planned(cast: Cast, team: list[Worker]) -> None:
    gone = make_shift(cast.vlinder)
    demand.cancel_shift(shift=gone, reason="niet nodig", **signed())
    make_shift(cast.vlinder, day=MONDAY - timedelta(days=4))
    with pytest.raises(actions.UnableToPlan):
        ask(cast, starts_on=MONDAY - timedelta(days=5))


def test_without_a_roster_from_the_engine_a_simple_one_is_proposed(
    cast: Cast, team: list[Worker]
) -> None:
    for number in range(5):
        for start, end in (("07:00", "15:30"), ("15:00", "23:00")):
            make_shift(cast.vlinder, day=MONDAY + timedelta(days=number), start=start, end=end)
    make_shift(cast.vlinder, function="IC-vpk")
    run = ask(cast)
    nothing = mock.Mock(roster=None, objective=None, bound=float("-inf"), gap=None, seconds=4.0)
    nothing.configure_mock(solver="cpsat", seed=1, version="1")
    with mock.patch.object(performing, "solve", return_value=nothing):
        run = actions.perform_plan(run.pk)
    assert (run.state, run.failure) == (RunState.PROPOSED, "")
    assert run.result["solver"] == "by_hand"
    assert run.result["after"]["filled"] == 10
    assert run.result["after"]["findings"] == 0
    days = [(line.worker_id, line.shift.starts_at.date()) for line in queries.lines_of(run.pk)]
    assert len(days) == len(set(days))


def test_what_the_engine_may_not_propose_is_left_out_and_counted(
    cast: Cast, team: list[Worker]
) -> None:
    from rondstroom.rooms.rosters.actions.plan import proposing, question

    shift = make_shift(cast.vlinder)
    run = ask(cast)
    PlanningRun.objects.filter(pk=run.pk).update(state=RunState.RUNNING)
    known = question.load(run, NOW)
    (facts,) = known.open_shifts
    stranger, unwilling = cast.ruud.pk, cast.niels.pk
    answer = [(stranger, [facts]), (unwilling, [facts]), (team[0].pk, [facts])]
    proposing.propose(run, answer, None)
    run.refresh_from_db()
    assert lines(run) == [("Anna", shift.pk)]
    assert run.result["left_out"] == 2
