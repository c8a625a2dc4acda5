"""The statement of hours to register again: what both sides agreed, of oneself only."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.conftest import SignIn
from factories.identity import make_planner
from factories.moments import NOW, SINCE
from factories.registers import NUMBER
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_worked
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.queries import Proven
from rondstroom.rooms.skills.states import ProofKind
from rondstroom.web.worker.hours import statement as desk

pytestmark = pytest.mark.django_db

SPAN = (date(2021, 11, 22), date(2026, 11, 22))


def agreed(cast: Cast, day: date, **shift: Any) -> None:
    planner = make_planner(cast.de_linde, f"Planner {day}")
    row = make_worked(cast.niels, cast.vlinder, day=day, **shift)
    make_approved(row, planner)


def words_of(found: list[Proven], numbers: tuple[str, ...] = ()) -> str:
    return json.dumps(
        desk.paper_of("Niels", numbers, found, SPAN, NOW).as_json(), ensure_ascii=False
    )


def test_agreed_hours_are_added_up_without_breaks(cast: Cast) -> None:
    agreed(cast, LAST_WEEK)
    agreed(cast, LAST_WEEK + timedelta(days=1))
    make_hours(make_worked(cast.niels, cast.vlinder, day=LAST_WEEK + timedelta(days=2)))  # waits
    found = queries.proven_hours(cast.niels.pk, SINCE, NOW.date())
    assert found == [Proven(2026, "functie VIG", "De Linde", 2 * 8 * 60)]
    after = LAST_WEEK + timedelta(days=1)
    assert queries.proven_hours(cast.niels.pk, after, NOW.date())[0].minutes == 8 * 60
    assert queries.proven_hours(cast.fatima.pk, SINCE, NOW.date()) == []


def test_the_paper_says_who_how_much_and_what_it_does_not_tell() -> None:
    found = [Proven(2025, "VIG", "De Linde", 61), Proven(2026, "", "Molenpoort", 120)]
    words = words_of(found, (NUMBER,))
    for part in (
        "Naam: Niels",
        f"BIG-nummer: {NUMBER}",
        "22 november 2021",
        "2025: VIG, De Linde",
        "1:01",
        "2026: –, Molenpoort",
        "Samen: 3:01 uur",
        "2080 uur in 5 jaar",
        "werk elders staat er niet bij",
    ):
        assert part in words


def test_without_hours_it_says_so() -> None:
    assert "geen uren goedgekeurd" in words_of([])


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2026, 11, 22), date(2021, 11, 22)), (date(2028, 2, 29), date(2023, 2, 28))],
)
def test_the_years_are_counted_back_by_the_calendar(day: date, first: date) -> None:
    assert desk._years_before(day, 5) == first


def test_a_worker_takes_the_own_statement(cast: Cast, sign_in: SignIn) -> None:
    make_proof(cast.niels, ProofKind.REGISTER, reference=NUMBER)
    account = cast.niels.account
    assert account is not None
    client = sign_in(account)
    answer = client.get(reverse("worker:statement"))
    assert answer["Content-Type"] == "application/pdf"
    assert "urenverklaring.pdf" in answer["Content-Disposition"]
    assert answer.content.startswith(b"%PDF-")
    assert client.post(reverse("worker:statement")).status_code == 405
    assert reverse("worker:statement") in client.get(reverse("worker:hours")).content.decode()
    assert reverse("worker:statement") in client.get(reverse("worker:passport")).content.decode()


def test_who_is_no_worker_has_none(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("worker:statement")
    assert "/accounts/login/" in Client().get(address)["Location"]
    assert sign_in(cast.otto).get(address).status_code == 403
