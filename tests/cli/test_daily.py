"""Once a day: the register asked anew, and everybody on a coming shift judged again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from typer.testing import CliRunner

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.registers import NUMBER, FakeRegister, entry
from factories.skills import make_proof
from people import Cast
from rondstroom.cli.main import app
from rondstroom.cli.telling import daily
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Availability, Engagement
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.models import GateTask
from rondstroom.rooms.skills.models import Proof, Registration
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    def at(**later: int) -> Any:
        monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(**later))
        return NOW + timedelta(**later)

    at()
    return at


def due() -> str:
    answer = CliRunner().invoke(app, ["due"])
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_what_lapses_opens_a_task_before_the_shift_and_once_a_day(cast: Cast, clock: Any) -> None:
    day = MONDAY + timedelta(days=3)
    rosters.assign(worker=cast.niels, shift=make_shift(cast.vlinder, day=day), **signed())
    assert "1 assignments judged, 0 opened, 0 cured." in due()
    Proof.objects.filter(worker=cast.niels, kind=ProofKind.CONDUCT).update(
        valid_through=date(2026, 11, 24)  # behind the back of every action that would judge anew
    )
    assert "judged" not in due()
    assert not GateTask.objects.exists()
    assert not queries.gate_recheck_due(NOW)
    clock(days=1)
    assert "1 assignments judged, 1 opened, 0 cured." in due()
    assert GateTask.objects.get().rules == ["gate.conduct"]
    lines = journal.entries_about("gate").filter(event="rosters.gate.rechecked")
    assert [line.data["opened"] for line in lines] == [0, 1]
    machine = {**signed(), "at": NOW + timedelta(days=1, hours=2)}
    assert rosters.recheck_gate_daily(**machine) is None


def test_the_register_is_asked_of_who_works_soon_and_whose_answer_grows_old(
    cast: Cast, clock: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BIG_REGISTER_ADDRESS = "http://127.0.0.1:1/"
    register = FakeRegister(entry("Fatima", "F.", number=NUMBER))
    monkeypatch.setattr(daily, "from_settings", lambda: register)
    make_proof(cast.fatima, ProofKind.REGISTER, reference=NUMBER)
    assert "1 registrations asked, 1 changed, 0 without an answer." in due()
    assert Registration.objects.get().outcome == "active"
    assert daily.to_ask(NOW + timedelta(days=22)) == set()
    assert daily.to_ask(NOW + timedelta(days=24)) == {cast.fatima.pk}
    tuesday = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), function="VP6")
    rosters.assign(worker=cast.fatima, shift=tuesday, **signed())
    assert queries.workers_coming(NOW, NOW + timedelta(days=2)) == {cast.fatima.pk}
    assert daily.to_ask(NOW + timedelta(hours=1)) == set()
    assert daily.to_ask(NOW + timedelta(hours=21)) == {cast.fatima.pk}


def test_a_register_that_is_down_keeps_the_old_answer_and_says_so(
    cast: Cast, clock: Any, settings: Any
) -> None:
    settings.BIG_REGISTER_ADDRESS = "http://127.0.0.1:1/"
    make_proof(cast.fatima, ProofKind.REGISTER, reference=NUMBER)
    assert "0 changed, 1 without an answer." in due()
    assert not Registration.objects.exists()
    assert journal.entries_about("register").get().event == "skills.register.unreachable"


def test_what_was_kept_long_enough_goes_and_of_who_left_nothing_is_asked(
    cast: Cast, clock: Any
) -> None:
    make_proof(cast.fatima, ProofKind.REGISTER, reference=NUMBER)
    Engagement.objects.filter(worker=cast.fatima).update(ends_on=NOW.date())
    assert daily.to_ask(NOW - timedelta(days=1)) == {cast.fatima.pk}
    assert daily.to_ask(NOW) == set()
    assert "Deleted" not in due()
    proofs = Proof.objects.filter(worker=cast.fatima).count()
    said = Availability.objects.count()
    assert said
    clock(days=731)
    told = due()
    assert f"Deleted after their term: {proofs} proofs, {said} parts of days.\n" in told
    assert not Proof.objects.filter(worker=cast.fatima).exists()
    assert not Availability.objects.exists()
    about = journal.entries_about("retention")
    assert about.get(event="skills.files.forgotten").data["proofs"] == proofs
    assert about.get(event="people.availability.forgotten").data["count"] == said
