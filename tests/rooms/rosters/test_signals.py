"""A signal is one thing from a list, for HR to talk about: never automatic, never for others."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.demand import make_shift
from factories.identity import make_hr, signed
from factories.moments import MONDAY, NOW
from factories.rosters import raw_assignment
from factories.skills import make_policy, make_proof, make_skill
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.rosters import actions, permissions, queries
from rondstroom.rooms.rosters.models import Assignment, Signal
from rondstroom.rooms.rosters.states import AssignmentState, SignalKind, SignalOutcome, SignalSide
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "signals" / "who.yaml").read_text("utf-8")
)
FRIDAY = MONDAY - timedelta(days=3)


@pytest.fixture
def worked(cast: Cast) -> Assignment:
    """Niels worked on Friday where wound care was asked; De Linde takes signals."""
    make_policy(cast.de_linde, signals_from=date(2026, 11, 1))
    return raw_assignment(cast.niels, make_shift(cast.vlinder, day=FRIDAY, skills=["wond"]))


def given(row: Assignment, side: SignalSide = SignalSide.SELF, **more: Any) -> Signal:
    told = {"skill": make_skill("wond"), "kind": SignalKind.PRACTICE, **signed(), **more}
    return actions.give_signal(assignment=row, side=side, **told)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_who_may_say_something(case: dict[str, Any], cast: Cast, worked: Assignment) -> None:
    for worker, key in ((cast.niels, "level"), (cast.sanne, "other")):
        if key in case:
            by = case.get("by", "independent") if case[key] == "supervised" else ""
            words = {"level": case[key], "supervised_by": by}
            make_proof(worker, ProofKind.SKILL, skill="wond", **words)
    if there := case.get("there", True):
        hours = {"start": "15:00", "end": "23:00"} if there == "before" else {}
        day = FRIDAY - timedelta(days=1) if there == "before" else FRIDAY
        raw_assignment(cast.sanne, make_shift(cast.vlinder, day=day, **hours))
    who = getattr(cast, case["who"])
    account, side = getattr(who, "account", who), SignalSide(case["side"])
    assert permissions.may_signal(account, worked, side, NOW) is case["may"]


def test_once_per_side_and_competence_and_a_task_for_hr(cast: Cast, worked: Assignment) -> None:
    hanna, hugo = make_hr(cast.de_linde), make_hr(cast.molenpoort, "Hugo")
    assert [one.code for one in queries.signal_skills(worked, SignalSide.SELF, NOW)] == ["wond"]
    row = given(worked)
    assert queries.signal_skills(worked, SignalSide.SELF, NOW) == []
    with pytest.raises(actions.UnableToSignal, match="één keer"):
        given(worked)
    other = given(worked, SignalSide.TEAM)
    assert list(queries.signals_waiting([cast.de_linde.pk])) == [row, other]
    assert list(queries.signals_of_worker(cast.niels.pk)) == [other, row]
    assert {one.account for one in Message.objects.all()} == {hanna}
    assert "wond" not in Message.objects.filter(account=hanna)[0].text.lower()
    assert permissions.may_answer_signal(hanna, row)
    outside = [hugo, cast.pia, cast.coen, cast.otto, cast.niels.account]
    assert not any(permissions.may_answer_signal(one, row) for one in outside if one)


def test_an_answer_from_the_list_is_read_and_changes_nothing(
    cast: Cast, worked: Assignment
) -> None:
    make_proof(cast.niels, ProofKind.SKILL, skill="wond")
    make_hr(cast.de_linde)
    row, before = given(worked), list(Proof.objects.order_by("pk").values())
    with pytest.raises(actions.UnableToSignal, match="Kies wat"):
        actions.answer_signal(signal=row, outcome="ontslagen", **signed())  # type: ignore[arg-type]
    for outcome in (SignalOutcome.PRACTICE, SignalOutcome.UNFOUNDED):  # the first stays
        row = actions.answer_signal(signal=row, outcome=outcome, **signed())
    assert queries.signal(row.pk) == row
    assert row.outcome == SignalOutcome.PRACTICE
    assert not queries.signals_waiting([cast.de_linde.pk])
    assert list(Proof.objects.order_by("pk").values()) == before
    told = Message.objects.filter(account=cast.niels.account)
    assert [one.subject for one in told] == ["signals"]
    lines = list(journal.entries_about(f"signal:{row.pk}"))
    assert [one.event for one in lines] == ["rosters.signal.given", "rosters.signal.answered"]
    assert {one.worker_id for one in lines} == {None}
    words = {*SignalKind.values, *SignalOutcome.values}
    assert not words & {str(value) for one in lines for value in one.data.values()}


@pytest.mark.parametrize(
    ("change", "at", "goes"),
    [
        ({}, NOW, True),
        ({"state": AssignmentState.WORKED}, NOW, True),
        ({"state": AssignmentState.CANCELLED}, NOW, False),
        ({"state": AssignmentState.PLANNED}, NOW, False),
        ({}, NOW - timedelta(days=4), False),
        ({}, NOW + timedelta(days=27), True),
        ({}, NOW + timedelta(days=29), False),
    ],
)
def test_after_the_shift_and_not_long_after(
    change: dict[str, Any], at: datetime, goes: bool, worked: Assignment
) -> None:
    for name, value in change.items():
        setattr(worked, name, value)
    assert queries.may_still_signal(worked, at) is goes


@pytest.mark.parametrize(
    ("since", "takes"), [(None, False), (date(2026, 11, 22), True), (date(2026, 11, 23), False)]
)
def test_without_the_works_council_there_are_none(
    since: date | None, takes: bool, cast: Cast, worked: Assignment
) -> None:
    make_policy(cast.de_linde, signals_from=since)
    assert queries.takes_signals(cast.de_linde.pk, NOW.date()) is takes
    if not takes:
        with pytest.raises(actions.UnableToSignal):
            given(worked)
        assert not Signal.objects.exists()


def test_what_is_not_asked_there_or_not_on_the_list(worked: Assignment) -> None:
    for told in ({"skill": make_skill("injecteren")}, {"kind": "lui"}):
        with pytest.raises(actions.UnableToSignal):
            given(worked, **told)
    assert not Signal.objects.exists()


def test_the_employer_answers_also_for_work_elsewhere(cast: Cast) -> None:
    make_policy(cast.molenpoort, signals_from=FRIDAY)
    lent = raw_assignment(cast.ruud, make_shift(cast.vlinder, day=FRIDAY, skills=["wond"]))
    both = raw_assignment(cast.fatima, make_shift(cast.vlinder, day=FRIDAY, skills=["wond"]))
    assert queries.signal_owner(lent) == cast.molenpoort.pk
    assert queries.signal_owner(both) == cast.de_linde.pk  # engaged here too
    assert given(lent, SignalSide.TEAM).organisation == cast.molenpoort
    assert not queries.signals_waiting([cast.de_linde.pk])


def test_whom_one_supervised_stands_beside_the_own_shift(cast: Cast, worked: Assignment) -> None:
    own = raw_assignment(cast.sanne, make_shift(cast.vlinder, day=FRIDAY))
    assert queries.supervised_on(own, NOW) == []
    level = {"level": "supervised", "supervised_by": "independent"}
    make_proof(cast.niels, ProofKind.SKILL, skill="wond", **level)
    make_proof(cast.sanne, ProofKind.SKILL, skill="wond")
    assert queries.supervised_on(own, NOW) == [(worked, [make_skill("wond")])]
    assert queries.supervised_on(own, own.starts_at) == []
    assert cast.sanne.account is not None
    by = {"by": cast.sanne.account, "at": NOW}
    assert given(worked, SignalSide.SUPERVISOR, **by).side == SignalSide.SUPERVISOR
    assert queries.supervised_on(own, NOW) == []


@pytest.mark.parametrize(
    ("is_answered", "days", "is_gone"),
    [(True, 181, False), (True, 183, True), (False, 183, False), (False, 14 + 183, True)],
)
def test_half_a_year_and_it_is_gone(
    is_answered: bool, days: int, is_gone: bool, worked: Assignment
) -> None:
    row = given(worked)
    if is_answered:
        actions.answer_signal(signal=row, outcome=SignalOutcome.SPOKEN, **signed())
    by = {**signed(), "at": NOW + timedelta(days=days)}
    assert queries.signals_to_forget(by["at"]).exists() is is_gone
    assert actions.forget_signals(**by) == int(is_gone)
    assert Signal.objects.exists() is not is_gone
    assert journal.entries_about("signals").exists() is is_gone


def test_no_ranking_and_no_plan_knows_of_signals() -> None:
    source = Path(__file__).parents[3] / "src"
    rooms = [source / "rondstroom/rooms/matching", source / "rondstroom/rooms/rosters/actions/plan"]
    rooms += [source / "rondstroom/rooms/rosters/queries/placement", source / "flexpool/planning"]
    files = [path for room in rooms for path in room.rglob("*.py")]
    assert len(files) > 50
    assert not [path for path in files if "signal_" in path.read_text("utf-8").lower()]
    assert not {"name", "text", "note"} & {one.name for one in Signal._meta.concrete_fields}
