"""Going from link to link comes everywhere a stranger may, once, and opens no file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from journeys.crawling import kind_of, wrong_on

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://localhost:1/worker/shifts/12/?day=2026-11-01", "/worker/shifts/N/"),
        ("/region/people/7/job/#top", "/region/people/N/job/"),
    ],
)
def test_pages_about_other_things_are_of_one_kind(address: str, kind: str) -> None:
    assert kind_of(address) == kind


def test_a_stranger_comes_at_every_public_page_once(open_page: Callable[..., Page]) -> None:
    been, wrong = wrong_on(open_page("/health/"), "/", lambda page: [page.title()])
    assert {"/", "/accounts/login/", "/pay/hours/", "/pay/forms/", "/gallery/"} <= set(been)
    assert len(been) == len(set(been)) == len(wrong)
    assert all(wrong)


def test_a_file_and_another_host_are_passed_by(open_page: Callable[..., Page]) -> None:
    page = open_page("/health/")
    home = page.url.removesuffix("/health/")
    links = "".join(
        f"<a href='{one}'>a</a>" for one in ("/api/v1/openapi.json", "https://x.invalid/", "/scan/")
    )
    body = f"<html lang='nl'><title>a</title><body>{links}</body></html>"
    page.route(
        f"{home}/start/",
        lambda route: route.fulfill(body=body, content_type="text/html"),
    )
    been, _wrong = wrong_on(page, "/start/", lambda _page: [])
    assert "/scan/" in been
    assert not [one for one in been if "json" in one]
