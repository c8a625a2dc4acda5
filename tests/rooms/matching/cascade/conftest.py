"""Asking around in tests: between equals the lot falls on who was written down first."""

from __future__ import annotations

import pytest

from rondstroom.rooms.matching.queries import weighed


@pytest.fixture(autouse=True)
def known_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stories be told: who is named first is first in turn when the numbers are equal."""
    monkeypatch.setattr(weighed, "lot_of", lambda _shift_id, worker_id: worker_id)
