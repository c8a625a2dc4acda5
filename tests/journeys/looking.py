"""What must hold of every page: no axe finding, nothing sideways, nothing too small to hit."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SMALLEST_TARGET = 24
AXE = {"resultTypes": ["violations"]}
# A link inside a sentence may be as high as its line (WCAG 2.5.8, inline exception).
SMALL = """smallest => [...document.querySelectorAll(
    'a[href], button, summary, select, textarea, input:not([type=hidden])')]
  .filter(one => {
    const box = one.getBoundingClientRect();
    const seen = box.width && box.height && getComputedStyle(one).visibility === 'visible';
    const inline = one.tagName === 'A' && getComputedStyle(one).display === 'inline';
    const hidden = one.closest('.skip') || one.classList.contains('skip');
    return seen && !inline && !hidden && (box.width < smallest || box.height < smallest);
  })
  .map(one => one.outerHTML.slice(0, 120))"""


def findings(page: Page) -> list[str]:
    """Give everything wrong with a page, in words; nothing when it is right."""
    return [*unreachable(page), *too_small(page), *sideways(page)]


def unreachable(page: Page) -> list[str]:
    """Give axe's findings: WCAG 2.0 to 2.2 A and AA, and best practice."""
    found = Axe().run(page, options=AXE)
    return [
        f"{page.url}: {one['id']} ({one['impact']}): {node['html'][:160]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


def too_small(page: Page) -> list[str]:
    """Give the controls that are too small for a finger."""
    return [f"{page.url}: too small: {one}" for one in page.evaluate(SMALL, SMALLEST_TARGET)]


def sideways(page: Page) -> list[str]:
    """Tell when a page is wider than the screen."""
    width, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"{page.url}: {width} px wide on a screen of {screen}"] if width > screen else []
