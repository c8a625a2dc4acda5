"""Who may come to HR's desk, and that nothing of another organisation is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.demand import make_shift
from factories.identity import make_hr, signed
from factories.moments import MONDAY, NOW
from factories.rosters import raw_assignment
from factories.skills import make_acceptance, make_proof, make_skill
from factories.work_codes import make_code
from people import Cast
from rondstroom.rooms.contracts.models import WorkCodeVersion
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Engagement, PoolTerm
from rondstroom.rooms.rosters.models import Signal
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.models import Acceptance, Claim, Decision, Policy, Proof, Registration
from rondstroom.rooms.skills.states import ClaimState, ProofKind
from rondstroom.web.hr.urls import urlpatterns
from snapshot import once

OPEN = {
    "queue",
    "people",
    "register",
    "acceptance",
    "policy",
    "pool",
    "inductions",
    "catalogue",
    "catalogue_file",
}
OPEN |= {"calling", "work_code", "shared_out", "annual", "annual_file"}
OPEN |= {"findings", "contracts"}
SHARED = {"queue", "catalogue", "catalogue_file"}
BY_CLAIM = {"claim", "claim_take", "claim_confirm", "claim_decline"}
BY_WORKER = {"file", "decide", "proof_new", "register_answer"}
BY_SHARE = {"shared"}
BY_TERM = {"pool_left"}
BY_PLACE = {"induction"}
BY_SIGNAL = {"signal_answer"}
BY_ROW = {"proof_withdraw", "proof_level", "acceptance_end"}
BY_TIE = {"times"}
BY_CODE = {"work_code_decide"}
WRITES = {"claim_take", "claim_confirm", "claim_decline", "decide"} | BY_ROW | BY_TERM | BY_SIGNAL
WRITES |= BY_CODE
FORMS = {"annual", "proof_new", "register_answer", "acceptance", "policy", "pool"}
FORMS |= {"contracts"}
BY_NUMBER = BY_CLAIM | BY_WORKER | BY_SHARE | BY_TERM | BY_SIGNAL | BY_ROW | BY_TIE | BY_CODE
BY_NUMBER |= BY_PLACE
ALL = sorted(OPEN | BY_NUMBER)
OUTSIDERS = ["pia", "bas", "coen", "petra", "otto", "niels"]
TOLD = {
    "reason": "mistake",
    "method": "both",
    "matter": "conduct",
    "about": "old:2026-01-01:",
    "answer": "yes",
    "valid_from": "2026-11-01",
    "starts_on": "2026-11-01",
    "kind": "skill",
    "code": "30",
    "number": "00012345678",
    "outcome": "active",
    "claim_days": "9",
    "level": "supervises",
    "left_on": "2026-11-01",
    "went_to": "unknown",
    "unpredictable": "on",
}


@pytest.fixture
@once
def things(cast: Cast, claimed: Claim) -> Mapping[str, int]:
    """Give what De Linde has: a claim, a worker's file, a proof that it saw, a decision."""
    proof = make_proof(cast.niels, ProofKind.SKILL, skill="wond", issuer=cast.de_linde)
    row = make_acceptance(cast.de_linde, ProofKind.SKILL)
    return {
        "claim": claimed.pk,
        "worker": cast.niels.pk,
        "proof": proof.pk,
        "row": row.pk,
        "tie": cast.niels.engagements.get().pk,
        "code": make_code(cast.de_linde, approved=False).pk,
    } | _besides(cast)


def _besides(cast: Cast) -> dict[str, int]:
    """Let Ruud of elsewhere show De Linde what he can do, and Niels work from the pool."""
    share = actions.share_passport(
        worker=cast.ruud,
        organisation=cast.de_linde,
        proofs=Proof.objects.filter(worker=cast.ruud),
        through=MONDAY,
        **signed(),
    )
    term = people.begin_pool_term(
        worker=cast.niels, organisation=cast.de_linde, starts_on=MONDAY, **signed()
    )
    return {
        "share": share.pk,
        "term": term.pk,
        "signal": _signal(cast),
        "place": cast.vlinder.location_id,
    }


def _signal(cast: Cast) -> int:
    """Let Niels say that he wants to practise."""
    shift = make_shift(cast.vlinder, day=MONDAY - timedelta(days=3), skills=["wond"])
    row = Signal.objects.create(
        assignment=raw_assignment(cast.niels, shift),
        skill=make_skill("wond"),
        organisation=cast.de_linde,
        kind="practice",
        side="self",
        given_at=NOW,
        due_at=NOW,
    )
    return row.pk


def address(name: str, things: Mapping[str, int]) -> str:
    if name in BY_CLAIM:
        return reverse(f"hr:{name}", args=[things["claim"]])
    if name in BY_WORKER:
        more = ["conduct"] if name == "proof_new" else []
        return reverse(f"hr:{name}", args=[things["worker"], *more])
    if name in BY_SHARE:
        return reverse(f"hr:{name}", args=[things["share"]])
    if name in BY_SIGNAL:
        return reverse(f"hr:{name}", args=[things["signal"]])
    if name in BY_PLACE:
        return reverse(f"hr:{name}", args=[things["place"]])
    if name in BY_TERM:
        return reverse(f"hr:{name}", args=[things["term"]])
    if name in BY_ROW:
        return reverse(f"hr:{name}", args=[things["proof" if "proof" in name else "row"]])
    if name in BY_CODE:
        return reverse(f"hr:{name}", args=[things["code"]])
    return reverse(f"hr:{name}", args=[things["tie"]] if name in BY_TIE else [])


def ask(browser: Client, name: str, things: Mapping[str, int], **told: Any) -> Any:
    path = address(name, things)
    return browser.post(path, TOLD | told) if name in WRITES else browser.get(path, told)


def kept() -> list[int]:
    """Count all that this desk can change."""
    kinds: list[Any] = [Acceptance, Claim, Decision, Policy, Proof, Registration]
    living: list[Any] = [
        Proof.objects.filter(withdrawn_on=None),
        Proof.objects.filter(level=""),
        Acceptance.objects.filter(ends_on=None),
        PoolTerm.objects.filter(left_on=None),
        WorkCodeVersion.objects.filter(state="proposed"),
        Engagement.objects.filter(reference_times=None),
        Signal.objects.filter(outcome=""),
    ]
    return [*(kind.objects.count() for kind in kinds), *(rows.count() for rows in living)]


def test_every_address_is_in_these_tests() -> None:
    assert sorted(str(pattern.name) for pattern in urlpatterns) == ALL


@pytest.mark.parametrize("name", ALL)
def test_a_stranger_goes_to_the_door(
    name: str, things: Mapping[str, int], stranger: Client
) -> None:
    assert "/accounts/login/" in ask(stranger, name, things)["Location"]


@pytest.mark.parametrize("name", ALL)
def test_who_checks_nothing_reads_why_not(
    name: str, cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    before = kept()
    for who in OUTSIDERS:
        account = getattr(cast, who)
        client = sign_in(getattr(account, "account", account))
        answer = ask(client, name, things)
        assert answer.status_code == 403
        assert "Deze werkplek is voor wie bewijzen controleert" in answer.content.decode()
        assert client.post(address(name, things), TOLD).status_code in {403, 405}
    assert kept() == before


@pytest.mark.parametrize("name", sorted(BY_NUMBER))
def test_what_is_of_another_organisation_does_not_exist(
    name: str, cast: Cast, things: Mapping[str, int], sign_in: Any
) -> None:
    molen, before = sign_in(make_hr(cast.molenpoort, "Mo")), kept()
    assert ask(molen, name, things).status_code == 404
    assert molen.post(address(name, things), TOLD).status_code in {404, 405}
    assert molen.post(
        address(name, things), {**TOLD, "organisation": cast.de_linde.pk}
    ).status_code in {404, 405}
    assert kept() == before
    assert Claim.objects.get().state == ClaimState.OPEN
    pages = [molen.get(reverse(f"hr:{page}")).content.decode() for page in OPEN]
    assert not any("Niels" in page for page in pages)


@pytest.mark.parametrize("name", sorted(OPEN - SHARED))
def test_another_organisation_is_not_chosen(
    name: str, cast: Cast, hanna: Account, things: Mapping[str, int], sign_in: Any
) -> None:
    client, told = sign_in(hanna), {"organisation": cast.molenpoort.pk}
    assert client.get(address(name, things), told).status_code == 404
    if name in FORMS:
        assert client.post(address(name, things), TOLD | told).status_code == 404
    assert not Policy.objects.exists()


@pytest.mark.parametrize("name", sorted(WRITES))
def test_writes_do_not_answer_to_a_look(
    name: str, hanna: Account, things: Mapping[str, int], sign_in: Any
) -> None:
    assert sign_in(hanna).get(address(name, things)).status_code == 405


@pytest.mark.parametrize(
    "name", sorted(BY_WORKER - {"file"} | {"proof_withdraw", "proof_level", "times"})
)
def test_nobody_writes_in_the_own_file(
    name: str, cast: Cast, hanna: Account, things: Mapping[str, int], sign_in: Any
) -> None:
    cast.niels.account = hanna
    cast.niels.save()
    client, before = sign_in(hanna), kept()
    assert client.post(address(name, things), TOLD).status_code == 404
    assert kept() == before
    assert "Schrijf op wat" not in client.get(address("file", things)).content.decode()


def test_hr_starts_at_the_own_desk(hanna: Account, sign_in: Any) -> None:
    assert sign_in(hanna).get("/")["Location"] == "/hr/"
