"""Sharing, the time in the pool, signals and induction in the browser: right on each screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from factories.demand import make_shift
from factories.identity import make_account, make_hr, make_role, signed
from factories.moments import MONDAY
from factories.rosters import raw_assignment
from factories.skills import make_policy, make_proof, make_skill
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


def staged(cast: Cast) -> dict[str, tuple[object, list[str]]]:
    """Let there be something on each page; give who looks at which."""
    make_policy(cast.de_linde, signals_from=date(2026, 11, 1))
    proof = make_proof(cast.niels, ProofKind.SKILL, skill="wond", issuer=cast.de_linde)
    proofs = Proof.objects.filter(worker=cast.niels)
    told = {"worker": cast.niels, "organisation": cast.molenpoort, "proofs": proofs}
    share = skills.share_passport(**told, through=date(2026, 12, 31), **signed())
    skills.share_passport(
        worker=cast.niels,
        organisation=cast.rijnzicht,
        proofs=[proof],
        through=date(2026, 11, 30),
        **signed(),
    )
    people.begin_pool_term(
        worker=cast.niels, organisation=cast.de_linde, starts_on=date(2025, 2, 1), **signed()
    )
    friday = make_shift(cast.vlinder, day=MONDAY - timedelta(days=3), skills=["wond", "infuus"])
    row = raw_assignment(cast.niels, friday)
    rosters.give_signal(
        assignment=row, skill=make_skill("wond"), kind="practice", side="self", **signed()
    )
    board = make_role(make_account("Bo"), RoleKind.BOARD, cast.de_linde)
    place = cast.vlinder.location_id
    return {
        "worker": (
            cast.niels.account,
            ["/worker/proofs/", "/worker/proofs/sharing/", f"/worker/shifts/{friday.pk}/"],
        ),
        "hr": (
            make_hr(cast.de_linde),
            ["/hr/", "/hr/pool/", "/hr/policy/", "/hr/inductions/", f"/hr/inductions/{place}/"],
        ),
        "elsewhere": (make_hr(cast.molenpoort, "Mo"), ["/hr/people/", f"/hr/shared/{share.pk}/"]),
        "coordinator": (cast.coen, ["/region/pool/"]),
        "board": (board, ["/board/flow/"]),
    }


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, cast: Cast, size: tuple[int, int], scheme: str
) -> None:
    wrong = []
    for account, addresses in staged(cast).values():
        page = open_page(addresses[0], as_=account, size=size, scheme=scheme)
        home = page.url.removesuffix(addresses[0])
        for address in addresses:
            page.goto(f"{home}{address}")
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            wrong += findings(page)
            if folder := os.environ.get("SHOTS"):
                name = address.strip("/").replace("/", "-")
                page.screenshot(path=Path(folder) / f"{name}-{size[0]}.png", full_page=True)
    assert not wrong, "\n".join(wrong)
