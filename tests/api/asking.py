"""A connected system in tests: asks with its key, gets JSON back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.test import Client

from factories.identity import signed
from rondstroom.rooms.identity import actions
from rondstroom.rooms.identity.models import ApiKey
from rondstroom.rooms.identity.states import SCOPES
from rondstroom.rooms.organisations.models import Organisation

BASE = "/api/v1"


@dataclass(frozen=True)
class Answer:
    """Status, content and headers."""

    status: int
    body: Any
    headers: Any


@dataclass(frozen=True)
class System:
    """Asks the API with a key, or without one."""

    secret: str = ""
    key: ApiKey | None = None
    language: str = "nl"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """Ask; header names are written with underscores."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.secret:
            sent["Authorization"] = f"Bearer {self.secret}"
        sent.setdefault("Accept-Language", self.language)
        content = body if isinstance(body, str) else json.dumps(body)
        response = Client(headers=sent).generic(
            method, BASE + path, content if body is not None else "", "application/json"
        )
        text = response.content.decode()
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(
            response.status_code, json.loads(text) if text and is_json else text, response.headers
        )

    def get(self, path: str, **headers: str) -> Answer:
        """Look."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        """Do."""
        return self.ask("POST", path, {} if body is None else body, **headers)


def system_of(organisation: Organisation, scopes: Iterable[str] = SCOPES) -> System:
    """Let a system of an organisation in."""
    key, secret = actions.make_key(
        organisation_id=organisation.pk, name="Roostersysteem", scopes=scopes, **signed()
    )
    return System(secret, key)
