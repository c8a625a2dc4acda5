"""What the register says, by hand: nobody stays blocked for want of a page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.identity import signed
from factories.moments import NOW
from factories.registers import FakeRegister
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.states import RegisterOutcome

pytestmark = pytest.mark.django_db
NUMBER = "00012345678"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let it be some days later."""

    def moved(days: int) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=days))

    return moved


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def state_of(cast: Cast) -> str:
    """Give how check 4 of Fatima at De Linde stands."""
    on = NOW.date() + timedelta(days=31)
    [diploma] = [one for one in queries.proofs_of([cast.fatima.pk])[cast.fatima.pk] if one.function]
    found = queries.checks_of(cast.fatima.pk, cast.de_linde.pk, on, function_id=diploma.function_id)
    return next(one.state for one in found if one.rule == "gate.register")


def test_who_grows_too_old_stands_on_top_and_an_answer_opens(
    cast: Cast, hanna: Account, sign_in: SignIn, later: Any
) -> None:
    client = sign_in(hanna)
    address = reverse("hr:register_answer", args=[cast.fatima.pk])
    page = text(client.get("/hr/register/"))
    assert "Alles is vers" in page
    assert "Niels" not in page  # a carer is never asked for a number (Wet BIG art. 34)
    later(22)
    client = sign_in(hanna)
    assert "bijna te oud" in text(client.get("/hr/register/"))
    later(31)
    client = sign_in(hanna)
    assert "geeft vanaf wo 23 dec niets meer vrij" in text(client.get("/hr/register/"))
    assert state_of(cast) == "blocked"
    told = {"code": queries.nurse_code(NOW.date()), "number": NUMBER, "outcome": "active"}
    page = text(client.post(address, told, follow=True))
    assert "Opgeschreven wat het register zegt van Fatima" in page
    assert "Alles is vers" in page
    assert state_of(cast) == "ok"
    [row] = queries.registrations_of(cast.fatima.pk)
    assert (row.source, row.checked_by, row.number) == ("by_hand", "Hanna", NUMBER)
    assert NUMBER in text(client.get(address))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": "123"}, "dat heeft elf cijfers"),
        ({"outcome": "limited"}, "Vul de dag in waarop de beperking"),
        ({"outcome": "weet niet"}, "weet niet"),
    ],
)
def test_what_could_not_come_from_the_register_says_why(
    changes: dict[str, str], words: str, cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    address = reverse("hr:register_answer", args=[cast.fatima.pk])
    told = {"code": queries.nurse_code(NOW.date()), "number": NUMBER, "outcome": "active"}
    answer = sign_in(hanna).post(address, told | changes)
    assert answer.status_code == 422
    assert words in text(answer)
    assert queries.registrations_of(cast.fatima.pk) == []


def test_a_limitation_by_hand_can_be_decided_on(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    client, about = sign_in(hanna), "by-hand:2026-10-01"
    told = {"code": queries.nurse_code(NOW.date()), "number": NUMBER, "outcome": "limited"}
    address = reverse("hr:register_answer", args=[cast.fatima.pk])
    client.post(address, told | {"noted_on": "2026-10-01"})
    assert state_of(cast) in {"decide", "blocked"}
    page = text(client.get(reverse("hr:file", args=[cast.fatima.pk])))
    assert about in page
    decide = reverse("hr:decide", args=[cast.fatima.pk])
    client.post(decide, {"matter": "register", "about": about, "answer": "yes"})
    page = text(client.get(reverse("hr:file", args=[cast.fatima.pk])))
    assert "besluit nodig" not in page


def test_a_register_that_is_down_says_so_and_opens_nothing(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    code = queries.nurse_code(NOW.date())
    answer = actions.Answered(
        worker_id=cast.fatima.pk, number=NUMBER, code=code, outcome=RegisterOutcome.ACTIVE
    )
    actions.record_registrations(answers=[answer], source="service", **signed())
    down = {**signed(), "at": NOW + timedelta(hours=1)}
    actions.check_registers(
        register=FakeRegister(is_down=True), worker_ids=[cast.fatima.pk], **down
    )
    page = text(sign_in(hanna).get("/hr/register/"))
    assert "Het register geeft sinds zo 22 nov, 13:00 geen antwoord." in page
