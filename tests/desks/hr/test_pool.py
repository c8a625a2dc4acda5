"""The time in the pool is in view: for HR, worker and coordinator; the board counts."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.identity import make_account, make_hr, make_role, signed
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import PoolTerm
from rondstroom.rooms.people.states import WentTo

pytestmark = pytest.mark.django_db

HERE = "/hr/pool/"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def begun(cast: Cast, ends_on: str = "2027-02-01") -> dict[str, Any]:
    return {"worker": cast.ruud.pk, "starts_on": "2026-02-01", "ends_on": ends_on}


def test_begun_in_view_and_gone(cast: Cast, sign_in: SignIn) -> None:
    hr = sign_in(make_hr(cast.molenpoort))
    page = text(hr.post(HERE, begun(cast), follow=True))
    card = page.split("Nu in de pool")[1]
    assert "Van 1 februari 2026 tot 1 februari 2027" in card
    assert "loopt af" in card.split("</li>")[0]
    worker = text(sign_in(cast.ruud.account).get("/worker/proofs/"))
    assert "Tot 1 februari 2027" in worker.split("Je tijd in de pool")[1]
    row = PoolTerm.objects.get()
    address = reverse("hr:pool_left", args=[row.pk])
    nobody = hr.post(address, {"left_on": "2026-11-20", "went_to": "employer"})
    assert nobody.status_code == 422
    assert "Kies bij welke organisatie" in text(nobody)
    told = {"left_on": "2026-11-20", "went_to": "employer", "employer": cast.de_linde.pk}
    gone = text(hr.post(address, told, follow=True)).split("Uit de pool in het laatste jaar")[1]
    assert "Ruud: in dienst bij een organisatie in de regio, De Linde" in gone
    assert "Je tijd in de pool" not in text(sign_in(cast.ruud.account).get("/worker/proofs/"))


@pytest.mark.parametrize(
    "told", [{}, {"ends_on": "2029-01-01"}, {"starts_on": "ooit"}, {"worker": 0}]
)
def test_what_cannot_be(told: dict[str, Any], cast: Cast, sign_in: SignIn) -> None:
    sent = begun(cast) | told if told else {"worker": cast.niels.pk, "starts_on": "2026-02-01"}
    assert sign_in(make_hr(cast.molenpoort)).post(HERE, sent).status_code == 422
    assert not PoolTerm.objects.exists()


def test_the_term_of_another_organisation_is_not_there(cast: Cast, sign_in: SignIn) -> None:
    row = _term(cast)
    hanna, address = sign_in(make_hr(cast.de_linde)), reverse("hr:pool_left", args=[row.pk])
    told = {"left_on": "2026-11-20", "went_to": "unknown"}
    assert hanna.post(address, told).status_code == 404
    assert hanna.post(address, told | {"organisation": cast.molenpoort.pk}).status_code == 404
    assert "Ruud" not in text(hanna.get(HERE))
    assert PoolTerm.objects.get().left_on is None


def test_the_coordinator_names_who_is_open_to_the_region(cast: Cast, sign_in: SignIn) -> None:
    _term(cast)  # Ruud wants to work elsewhere too
    people.begin_pool_term(
        worker=cast.niels,
        organisation=cast.de_linde,
        starts_on=_term_day(),
        **signed(),
    )
    page = text(sign_in(cast.coen).get("/region/pool/"))
    assert "Ruud" in page
    assert "Niels" not in page
    assert "Nog 1 persoon werkt vanuit de pool" in page
    assert sign_in(cast.pia).get("/region/pool/").status_code == 403


def test_the_board_names_nobody_who_left(cast: Cast, sign_in: SignIn) -> None:
    row = _term(cast)
    board = sign_in(make_role(make_account("Bo"), RoleKind.BOARD, cast.molenpoort))
    people.leave_pool(
        term=row,
        left_on=_term_day(),
        went_to=WentTo.EMPLOYER,
        employer=cast.de_linde,
        **signed(),
    )
    page = text(board.get("/board/flow/"))
    assert "Uit de pool" in page
    assert "De Linde: 1" not in page
    assert "Ruud" not in page
    told = board.get("/board/flow/", {"organisation": cast.de_linde.pk})
    assert told.status_code == 404


def _term_day() -> Any:
    return signed()["at"].date()


def _term(cast: Cast) -> PoolTerm:
    return people.begin_pool_term(
        worker=cast.ruud, organisation=cast.molenpoort, starts_on=_term_day(), **signed()
    )
