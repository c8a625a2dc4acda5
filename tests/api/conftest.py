"""What tests of the API share: the clock stands still, and a system with a key asks."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from api.asking import System, system_of
from factories.moments import NOW
from people import Cast
from snapshot import once


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be Sunday 22 November 2026, noon."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture(autouse=True)
def nobody_asked_yet() -> None:
    """Forget how much was asked this minute: keys of other tests have the same numbers."""
    cache.clear()


@pytest.fixture
@once
def linde(cast: Cast) -> System:
    """Give the system of De Linde, with every right."""
    return system_of(cast.de_linde)


@pytest.fixture
@once
def molenpoort(cast: Cast) -> System:
    """Give the system of Molenpoort, with every right."""
    return system_of(cast.molenpoort)
