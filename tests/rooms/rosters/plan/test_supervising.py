"""The engine proposes somebody under supervision only beside a supervisor, and so it is taken."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.skills import make_proof
from flexpool.planning import Stay
from people import Cast
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.actions.plan import by_hand, problem, question
from rondstroom.rooms.rosters.actions.plan.bench import Bench
from rondstroom.rooms.rosters.models import Assignment, PlanningRun
from rondstroom.rooms.skills.states import Level, ProofKind

pytestmark = pytest.mark.django_db

SUNDAY = MONDAY + timedelta(days=6)
_clock = timezone.now


def person(cast: Cast, name: str, level: str = "") -> Worker:
    """Give a carer of PG Vlinder who showed wound care at a level."""
    worker = make_worker(name, team=cast.vlinder, with_account=False)
    by = "independent" if level == Level.SUPERVISED else ""
    if level:
        make_proof(worker, ProofKind.SKILL, skill="wond", level=level, supervised_by=by)
    return worker


def load(cast: Cast) -> question.Question:
    run = PlanningRun(
        organisation=cast.de_linde, team=cast.vlinder, starts_on=MONDAY, ends_on=SUNDAY
    )
    return question.load(run, NOW)


def test_the_question_says_who_learns_who_supervises_and_who_is_there(cast: Cast) -> None:
    pupil, able, plain = (
        person(cast, "Pim", "supervised"),
        person(cast, "Anna", "independent"),
        person(cast, "Bram"),
    )
    tuesday = MONDAY + timedelta(days=1)
    for day in (MONDAY, tuesday):
        make_shift(cast.vlinder, day=day, skills=["wond"])
    make_shift(cast.vlinder)
    actions.assign(worker=able, shift=make_shift(cast.vlinder, day=tuesday), **signed())
    asked = problem.asked(load(cast), "week").problem
    told = {one.id: one for one in asked.workers}
    [lesson] = told[str(pupil.pk)].supervision
    assert lesson.kinds is not None
    assert lesson.weight is None
    assert len(lesson.kinds) == 1  # not on the shift that does not ask wound care
    assert told[str(able.pk)].skills == {lesson.by}
    assert told[str(pupil.pk)].skills == told[str(plain.pk)].skills == frozenset()
    team = str(cast.vlinder.pk)
    assert asked.stays == (Stay(team, lesson.by, 24 * 60 + 7 * 60, 24 * 60 + 15 * 60 + 30),)


def test_nothing_is_said_where_nobody_learns(cast: Cast) -> None:
    person(cast, "Anna", "independent")
    make_shift(cast.vlinder, skills=["wond"])
    asked = problem.asked(load(cast), "week").problem
    assert asked.stays == ()
    assert not any(one.supervision or one.skills for one in asked.workers)


@pytest.mark.parametrize("others", [[], ["independent"], ["supervised"]])
def test_a_bench_takes_the_supervisor_first(others: list[str], cast: Cast) -> None:
    pupil = person(cast, "Pim", "supervised")
    more = [person(cast, f"Collega {level}", level) for level in others]
    shifts = [make_shift(cast.vlinder, skills=["wond"]) for _one in (pupil, *more)]
    bench = Bench(load(cast))
    facts = {one.shift_id: one for one in bench.known.shifts}
    who = [pupil, *more]
    bench.take_all((one.pk, [facts[shift.pk]]) for one, shift in zip(who, shifts, strict=True))
    taken = {worker_id for worker_id, _shift in bench.taken}
    assert taken == ({one.pk for one in who} if others == ["independent"] else set())


@pytest.mark.parametrize("with_supervisor", [True, False])
def test_by_hand_leaves_nobody_alone_either(with_supervisor: bool, cast: Cast) -> None:
    pupil = person(cast, "Pim", "supervised")
    if with_supervisor:
        person(cast, "Zoë", "independent")
    make_shift(cast.vlinder, skills=["wond"], places=2)
    bench = Bench(load(cast))
    by_hand.fill(bench)
    assert (pupil.pk in {who for who, _shift in bench.taken}) == with_supervisor
    assert len(bench.taken) == 2 * with_supervisor


@pytest.mark.parametrize("with_supervisor", [True, False])
def test_a_plan_is_taken_over_whole(
    with_supervisor: bool, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = _clock()
    monkeypatch.setattr(timezone, "now", lambda: NOW + (_clock() - began))
    person(cast, "Pim", "supervised")
    if with_supervisor:
        person(cast, "Zoë", "independent")
    make_shift(cast.vlinder, skills=["wond"], places=2)
    asked = {"organisation": cast.de_linde, "team": cast.vlinder, "seconds": 4}
    run = actions.ask_for_plan(**asked, starts_on=MONDAY, ends_on=SUNDAY, by=cast.pia, at=NOW)
    actions.perform_plan(run.pk)
    lines = queries.lines_of(run.pk)
    assert {line.worker.name for line in lines} == ({"Pim", "Zoë"} if with_supervisor else set())
    if with_supervisor:
        done = actions.accept_lines(
            run=PlanningRun.objects.get(pk=run.pk),
            line_ids=[line.pk for line in lines],
            by=cast.pia,
            at=NOW,
        )
        assert done.refused == ()
    assert Assignment.objects.count() == (2 if with_supervisor else 0)
