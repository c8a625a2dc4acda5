"""The worker's desk speaks English to who reads English: no Dutch is left between."""

from __future__ import annotations

from typing import Any

import pytest

from factories.demand import make_night_shift
from people import Cast

DUTCH = [" je ", " niet ", " diensten", " voor ", " wordt ", " dienst ", " kun ", " naar "]
PAGES = {
    "/worker/": "Shifts you can work",
    "/worker/others/": "Shifts that you cannot work now",
    "/worker/roster/": "My roster",
    "/worker/requests/": "My requests",
    "/worker/availability/": "When can you work?",
    "/worker/settings/": "My preferences",
    "/worker/elsewhere/": "Work elsewhere",
    "/worker/calendar/": "Your shifts in your calendar",
}


@pytest.mark.parametrize("address", PAGES)
def test_every_page_speaks_english(cast: Cast, sign_in: Any, address: str) -> None:
    make_night_shift(cast.vlinder)
    client = sign_in(cast.niels.account)
    client.cookies["django_language"] = "en"
    page = client.get(address).content.decode()
    assert PAGES[address] in page
    assert [word for word in DUTCH if word in page.lower()] == []
