"""The list of what contracts ask, at the finance desk: own people only, a letter settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.contracts import make_agreement, make_finance
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.contracts.models import Letter
from rondstroom.rooms.people.states import EngagementForm

ALL = ["obligations", "obligation_letter", "deadlines"]
LIST = "/finance/obligations/"
RUNS_OUT = "/finance/deadlines/"


@pytest.fixture
def letter(cast: Cast) -> str:
    """Give where the letter to Mira is written down: on call at De Linde for over a year."""
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    row = worker.engagements.get()
    row.starts_on = date(2025, 11, 1)
    row.save()
    return reverse("finance:obligation_letter", args=[row.pk])


def read(answer: Any) -> str:
    return str(answer.content.decode())


def test_who_may_come_in(cast: Cast, letter: str, stranger: Client, sign_in: Any) -> None:
    assert "/accounts/login/" in stranger.get(LIST)["Location"]
    assert "/accounts/login/" in stranger.post(letter)["Location"]
    for outsider in (cast.pia, cast.coen, cast.otto, cast.niels.account):
        assert sign_in(outsider).get(LIST).status_code == 403
        assert sign_in(outsider).get(RUNS_OUT).status_code == 403
        assert sign_in(outsider).post(letter).status_code == 403
    mo = sign_in(make_finance(cast.molenpoort, "Mo"))
    assert mo.get(LIST, {"organisation": cast.de_linde.pk}).status_code == 404
    assert mo.get(RUNS_OUT, {"organisation": cast.de_linde.pk}).status_code == 404
    assert "Mira" not in read(mo.get(RUNS_OUT))
    told = {"kind": "offer", "sent_on": "2026-11-20"}
    assert mo.post(letter, told).status_code == 404
    assert mo.post(letter, told | {"organisation": cast.de_linde.pk}).status_code == 404
    assert sign_in(cast.petra).get(letter).status_code == 405
    assert not Letter.objects.exists()
    assert "Mira" not in read(mo.get(LIST))


def test_a_letter_takes_it_off_the_list(cast: Cast, letter: str, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    page = read(petra.get(LIST))
    assert "Twaalf maanden op oproep zijn vol" in page
    assert "01-12-2026" in page
    told = {"kind": "offer", "sent_on": ""}
    assert "Vul de dag in" in read(petra.post(letter, told, follow=True))
    page = read(petra.post(letter, told | {"sent_on": "2027-11-20"}, follow=True))
    assert "kan niet op 20-11-2027" in page
    page = read(petra.post(letter, told | {"sent_on": "2026-11-20"}, follow=True))
    assert "Opgeschreven" in page
    assert "Niets te doen" in page
    assert petra.post(letter, told).status_code == 404


def test_what_runs_out_stands_in_one_list(cast: Cast, letter: str, sign_in: Any) -> None:
    petra = sign_in(cast.petra)
    assert RUNS_OUT in read(petra.get(LIST))
    row = make_agreement(ends_on=date(2027, 1, 1))
    page = read(petra.get(RUNS_OUT))
    assert page.index("01-12-2026") < page.index("31-12-2026")
    assert "Mira" in page
    assert reverse("finance:contract", args=[row.pk]) in page
    petra.post(letter, {"kind": "offer", "sent_on": "2026-11-20"})
    assert "Mira" not in read(petra.get(RUNS_OUT))


def test_nothing_runs_out(cast: Cast, sign_in: Any) -> None:
    assert "Niets loopt af" in read(sign_in(cast.petra).get(RUNS_OUT))
