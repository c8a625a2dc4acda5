"""My annual hours, on a phone: the own ones only, and no concept of the planner."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from factories.demand import make_shift
from factories.people import make_annual
from factories.rosters import raw_assignment
from factories.settlement import make_worked
from people import Cast
from rondstroom.rooms.rosters.states import AssignmentState

ADDRESS = "/worker/balance/"


def text(client: Client) -> str:
    return " ".join(client.get(ADDRESS).content.decode().split())


def test_nothing_was_agreed(cast: Cast, sign_in: Any) -> None:
    make_annual(cast.niels.engagements.get())
    page = text(sign_in(cast.ruud.account))
    assert "Je hebt geen jaaruren" in page
    assert re.search(r'href="/worker/hours/"[^>]*>(<svg.*?</svg>)?\s*Bekijk je uren', page)
    assert "De Linde</h2>" not in page


def test_where_the_year_ends(cast: Cast, sign_in: Any) -> None:
    make_annual(cast.niels.engagements.get(), hours=365, plus=365, minus=365)
    make_worked(cast.niels, cast.vlinder)
    raw_assignment(cast.niels, make_shift(cast.vlinder), state=AssignmentState.PLANNED)
    page = text(sign_in(cast.niels.account))
    assert "uit op <strong>−317 uur</strong>" in page
    assert "Bespreek" not in page
    assert "<dt>Gepland</dt><dd>0</dd>" in page
    make_annual(cast.niels.engagements.get(), hours=365, plus=10, minus=10)
    assert "Bespreek met je roosteraar" in text(sign_in(cast.niels.account))


def test_who_is_no_worker_does_not_get_in(cast: Cast, sign_in: Any, stranger: Client) -> None:
    assert sign_in(cast.pia).get(ADDRESS).status_code == 403
    assert stranger.get(ADDRESS).status_code == 302
