"""Who somebody is, and at which desks they may sit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rondstroom.rooms.identity.models import Account, Role
from rondstroom.rooms.identity.states import RoleKind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

MACHINE_EMAIL = "machine@rondstroom.invalid"


def machine_account() -> Account:
    """Give the account with which the platform signs what nobody asked for by hand.

    Made when first asked for; it cannot sign in.
    """
    account, _ = Account.objects.get_or_create(
        email=MACHINE_EMAIL,
        defaults={"name": "Rondstroom", "is_machine": True, "is_active": False, "password": "!"},
    )
    return account


def account(account_id: int) -> Account | None:
    """Give an account by its number."""
    return Account.objects.filter(pk=account_id).first()


def persons_among(account_ids: Iterable[int]) -> set[int]:
    """Give which of these accounts are people: not the platform itself, no connected system."""
    rows = Account.objects.filter(pk__in=list(account_ids), is_machine=False)
    return set(rows.exclude(roles__kind=RoleKind.SYSTEM).values_list("pk", flat=True))


def account_by_email(email: str) -> Account | None:
    """Give the account of an e-mail address, in upper or lower case."""
    return Account.objects.filter(email=email.strip().lower()).first()


def roles_of(account: Account | AnonymousUser) -> list[Role]:
    """Give the roles of an account; none for strangers and for accounts that were closed."""
    if account.pk is None or not account.is_active:
        return []
    # Through the account: a page that fetched them with it does not ask again and again.
    return sorted(account.roles.all(), key=lambda role: role.pk)


def organisations_where(account: Account | AnonymousUser, *kinds: RoleKind) -> set[int]:
    """Give the organisations at which an account has one of these roles.

    A region-wide role names no organisation and so adds none: ask `permissions.has_role`.
    """
    return {
        role.organisation_id
        for role in roles_of(account)
        if role.kind in kinds and role.organisation_id is not None
    }


def accounts_with_role(kind: RoleKind, organisation_id: int | None) -> list[Account]:
    """Give the open accounts with a role at an organisation (None: region-wide), by name."""
    holding = Account.objects.filter(
        roles__kind=kind, roles__organisation_id=organisation_id, is_active=True
    )
    return list(holding.order_by("name", "pk"))
