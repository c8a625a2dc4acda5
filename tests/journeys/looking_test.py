"""The look itself sees what is wrong: otherwise "nothing found" would say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from journeys.looking import sideways, too_small, unfold, unreachable, without_ring

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<main><h1>a</h1><img src='/x.png'></main>", "image-alt"),
        ("<main><h1>a</h1><input></main>", "label"),
        ("<main><h1>a</h1><button></button></main>", "button-name"),
        ("<h1>a</h1><p>outside every landmark</p>", "region"),
    ],
)
def test_axe_finds_what_is_wrong(open_page: Callable[..., Page], body: str, rule: str) -> None:
    page = open_page("/health/")
    page.set_content(f"<html lang='nl'><title>a</title><body>{body}</body></html>")
    assert any(rule in one for one in unreachable(page))


def test_a_small_button_and_a_wide_page_are_found(open_page: Callable[..., Page]) -> None:
    page = open_page("/health/")
    page.set_content("<button>x</button>" + "w" * 400)
    page.evaluate("document.querySelector('button').style.cssText = 'padding:0;height:12px'")
    assert too_small(page)
    assert sideways(page)


def test_a_focus_that_cannot_be_seen_is_found(open_page: Callable[..., Page]) -> None:
    page = open_page("/health/")
    page.set_content("<a class='bare' href='/'>a</a><a href='/'>b</a><button disabled>c</button>")
    page.evaluate("document.querySelector('.bare').style.outline = 'none'")
    assert [one for one in without_ring(page) if "bare" in one] == without_ring(page)
    assert len(without_ring(page)) == 1


def test_what_is_folded_is_looked_at(open_page: Callable[..., Page]) -> None:
    page = open_page("/health/")
    hidden = "<input id='x'>"
    page.set_content(f"<main><h1>a</h1><details><summary>b</summary>{hidden}</details></main>")
    assert not any("label" in one for one in unreachable(page))
    unfold(page)
    assert any("label" in one for one in unreachable(page))
