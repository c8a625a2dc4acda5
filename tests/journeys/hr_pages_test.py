"""HR's desk in the browser: axe finds nothing, all fits, and it works without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factories.identity import make_hr
from factories.moments import NOW, SINCE
from factories.skills import make_skill
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.models import Claim
from rondstroom.rooms.skills.states import ClaimState, ProofKind

pytestmark = pytest.mark.journey
Open = Callable[..., Page]


@pytest.fixture
def hanna(cast: Cast) -> Account:
    """Give who checks at De Linde, with a claim of Niels that waits."""
    niels = cast.niels.account
    assert niels is not None
    about = {"kind": ProofKind.SKILL, "skill": make_skill(), "valid_from": SINCE}
    actions.make_claim(worker=cast.niels, organisation=cast.de_linde, **about, by=niels, at=NOW)
    return make_hr(cast.de_linde)


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, hanna: Account, size: tuple[int, int], scheme: str
) -> None:
    one = Claim.objects.get()
    file = f"/hr/people/{one.worker_id}/"
    addresses = [
        *("/hr/", f"/hr/claims/{one.pk}/", "/hr/people/", file, f"{file}proofs/skill/"),
        *(
            f"{file}register/",
            "/hr/register/",
            "/hr/acceptance/",
            "/hr/policy/",
            "/hr/catalogue/",
            "/hr/contracts/",
        ),
    ]
    page = open_page("/hr/", as_=hanna, size=size, scheme=scheme)
    home, wrong = page.url.removesuffix("/hr/"), []
    for address in addresses:
        page.goto(f"{home}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += findings(page)
    assert not wrong, "\n".join(wrong)


def test_a_claim_is_answered_without_scripts(open_page: Open, hanna: Account) -> None:
    page = open_page("/hr/", as_=hanna, size=SMALLEST, javascript=False)
    page.get_by_role("link", name="Niels").click()
    page.get_by_role("button", name="Ik heb het bewijs gezien").click()
    expect(page.get_by_text("Opgeschreven")).to_be_visible()
    assert Claim.objects.get().state == ClaimState.CONFIRMED
