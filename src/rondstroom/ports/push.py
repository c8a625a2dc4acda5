"""Knocking at a browser or telephone: there is news, come and look."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Knock(Enum):
    """How a knock went. Gone: nobody lives at that address any more, so forget it."""

    HEARD = "heard"
    GONE = "gone"
    FAILED = "failed"


class PushService(Protocol):
    """Reaches a browser at the address that it gave. Nothing of the message itself is handed over:
    the push services are others' machines, and need not know more than that there is news."""

    def knock(self, endpoint: str) -> Knock:
        """Tell the browser at this address that there is news."""
