"""Numbers in addresses that no row can have: nothing is there, on any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from people import Cast

TOO_LARGE = "9" * 20


def addresses(patterns: list[Any], before: str = "/") -> Iterator[str]:
    """Give every address that holds a number, with one that is too large."""
    for one in patterns:
        path = before + str(one.pattern).lstrip("^")
        if isinstance(one, URLResolver) and one.namespace != "admin":
            yield from addresses(one.url_patterns, path)
        elif isinstance(one, URLPattern) and "<int:" in path:
            yield re.sub(r"<(?!int)[^>]*>", "x", re.sub(r"<int:[^>]*>", TOO_LARGE, path))


ALL = sorted(set(addresses(get_resolver().url_patterns)))


@pytest.mark.parametrize("who", ["pia", "coen", "petra"])
def test_a_number_no_row_can_have_finds_nothing(who: str, cast: Cast, sign_in: Any) -> None:
    assert len(ALL) > 60
    browser = sign_in(getattr(cast, who))
    for path in ALL:
        for answer in (browser.get(path), browser.post(path)):
            assert answer.status_code in {404, 405, 403, 302}, path
