"""From link to link, as far as somebody may come: one page of each kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error, Page, Response

LEFT_OUT = re.compile(r"^/(accounts/(logout|password|2fa|email)|static/|api/|i18n/)")
LINKS = "[...document.querySelectorAll('a[href]:not([download])')].map(one => one.href)"
FILES = re.compile(r"\.(csv|xlsx|ics|json|xml|pdf|zip)$|/(export|download|csv|print)/")


def kind_of(address: str) -> str:
    """Give which page it is, whatever it is about: numbers and days do not count."""
    return re.sub(r"\d+", "N", urlsplit(address).path)


def pages(page: Page, start: str) -> Iterator[str]:
    """Give the address of one page of each kind that can be reached; the page then shows it.

    Breadth first. What is no page (a file, another host) is passed by.
    """
    home = f"{urlsplit(page.url).scheme}://{urlsplit(page.url).netloc}"
    waiting, seen = [urljoin(home, start)], {kind_of(start)}
    while waiting:
        answer = _opened(page, waiting.pop(0))
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        seen.add(kind_of(page.url))
        found = page.evaluate(LINKS)
        yield page.url
        for one in found:
            if one.startswith(home) and _is_page(one) and kind_of(one) not in seen:
                seen.add(kind_of(one))
                waiting.append(one)


def _opened(page: Page, address: str) -> Response | None:
    """Go there; None for a file, with which the browser leaves the page as it was."""
    try:
        return page.goto(address)
    except Error as fault:
        if "Download is starting" in fault.message:
            return None
        raise


def _is_page(address: str) -> bool:
    path = urlsplit(address).path
    return not LEFT_OUT.match(path) and not FILES.search(path)


def wrong_on(
    page: Page, start: str, look: Callable[[Page], list[str]]
) -> tuple[list[str], list[str]]:
    """Look at every page from a start; give which pages there were, and what was wrong."""
    been: list[str] = []
    wrong: list[str] = []
    for address in pages(page, start):
        been.append(kind_of(address))
        wrong += look(page)
    return been, wrong
