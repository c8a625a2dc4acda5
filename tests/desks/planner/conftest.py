"""The planner's desk in tests: a present that stands still, and people who are signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from factories.moments import NOW
from people import Cast
from rondstroom.rooms.identity.models import Account

SignIn = Callable[[Account], Client]


@pytest.fixture(autouse=True)
def present(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be Sunday 22 November 2026, noon."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def sign_in(account: Account) -> Client:
    """Give a browser in which somebody is signed in."""
    browser = Client()
    browser.force_login(account)
    return browser


@pytest.fixture
def pia(cast: Cast) -> Client:
    """The browser of the planner at De Linde."""
    return sign_in(cast.pia)


@pytest.fixture
def bas(cast: Cast) -> Client:
    """The browser of the planner at Molenpoort, who must not see De Linde."""
    return sign_in(cast.bas)
