"""Runs the table of what becomes of a claim, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from factories.identity import make_account, make_role
from factories.moments import NOW, SINCE
from factories.organisations import make_organisation
from factories.people import make_worker
from factories.skills import make_policy, make_skill
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.models import Claim, Proof
from rondstroom.rooms.skills.states import CLAIM_TRANSITIONS, ClaimState, DeclineReason, ProofKind

TABLE = Path(__file__).resolve().parents[2] / "cases" / "claims" / "answers.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def step(claim: Claim, words: str, people: dict[str, Account]) -> None:
    """Let somebody do one thing to a claim."""
    who, what, *reason = words.split()
    signed: dict[str, Any] = {"by": people[who], "at": NOW}
    if what == "declines":
        actions.decline_claim(claim=claim, reason=DeclineReason(reason[0]), **signed)
        return
    todo = {
        "confirms": actions.confirm_claim,
        "takes": actions.take_claim,
        "withdraws": actions.withdraw_claim,
    }
    todo[what](claim=claim, **signed)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    house = make_organisation()
    worker = make_worker("Niels")
    people = {
        "hanna": make_role(make_account("Hanna"), RoleKind.HR, house),
        "hugo": make_role(make_account("Hugo"), RoleKind.HR, house),
        "worker": worker.account or make_account("Nobody"),
    }
    if four_eyes := case.get("four_eyes"):
        kind = ProofKind.SKILL if four_eyes is True else ProofKind(four_eyes)
        make_policy(house, four_eyes=[kind])
    claim = actions.make_claim(
        worker=worker,
        organisation=house,
        kind=ProofKind.SKILL,
        skill=make_skill(),
        valid_from=SINCE,
        by=people["worker"],
        at=NOW,
    )
    refused = None
    for number, words in enumerate(case["steps"], start=1):
        try:
            step(claim, words, people)
        except actions.UnableToAnswerClaim as refusal:
            refused = [number, refusal.code]
    assert refused == case.get("refused")
    claim.refresh_from_db()
    assert claim.state == case["becomes"]
    assert Proof.objects.filter(worker=worker, kind=ProofKind.SKILL).count() == case["proofs"]


def test_every_state_is_reached_by_the_table() -> None:
    assert {case["becomes"] for case in CASES} == set(ClaimState)


def test_no_state_leads_back() -> None:
    for state, following in CLAIM_TRANSITIONS.items():
        assert all(state not in CLAIM_TRANSITIONS[later] for later in following)
