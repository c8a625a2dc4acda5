"""What the planner reads first: who may not work a shift any more, why, and what to do."""

from __future__ import annotations

from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import signed
from people import Cast
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind, WithdrawalReason

pytestmark = pytest.mark.django_db


def test_the_first_page_names_who_may_not_work_and_the_way_out(cast: Cast, sign_in: Any) -> None:
    actions.assign(worker=cast.niels, shift=make_shift(cast.vlinder), **signed())
    planner = sign_in(cast.pia)
    assert "Mag deze dienst nu niet werken" not in planner.get("/planner/").content.decode()
    proof = Proof.objects.get(worker=cast.niels, kind=ProofKind.CONDUCT)
    skills.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())
    page = planner.get("/planner/").content.decode()
    assert "Mag deze dienst nu niet werken" in page
    assert "Niels" in page
    assert "Vraag een nieuwe VOG aan" in page


def test_a_planner_elsewhere_does_not_read_it(cast: Cast, sign_in: Any) -> None:
    actions.assign(worker=cast.niels, shift=make_shift(cast.vlinder), **signed())
    proof = Proof.objects.get(worker=cast.niels, kind=ProofKind.CONDUCT)
    skills.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())
    page = sign_in(cast.bas).get("/planner/").content.decode()
    assert "Mag deze dienst nu niet werken" not in page
    assert "Niels" not in page
