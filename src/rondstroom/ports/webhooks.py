"""Bringing a message to an address of another system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Postman(Protocol):
    """Brings one message round. Never raises: what went wrong is in the answer."""

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        """Give the status that was answered with some words; status 0 when nobody answered."""
        ...


class Nobody:
    """Stands in until somebody was appointed: every message waits."""

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        """Bring nothing."""
        return 0, "nobody brings messages round"


_appointed: list[Postman] = [Nobody()]


def appoint(postman: Postman) -> None:
    """Say who brings messages round; called by `config/wiring.py`, and by tests."""
    _appointed[:] = [postman]


def postman() -> Postman:
    """Give who brings messages round."""
    return _appointed[0]
