"""A sign-up that only waits for the register is kept, asked beside, and judged anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django_tasks import default_task_backend

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from factories.registers import NUMBER, FakeRegister, entry
from people import Cast
from rondstroom.integrations.big_register import PublicRegister, from_settings
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import actions, queries, tasks
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills import tasks as skills_tasks
from rondstroom.rooms.skills.models import Proof, Registration
from rondstroom.rooms.skills.states import ProofKind, RegisterOutcome, WithdrawalReason

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse(cast: Cast) -> Worker:
    """Aylin, a nurse of De Linde, last looked up 31 days ago: one day too long."""
    worker = make_worker("Aylin Kaya", function="VP4", team=cast.vlinder)
    looked_up(worker, days=31)
    return worker


def looked_up(worker: Worker, days: int = 0, **more: Any) -> None:
    told = {"number": NUMBER, "outcome": RegisterOutcome.ACTIVE, **more}
    at = NOW - timedelta(days=days)
    skills.record_by_hand(worker=worker, **told, by=signed()["by"], at=at)


def open_shift(cast: Cast, how: SignUp = SignUp.INSTANT, **more: Any) -> Shift:
    return make_shift(cast.vlinder, function="VP4", sign_up=how, **more)


def signed_up(worker: Worker, shift: Shift) -> Request:
    held = actions.sign_up(worker=worker, shift=shift, **signed())
    assert held.outcome == "held"
    assert held.request is not None
    return held.request


def asked_of(worker: Worker, event: str = "skills.register.wanted") -> int:
    return journal.entries_about(f"worker:{worker.pk}").filter(event=event).count()


def answered(worker: Worker, register: FakeRegister) -> int:
    """Let the background ask the register, and then let go what it held."""
    skills.check_registers(register=register, worker_ids=[worker.pk], **signed())
    return actions.let_go(worker_id=worker.pk, **signed())


def test_held_asked_and_booked_when_the_register_says_yes(cast: Cast, nurse: Worker) -> None:
    shift = open_shift(cast)
    row = signed_up(nurse, shift)
    assert (row.state, row.awaits_register) == (RequestState.REQUESTED, True)
    assert not Assignment.objects.exists()
    assert list(queries.held_requests(nurse.pk)) == [row]
    assert asked_of(nurse) == 1
    again = actions.sign_up(worker=nurse, shift=shift, **signed())
    assert again.request == row
    assert answered(nurse, FakeRegister(entry())) == 1
    row.refresh_from_db()
    assert (row.state, row.awaits_register) == (RequestState.ACCEPTED, False)
    assert Assignment.objects.get().worker == nurse
    assert actions.let_go(worker_id=nurse.pk, **signed()) == 0


def test_nothing_is_released_while_the_register_is_down(cast: Cast, nurse: Worker) -> None:
    row = signed_up(nurse, open_shift(cast))
    assert answered(nurse, FakeRegister(is_down=True)) == 0
    row.refresh_from_db()
    assert (row.state, row.awaits_register) == (RequestState.REQUESTED, True)
    assert not Assignment.objects.exists()
    [reason] = queries.eligibility(nurse, row.shift, NOW).reasons
    assert "niet bereikbaar" in reason.text
    with pytest.raises(actions.UnableToAnswer) as refusal:
        actions.accept_request(request=row, **signed())  # a planner cannot force it either
    assert refusal.value.code == "recheck"
    looked_up(nurse)  # a person of HR did
    assert actions.let_go(worker_id=nurse.pk, **signed()) == 1


def withdrawn(worker: Worker, shift: Shift) -> None:
    proof = Proof.objects.get(worker=worker, kind=ProofKind.CONDUCT)
    skills.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())


def filled(worker: Worker, shift: Shift) -> None:
    other = make_worker("Bo", function="VP4", team=shift.team)
    rosters.assign(worker=other, shift=shift, **signed())


def taken_back(worker: Worker, shift: Shift) -> None:
    row = queries.living_request(worker.pk, shift.pk)
    assert row is not None
    actions.withdraw(request=row, **signed())


@pytest.mark.parametrize(
    ("happens", "state"),
    [
        (withdrawn, RequestState.REQUESTED),
        (filled, RequestState.REQUESTED),
        (taken_back, RequestState.WITHDRAWN),
    ],
)
def test_what_happened_meanwhile_is_judged_and_left_to_a_planner(
    happens: Callable[[Worker, Shift], None], state: RequestState, cast: Cast, nurse: Worker
) -> None:
    shift = open_shift(cast)
    row = signed_up(nurse, shift)
    happens(nurse, shift)
    assert answered(nurse, FakeRegister(entry())) == 0
    row.refresh_from_db()
    assert row.state == state
    assert row.awaits_register is (state == RequestState.WITHDRAWN)
    assert not Assignment.objects.filter(worker=nurse).exists()


@pytest.mark.parametrize(
    "said",
    [entry(ends_on=date(2026, 11, 1)), entry(surname="Ander"), entry(profession="04")],
    ids=["ended", "another name", "another profession"],
)
def test_a_no_of_the_register_books_nobody(said: Any, cast: Cast, nurse: Worker) -> None:
    row = signed_up(nurse, open_shift(cast))
    assert answered(nurse, FakeRegister(said)) == 0
    row.refresh_from_db()
    assert (row.state, row.awaits_register) == (RequestState.REQUESTED, False)
    assert not Assignment.objects.exists()


def test_a_shift_on_request_is_for_the_planner_after_the_answer(cast: Cast, nurse: Worker) -> None:
    row = signed_up(nurse, open_shift(cast, SignUp.REQUEST))
    assert answered(nurse, FakeRegister(entry())) == 0
    row.refresh_from_db()
    assert (row.state, row.awaits_register) == (RequestState.REQUESTED, False)
    actions.accept_request(request=row, **signed())
    assert Assignment.objects.get().worker == nurse


def test_whatever_else_is_missing_is_said_at_once(cast: Cast, nurse: Worker) -> None:
    shift = open_shift(cast)
    withdrawn(nurse, shift)
    with pytest.raises(actions.UnableToSignUp) as refusal:
        actions.sign_up(worker=nurse, shift=shift, **signed())
    assert not refusal.value.asks_register
    assert not queries.awaits_register(refusal.value.reasons)
    assert not queries.awaits_register([])
    assert asked_of(nurse) == 0
    assert not Request.objects.exists()


def test_about_one_person_the_register_is_asked_once_in_ten_minutes(nurse: Worker) -> None:
    for minutes, times in ((0, 1), (5, 1), (10, 2), (11, 2)):
        by = {**signed(), "at": NOW + timedelta(minutes=minutes)}
        assert skills.want_register(worker=nurse, **by)
        assert asked_of(nurse) == times
    assert not skills.want_register(worker=make_worker("Bo"), **signed())


def test_the_background_asks_and_lets_go(
    cast: Cast, nurse: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The queue carries it: no question to the register in the transaction of a sign-up."""
    register = FakeRegister(entry())
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    monkeypatch.setattr(skills_tasks, "register", lambda: register)
    before = len(default_task_backend.results)
    signed_up(nurse, open_shift(cast))
    assert register.asked == []
    queued = default_task_backend.results[before:]
    assert [one.task.name for one in queued] == ["ask_register"]
    assert skills_tasks.ask_register.call(nurse.pk) == 1
    assert register.asked == [NUMBER]
    later = default_task_backend.results[before + 1 :]
    assert "let_go" in [one.task.name for one in later]
    assert tasks.let_go.call(nurse.pk) == 1
    assert Assignment.objects.get().worker == nurse
    assert Registration.objects.get().checked_at == NOW


def test_without_an_address_a_person_looks_it_up(nurse: Worker, settings: Any) -> None:
    settings.BIG_REGISTER_ADDRESS = ""
    assert from_settings() is None
    assert skills_tasks.register() is None
    assert skills_tasks.ask_register.call(nurse.pk) == 0
    settings.BIG_REGISTER_ADDRESS = "http://127.0.0.1:9/register"
    assert isinstance(skills_tasks.register(), PublicRegister)


def test_an_answer_about_somebody_who_waits_for_nothing_queues_nothing(nurse: Worker) -> None:
    before = len(default_task_backend.results)
    looked_up(nurse)
    names = [one.task.name for one in default_task_backend.results[before:]]
    assert "let_go" not in names
    assert actions.let_go(worker_id=nurse.pk, **signed()) == 0
