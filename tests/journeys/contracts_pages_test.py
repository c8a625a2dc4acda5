"""Agreements, rates, VAT grounds and suppliers in the browser: axe finds nothing, all fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factories.contracts import (
    make_agreement,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
)
from factories.moments import MONDAY
from factories.people import make_worker
from factories.settlement import make_worked
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings
from people import Cast
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
YES = ("care_staff", "in_institution", "indispensable", "no_extra_income")


@pytest.fixture
def addresses(cast: Cast) -> list[str]:
    """Give the addresses that Petra opens, with something in every state."""
    make_worked(
        make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL),
        cast.vlinder,
        day=MONDAY,
    )
    make_worked(cast.niels, cast.vlinder)
    one = make_agreement(cast.molenpoort, cast.de_linde)
    make_rate(one)
    make_rate(one, "VIG", approved=False)
    decided = make_vat(one)
    waits = make_vat(one, approved=False)
    make_agreement(cast.rijnzicht, cast.de_linde, signed_by_both=False)
    supplier = make_supplier(cast.de_linde)
    hired = make_supplier_agreement(supplier)
    zara = make_worker("Zara", organisation=cast.de_linde, form=EngagementForm.SELF_EMPLOYED)
    return [
        "/finance/contracts/",
        "/finance/contracts/new/",
        "/finance/obligations/",
        "/finance/staffing/",
        f"/finance/contracts/{one.pk}/",
        f"/finance/contracts/{hired.pk}/",
        f"/finance/contracts/{hired.pk}/rate/",
        f"/finance/contracts/{hired.pk}/duties/",
        f"/finance/contracts/{hired.pk}/bills/",
        f"/finance/contracts/{one.pk}/vat/",
        f"/finance/contracts/vat/{decided.pk}/",
        f"/finance/contracts/vat/{waits.pk}/",
        "/finance/contracts/self-employed/",
        f"/finance/contracts/self-employed/{zara.engagements.get().pk}/",
        "/finance/contracts/suppliers/",
        f"/finance/contracts/suppliers/{supplier.pk}/",
    ]


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_page_is_right(
    open_page: Open, cast: Cast, addresses: list[str], size: tuple[int, int], scheme: str
) -> None:
    page = open_page(addresses[0], as_=cast.petra, size=size, scheme=scheme, javascript=True)
    home = page.url.split(addresses[0])[0]
    wrong = []
    for address in addresses:
        page.goto(f"{home}{address}")
        wrong += findings(page)
        if address.endswith("/vat/"):
            for name in YES:
                page.locator(f"select[name={name}]").select_option("yes")
            page.get_by_role("button", name="Bekijk de uitkomst").click()
            expect(page.get_by_role("heading", name="Nauw samenhangend")).to_be_visible()
            wrong += findings(page)
    assert not wrong, "\n".join(wrong)
