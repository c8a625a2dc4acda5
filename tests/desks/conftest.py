"""What tests of the desks share: the clock stands still, and signing in is one call."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from factories.moments import NOW
from rondstroom.rooms.identity.models import Account

SignIn = Callable[[Account], Client]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be Sunday 22 November 2026, noon: the shifts of these tests lie after it."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def sign_in() -> SignIn:
    """Give a browser in which an account is signed in, in Dutch."""

    def signed_in(account: Account) -> Client:
        client = Client(headers={"accept-language": "nl"})
        client.force_login(account)
        return client

    return signed_in


@pytest.fixture
def stranger() -> Client:
    """Give a browser in which nobody is signed in, in Dutch."""
    return Client(headers={"accept-language": "nl"})
