"""The skills passport: what one has, where it counts, who read it, and what would open more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desks.conftest import SignIn
from factories.demand import make_night_shift
from factories.identity import make_hr, signed
from factories.moments import NOW
from factories.skills import make_policy, make_proof, make_skill
from people import Cast
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_what_one_has_and_what_lapses(cast: Cast, sign_in: SignIn) -> None:
    for day, skill in ((date(2026, 11, 20), "tillen"), (date(2026, 12, 20), "wassen")):
        make_proof(cast.niels, ProofKind.SKILL, skill=skill, valid_through=day)
    page = text(sign_in(cast.niels.account).get("/worker/proofs/"))
    over, soon = page.split("bekwaamheid: Tillen")[1], page.split("bekwaamheid: Wassen")[1]
    assert "verlopen" in over.split("</li>")[0]
    assert "verloopt" in soon.split("</li>")[0]
    assert "tot en met zo 20 dec" in soon.split("</li>")[0]
    assert "zonder einddatum" in page


def test_where_it_counts_is_what_the_gate_says(cast: Cast, sign_in: SignIn) -> None:
    page = text(sign_in(cast.ruud.account).get("/worker/proofs/"))
    linde = page.split("<h3>De Linde</h3>")[1].split("</li>")[0]
    assert "mist iets" in linde
    assert "VOG: niet gezien." in linde
    assert "hier wil je werken" in linde
    assert "hier werk je" in page.split("<h3>Molenpoort</h3>")[1].split("</li>")[0]
    assert "Rijnzicht" not in page
    assert "alles telt" in text(sign_in(cast.niels.account).get("/worker/proofs/"))


def test_one_more_competence_opens_real_shifts(cast: Cast, sign_in: SignIn) -> None:
    client, skill = sign_in(cast.niels.account), make_skill("injecteren")
    assert "Nu geen dienst waar alleen" in text(client.get("/worker/proofs/"))
    make_night_shift(cast.vlinder, skills=["injecteren"])
    page = text(client.get("/worker/proofs/"))
    opens = page.split("Wat opent er meer?")[1]
    assert "<h3>Injecteren</h3>" in opens
    assert "1 dienst, 1,9 uur per week" in opens
    assert f"/worker/proofs/claims/new/skill/?skill={skill.pk}" in opens
    make_proof(cast.niels, ProofKind.SKILL, skill="injecteren")
    assert "<h3>Injecteren</h3>" not in text(client.get("/worker/proofs/")).split("Wat opent")[1]


def test_who_read_it_and_taking_away_who_may(cast: Cast, sign_in: SignIn) -> None:
    hanna, ruud = make_hr(cast.de_linde), sign_in(cast.ruud.account)
    desk = sign_in(hanna)
    assert "Niemand van een andere organisatie." in text(ruud.get("/worker/proofs/"))
    assert desk.get(f"/hr/people/{cast.ruud.pk}/").status_code == 200
    assert "Hanna, De Linde" in text(ruud.get("/worker/proofs/"))
    people.set_willingness(worker=cast.ruud, organisations=[], **signed())
    assert desk.get(f"/hr/people/{cast.ruud.pk}/").status_code == 404


def test_a_missing_induction_is_told_and_claims_that_wait(cast: Cast, sign_in: SignIn) -> None:
    make_policy(cast.de_linde, asks_induction=True)
    own = cast.niels.account
    assert own is not None
    about = {"kind": ProofKind.CONDUCT, "valid_from": date(2026, 11, 1)}
    actions.make_claim(worker=cast.niels, organisation=cast.de_linde, **about, by=own, at=NOW)
    assert "1 melding wacht op antwoord" in text(sign_in(own).get("/worker/proofs/"))


def test_the_passport_is_the_own_one(cast: Cast, sign_in: SignIn, stranger: Any) -> None:
    assert sign_in(cast.pia).get("/worker/proofs/").status_code == 403
    assert "/accounts/login/" in stranger.get("/worker/proofs/")["Location"]
    make_proof(cast.niels, ProofKind.SKILL, skill="tillen")
    assert "Tillen" not in text(sign_in(cast.sanne.account).get("/worker/proofs/"))
