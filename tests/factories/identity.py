"""Accounts for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from factories.moments import NOW
from rondstroom.rooms.identity import actions, queries
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations.models import Organisation

_machine: list[Account] = []
"""The account that signs, while it is known to stand in the database whatever a test undoes."""


def signed() -> dict[str, Any]:
    """Give who signs, and when, where a test does not care: `by` and `at`."""
    by = copy(_machine[-1]) if _machine else queries.machine_account()
    return {"by": by, "at": NOW}


@contextmanager
def known_machine() -> Iterator[None]:
    """Ask for the account that signs once, for all that is signed inside."""
    _machine.append(queries.machine_account())
    yield
    _machine.pop()


def make_account(name: str = "Otto", **fields: Any) -> Account:
    """Make an account without a role; its address is the name at an impossible host."""
    email = fields.pop("email", f"{name.lower().replace(' ', '.')}@voorbeeld.invalid")
    return actions.create_account(email=email, name=name, **fields, **signed())


def make_role(account: Account, kind: RoleKind, organisation: Organisation | None) -> Account:
    """Give an account a role; give the account back."""
    organisation_id = organisation.pk if organisation else None
    actions.grant_role(account=account, kind=kind, organisation_id=organisation_id, **signed())
    return account


def make_planner(organisation: Organisation, name: str = "Pia") -> Account:
    """Make somebody who plans at an organisation."""
    return make_role(make_account(name), RoleKind.PLANNER, organisation)


def make_hr(organisation: Organisation, name: str = "Hanna") -> Account:
    """Make somebody who checks evidence at an organisation."""
    return make_role(make_account(name), RoleKind.HR, organisation)
