"""The register: asked, answered, compared by name and number, down, and down again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.identity import signed
from factories.moments import MONDAY, NOW, period
from factories.people import make_worker
from factories.registers import NUMBER, FakeRegister, entry
from factories.skills import gate_of, make_function, make_proof
from rondstroom.ports.professional_register import Measure
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Registration
from rondstroom.rooms.skills.states import ProofKind, RegisterOutcome, RegisterSource

pytestmark = pytest.mark.django_db
SHIFT = period(MONDAY, "07:00", "15:30")


@pytest.fixture
def aylin(db: None) -> Worker:
    """Give a nurse whose number was seen."""
    worker = make_worker("Aylin Kaya", function="VP4", without="register")
    make_proof(worker, ProofKind.REGISTER, reference=NUMBER)
    return worker


def ask(worker: Worker, register: FakeRegister) -> actions.Checked:
    return actions.check_registers(register=register, worker_ids=[worker.pk], **signed())


def told(worker: Worker, today: date | None = None) -> list[str]:
    asked = queries.requirement(make_function("VP4").pk)
    return [block.text for block in gate_of(worker, asked, SHIFT, today=today)]


def test_an_active_registration_opens_the_shift(aylin: Worker) -> None:
    assert ask(aylin, FakeRegister(entry())) == actions.Checked(1, 1, 0)
    (row,) = queries.registrations_of(aylin.pk)
    assert (row.outcome, row.number, row.code) == ("active", NUMBER, "30")
    assert told(aylin) == []


@pytest.mark.parametrize(
    ("known", "outcome", "said"),
    [
        (None, "not_found", "nummer niet gevonden"),
        (entry("Jansen"), "other_name", "nummer staat op een andere naam"),
        (entry(initials="B."), "other_name", "nummer staat op een andere naam"),
        (entry(profession="04"), "other_profession", "ander beroep"),
        (entry(ends_on=date(2026, 11, 21)), "ended", "geldig tot en met 21 november 2026"),
        (entry(ends_on=date(2026, 11, 22)), "active", "geldig tot en met 22 november 2026"),
        (
            entry(measures=[Measure("provision-1", is_suspension=True)]),
            "suspended",
            "er is een schorsing",
        ),
        (
            entry(measures=[Measure("limitation-2", is_suspension=False)]),
            "limited",
            "beperking of aantekening",
        ),
    ],
)
def test_what_the_register_says_blocks(
    aylin: Worker, known: object, outcome: str, said: str
) -> None:
    ask(aylin, FakeRegister(*([known] if known else [])))
    assert queries.registrations_of(aylin.pk)[0].outcome == outcome
    (text,) = told(aylin)
    assert said in text


def test_a_measure_that_is_over_blocks_nothing(aylin: Worker) -> None:
    over = Measure("provision-1", is_suspension=True, ends_on=date(2020, 3, 30))
    ask(aylin, FakeRegister(entry(measures=[over])))
    assert told(aylin) == []


def test_down_keeps_the_last_answer_and_says_so_when_it_is_too_old(aylin: Worker) -> None:
    ask(aylin, FakeRegister(entry()))
    Registration.objects.update(checked_at=NOW - timedelta(days=31))
    assert ask(aylin, FakeRegister(is_down=True)) == actions.Checked(1, 0, 1)
    assert queries.register_unreachable_since(NOW) == NOW
    (text,) = told(aylin, today=NOW.date())
    assert "niet bereikbaar" in text
    assert "22 oktober 2026" in text


def test_down_for_a_day_blocks_nobody(aylin: Worker) -> None:
    ask(aylin, FakeRegister(entry()))
    ask(aylin, FakeRegister(is_down=True))
    assert told(aylin, today=NOW.date()) == []


def test_after_three_times_no_answer_nobody_is_asked_any_more() -> None:
    workers = []
    for number in range(6):
        worker = make_worker(f"Zorg {number}", function="VP4", without="register")
        make_proof(worker, ProofKind.REGISTER, reference=f"0001234{number:02}30")
        workers.append(worker.pk)
    register = FakeRegister(is_down=True)
    checked = actions.check_registers(register=register, worker_ids=workers, **signed())
    assert len(register.asked) == 3
    assert checked.unreachable == 6


def test_up_again_clears_the_state(aylin: Worker) -> None:
    ask(aylin, FakeRegister(is_down=True))
    later = {**signed(), "at": NOW + timedelta(hours=1)}
    actions.check_registers(register=FakeRegister(entry()), worker_ids=[aylin.pk], **later)
    assert queries.register_unreachable_since(NOW + timedelta(hours=2)) is None


def test_what_was_only_seen_grows_old_too(aylin: Worker) -> None:
    assert told(aylin, today=NOW.date() + timedelta(days=30)) == []
    (text,) = told(aylin, today=NOW.date() + timedelta(days=31))
    assert "meer dan 30 dagen oud" in text


def test_by_hand_is_an_answer_with_a_name_and_a_moment(aylin: Worker) -> None:
    actions.record_by_hand(
        worker=aylin, number="000 12345 630", outcome=RegisterOutcome.ACTIVE, **signed()
    )
    (row,) = queries.registrations_of(aylin.pk)
    assert (row.source, row.checked_by) == ("by_hand", signed()["by"].name)
    with pytest.raises(actions.UnableToRecordRegistration, match="elf cijfers"):
        actions.record_by_hand(
            worker=aylin, number="12345", outcome=RegisterOutcome.ACTIVE, **signed()
        )


def test_numbers_come_from_what_was_seen_and_who_is_due_is_known(aylin: Worker) -> None:
    (one,) = queries.register_numbers([aylin.pk])
    assert (one.number, one.code, one.name) == (NUMBER, queries.nurse_code(MONDAY), "Aylin Kaya")
    assert queries.register_due([aylin.pk], NOW, timedelta(days=1)) == {aylin.pk}
    ask(aylin, FakeRegister(entry()))
    assert queries.register_due([aylin.pk], NOW, timedelta(days=1)) == set()
    assert queries.register_due([aylin.pk], NOW + timedelta(days=2), timedelta(days=1))


def test_the_same_answer_again_changes_nothing_but_the_moment(aylin: Worker) -> None:
    answer = actions.Answered(
        worker_id=aylin.pk, number=NUMBER, code="30", outcome=RegisterOutcome.ACTIVE
    )
    given = {"answers": [answer], "source": RegisterSource.FILE}
    assert actions.record_registrations(**given, **signed()) == 1
    assert actions.record_registrations(**given, **signed()) == 0
    assert Registration.objects.count() == 1


def test_a_carer_without_a_number_is_not_asked_about(aylin: Worker) -> None:
    """Wet BIG art. 34: never ask a verzorgende IG for a number."""
    bo = make_worker("Bo", function="VIG")
    register = FakeRegister(entry())
    actions.check_registers(register=register, worker_ids=[bo.pk], **signed())
    assert register.asked == []


def test_where_everybody_stands_the_oldest_first(aylin: Worker) -> None:
    """Who holds a diploma that asks the register stands there too, without any answer."""
    make_worker("Bo", function="VIG")
    cas = make_worker("Cas", function="VP4", without="register")
    days = queries.recheck_days(MONDAY)
    never, seen = queries.register_standings([aylin.pk, cas.pk], NOW.date())
    assert (never.worker_id, never.stale_on, never.number) == (cas.pk, None, "")
    assert (seen.worker_id, seen.number, seen.is_down) == (aylin.pk, NUMBER, False)
    assert seen.stale_on == NOW.date() + timedelta(days=days + 1)
    ask(aylin, FakeRegister(entry()))
    later = {**signed(), "at": NOW + timedelta(days=3)}
    down = FakeRegister(is_down=True)
    actions.check_registers(register=down, worker_ids=[aylin.pk], **later)
    (answered,) = queries.register_standings([aylin.pk], NOW.date())
    assert answered.is_down
    assert answered.looked_on == NOW.date()


def test_a_limitation_by_hand_names_its_day(aylin: Worker) -> None:
    with pytest.raises(actions.UnableToRecordRegistration, match="aantekening inging"):
        actions.record_by_hand(
            worker=aylin, number=NUMBER, outcome=RegisterOutcome.LIMITED, **signed()
        )
    actions.record_by_hand(
        worker=aylin,
        number=NUMBER,
        outcome=RegisterOutcome.LIMITED,
        noted_on=date(2026, 10, 1),
        **signed(),
    )
    (row,) = queries.registrations_of(aylin.pk)
    assert row.about == "by-hand:2026-10-01"
