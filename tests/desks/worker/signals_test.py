"""Saying something of a competence at three desks, and reading what came of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from desks.planner.reading import said, text_of
from factories.demand import make_shift
from factories.identity import make_hr
from factories.moments import MONDAY
from factories.rosters import raw_assignment
from factories.skills import make_policy, make_proof, make_skill
from people import Cast
from rondstroom.rooms.rosters.models import Assignment, Signal
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db

FRIDAY = MONDAY - timedelta(days=3)


@pytest.fixture
def mine(cast: Cast) -> Assignment:
    """Niels did wound care under supervision of Sanne on Friday."""
    make_policy(cast.de_linde, signals_from=date(2026, 11, 1))
    level = {"level": "supervised", "supervised_by": "independent"}
    make_proof(cast.niels, ProofKind.SKILL, skill="wond", issuer=cast.de_linde, **level)
    make_proof(cast.sanne, ProofKind.SKILL, skill="wond", issuer=cast.de_linde)
    raw_assignment(cast.sanne, make_shift(cast.vlinder, day=FRIDAY))
    return raw_assignment(cast.niels, make_shift(cast.vlinder, day=FRIDAY, skills=["wond"]))


def told(kind: str = "practice") -> dict[str, str | int]:
    return {"skill": make_skill("wond").pk, "kind": kind}


def test_said_answered_and_read(cast: Cast, mine: Assignment, sign_in: SignIn) -> None:
    niels, hr = sign_in(cast.niels.account), sign_in(make_hr(cast.de_linde))
    page = reverse("worker:shift", args=[mine.shift_id])
    assert "Wil je iets oefenen" in text_of(niels.get(page))
    address = reverse("worker:signal", args=[mine.pk])
    assert "Kies een bekwaamheid" in said(niels.post(address, told("lui")))
    assert "Personeelszaken bespreekt het" in said(niels.post(address, told()))
    assert "Wil je iets oefenen" not in text_of(niels.get(page))
    queue = text_of(hr.get("/hr/"))
    assert "Wond : wil dit vaker oefenen" in queue or "Wond: wil dit vaker oefenen" in queue
    answer = reverse("hr:signal_answer", args=[Signal.objects.get().pk])
    assert "Kies wat er uit" in said(hr.post(answer, {"outcome": ""}))
    assert "Opgeschreven" in said(hr.post(answer, {"outcome": "practice"}))
    assert "Signalen over een bekwaamheid" not in text_of(hr.get("/hr/"))
    assert "oefenen afgesproken" in text_of(niels.get("/worker/proofs/"))


def test_who_supervised_says_it_of_the_colleague(
    cast: Cast, mine: Assignment, sign_in: SignIn
) -> None:
    sanne = sign_in(cast.sanne.account)
    own = Assignment.objects.get(worker=cast.sanne)
    assert "Jij begeleidde Niels" in text_of(
        sanne.get(reverse("worker:shift", args=[own.shift_id]))
    )
    assert "meer niet" in said(sanne.post(reverse("worker:signal", args=[mine.pk]), told("ready")))
    assert Signal.objects.get().side == "supervisor"


def test_the_team_says_it_at_the_planners_desk(
    cast: Cast, mine: Assignment, sign_in: SignIn
) -> None:
    pia, page = sign_in(cast.pia), reverse("planner:welcome", args=[mine.pk])
    assert "Viel er iets op" in text_of(pia.get(page))
    assert "Kies een bekwaamheid" in said(pia.post(page, {"do": "signal", **told("lui")}))
    assert "meer niet" in said(pia.post(page, {"do": "signal", **told("unsure")}))
    assert "Viel er iets op" not in text_of(pia.get(page))
    assert pia.post(page, {"do": "signal", **told()}).status_code == 404
    assert Signal.objects.get().side == "team"


def test_outsiders_say_and_read_nothing(cast: Cast, mine: Assignment, sign_in: SignIn) -> None:
    address = reverse("worker:signal", args=[mine.pk])
    for worker in (cast.fatima, cast.joke):
        assert sign_in(worker.account).post(address, told()).status_code == 404
    assert sign_in(cast.otto).post(address, told()).status_code == 403
    assert sign_in(cast.niels.account).get(address).status_code == 405
    assert not Signal.objects.exists()
    sign_in(cast.niels.account).post(address, told())
    answer = reverse("hr:signal_answer", args=[Signal.objects.get().pk])
    hugo = sign_in(make_hr(cast.molenpoort, "Hugo"))
    assert hugo.post(answer, {"outcome": "spoken"}).status_code == 404
    assert "Niels" not in text_of(hugo.get("/hr/"))
    assert "vaker oefenen" not in text_of(sign_in(cast.pia).get("/planner/"))
    assert Signal.objects.get().outcome == ""
