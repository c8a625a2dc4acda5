"""The door, signing in, the gallery and the pages that say no: right everywhere, and light."""

from __future__ import annotations

import base64
import gzip
import hmac
import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from factories.demand import make_night_shift
from journeys.conftest import DESK, SMALLEST
from journeys.looking import findings, follow
from people import Cast

pytestmark = pytest.mark.journey
Open = Callable[..., Page]
PASSWORD = "een lang wachtwoord"
STRANGERS_SEE = [
    "/",
    "/gallery/",
    "/scan/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-set-password/",
    "/accounts/password/reset/key/done/",
    "/accounts/inactive/",
    "/accounts/email/",
    "/not-here/",
]
ACCOUNTS_SEE = ["/", "/accounts/logout/", "/accounts/password/change/", "/accounts/2fa/"]
MOST_BYTES, MOST_REQUESTS = 150_000, 8


def all_of(page: Page, addresses: list[str]) -> list[str]:
    home = re.match(r"https?://[^/]+", page.url)
    assert home is not None
    wrong = []
    for address in addresses:
        page.goto(home[0] + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += findings(page)
    return wrong


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", SMALLEST), ("dark", SMALLEST), ("light", DESK)]
)
def test_what_strangers_see_is_right(
    open_page: Open, cast: Cast, scheme: str, size: tuple[int, int]
) -> None:
    wrong = all_of(open_page(scheme=scheme, size=size), STRANGERS_SEE)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_an_account_are_right(open_page: Open, cast: Cast, scheme: str) -> None:
    wrong = all_of(open_page(as_=cast.otto, scheme=scheme, size=SMALLEST), ACCOUNTS_SEE)
    assert not wrong, "\n".join(wrong)


def test_signing_in_leads_to_the_own_desk_and_out_again(open_page: Open, cast: Cast) -> None:
    account = cast.niels.account
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    page = open_page("/accounts/login/")
    page.get_by_label("E-mailadres").fill(account.email)
    page.get_by_label("Wachtwoord").fill("iets anders")
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".errorlist")).to_be_visible()
    assert not findings(page)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Diensten die je kunt werken")
    page.locator("summary", has_text="Mijn account").click()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("status")).to_contain_text("Je bent uitgelogd")


def code_of(secret: str) -> str:
    """Give the code that an app shows now (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, int(time.time() // 30).to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


def test_signing_in_in_two_steps(open_page: Open, cast: Cast) -> None:
    account = cast.niels.account
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    page = open_page("/accounts/login/?next=/accounts/2fa/", size=SMALLEST)
    page.get_by_label("E-mailadres").fill(account.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Zet aan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ben jij het nog?")
    assert not findings(page)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    follow(page.get_by_role("button", name="Ga door"))
    assert not findings(page)
    page.locator("input[name=code]").fill(code_of(page.locator("code").inner_text()))
    page.get_by_role("button", name="Zet aan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    assert not findings(page)
    recovery = page.locator(".codes code").first.inner_text()
    follow(page.get_by_role("link", name="Terug"))
    assert not findings(page)
    follow(page.get_by_role("link", name="Zet uit"))
    assert not findings(page)
    page.locator("summary", has_text="Mijn account").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("link", name="Inloggen").first.click()
    page.get_by_label("E-mailadres").fill(account.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen, stap twee")
    assert not findings(page)
    page.locator("input[name=code]").fill(recovery)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Diensten die je kunt werken")


def test_the_language_switch_works_without_scripts(open_page: Open, cast: Cast) -> None:
    page = open_page("/gallery/", javascript=False)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.get_by_role("button", name="Show this page in English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Toon deze pagina in het Nederlands").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")


@pytest.mark.parametrize("address", ["/", "/gallery/", "/worker/", "/worker/availability/"])
def test_a_page_is_light(open_page: Open, cast: Cast, address: str) -> None:
    make_night_shift(cast.vlinder)
    page = open_page("/health/", as_=cast.niels.account if "worker" in address else None)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(page.url.replace("/health/", address))
    page.wait_for_load_state("networkidle")
    weight = sum(len(gzip.compress(answer.body())) for answer in answers if answer.ok)
    assert len(answers) <= MOST_REQUESTS, [answer.url for answer in answers]
    assert weight <= MOST_BYTES, f"{weight} bytes"
