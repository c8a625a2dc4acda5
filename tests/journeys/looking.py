"""What must hold of every page: no axe finding, nothing sideways or too small, focus in sight."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

SMALLEST_TARGET = 24
SCRIPT = Axe().axe_script
AXE = """() => axe.run({resultTypes: ['violations']}).then(found => found.violations)"""
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
# One of each kind of control is enough: what a focus looks like comes from the style sheet.
# Where the ring may lie around the control instead of on it: a label around a choice, a holder.
UNSEEN = """() => {
  const kinds = new Map();
  const all = 'a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex]';
  for (const one of document.querySelectorAll(all)) {
    const kind = one.tagName + '.' + one.className + ' ' + (one.parentElement || one).className;
    if (!kinds.has(kind) && one.getClientRects().length) kinds.set(kind, one);
  }
  const ring = one => {
    const seen = getComputedStyle(one);
    if (seen.outlineStyle === 'auto') return true;  // the browser's own ring
    return seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) >= 2;
  };
  const before = document.activeElement;
  const unseen = [];
  for (const one of kinds.values()) {
    one.focus({preventScroll: true, focusVisible: true});
    if (document.activeElement !== one) continue;  // disabled
    if (one.tabIndex < 0) continue;  // not for the keyboard: a heading to go to
    const near = [one, one.parentElement, one.nextElementSibling, one.closest('label')];
    if (!near.some(each => each && ring(each))) unseen.push(one.outerHTML.slice(0, 120));
    one.blur();
  }
  if (before && before.focus) before.focus({preventScroll: true});
  return unseen;
}"""


def findings(page: Page) -> list[str]:
    """Give everything wrong with a page, in words; nothing when it is right."""
    return [*unreachable(page), *too_small(page), *sideways(page), *without_ring(page)]


def unreachable(page: Page) -> list[str]:
    """Give axe's findings: WCAG 2.0 to 2.2 A and AA, and best practice."""
    page.evaluate(SCRIPT)
    return [
        f"{page.url}: {one['id']} ({one['impact']}): {node['html'][:160]}"
        for one in page.evaluate(AXE)
        for node in one["nodes"]
    ]


def too_small(page: Page) -> list[str]:
    """Give the controls that are too small for a finger."""
    return [f"{page.url}: too small: {one}" for one in page.evaluate(SMALL, SMALLEST_TARGET)]


def sideways(page: Page) -> list[str]:
    """Tell when a page is wider than the screen."""
    width, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"{page.url}: {width} px wide on a screen of {screen}"] if width > screen else []


def without_ring(page: Page) -> list[str]:
    """Give a control of each kind that does not show that it has the keyboard's focus."""
    return [f"{page.url}: focus not visible: {one}" for one in page.evaluate(UNSEEN)]


def follow(link: Locator) -> None:
    """Click what goes to another page, and be there: a look in between sees no page at all."""
    with link.page.expect_event("load"):
        link.click()


def unfold(page: Page) -> None:
    """Open every fold, so that what is inside is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
