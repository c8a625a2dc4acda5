"""A headless Chromium for journeys, with who must be signed in, and nobody else to talk to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from factories.moments import NOW
from rondstroom.rooms.identity.models import Account

# Without windows it goes from page to page in half the time; the engine is the same.
DEBIANS = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
FOUND = next((one for one in DEBIANS if one.exists()), DEBIANS[0])
CHROMIUM = Path(os.environ.get("RONDSTROOM_CHROMIUM", FOUND))
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_WAY_OUT = {"server": "http://127.0.0.1:9", "bypass": "127.0.0.1,localhost"}
"""Nobody listens there: what is asked of any host but this one stays unanswered."""
PHONE = (390, 844)
SMALLEST = (320, 640)
DESK = (1280, 900)

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Chromium; without it journeys are skipped, except where they must run."""
    if not CHROMIUM.exists():
        text = f"no Chromium at {CHROMIUM}: install Debian's package chromium-headless-shell"
        if os.environ.get("CI") == "true":
            pytest.fail(text)
        pytest.skip(text)
    # Playwright's loop makes Django think that it runs inside async code; it does not.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, proxy=NO_WAY_OUT)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be Sunday 22 November 2026, noon: the shifts of these tests lie after it."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Open]:
    """Give a way to open a page: `open_page("/worker/", as_=account, size=PHONE)`.

    A page that asks anything of another host, or whose script fails, fails the test.
    """
    contexts: list[BrowserContext] = []
    strays: list[str] = []
    faults: list[str] = []
    home = urlsplit(live_server.url).netloc

    def watch(request: Request) -> None:
        if request.url.startswith("http") and urlsplit(request.url).netloc != home:
            strays.append(request.url)

    def opened(
        path: str = "/",
        *,
        as_: Account | None = None,
        size: tuple[int, int] = PHONE,
        scheme: str = "light",
        javascript: bool = True,
        language: str = "nl-NL",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=javascript,
            locale=language,
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            service_workers="block",  # it would answer in place of the watchman below
        )
        context.set_default_timeout(30_000)
        context.on("request", watch)  # a route would stop each request, and forget style sheets
        contexts.append(context)
        if as_ is not None:
            context.add_cookies([_signed_in(as_, live_server.url)])
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda line: faults.append(line.text) if _is_refusal(line) else None)
        page.goto(live_server.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not strays, f"asked of other hosts: {strays}"
    assert not faults, f"scripts or styles that failed: {faults}"


def _is_refusal(line: Any) -> bool:
    """Tell whether the console speaks of something that the content policy refused."""
    return line.type == "error" and "Content Security Policy" in line.text


def _signed_in(account: Account, address: str) -> Any:
    """Give the cookie of a session in which this account has signed in."""
    client = Client()
    client.force_login(account)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": address}
