"""What a role opens. The other rooms build their own questions on these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondstroom.rooms.identity import queries
from rondstroom.rooms.identity.models import Account, ApiKey, Webhook
from rondstroom.rooms.identity.states import RoleKind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


def has_role(account: Account | AnonymousUser, kind: RoleKind, organisation_id: int | None) -> bool:
    """Say whether an account has a role at this organisation, or the same role region-wide."""
    return any(
        role.kind == kind and role.organisation_id in {None, organisation_id}
        for role in queries.roles_of(account)
    )


def is_regional(account: Account | AnonymousUser) -> bool:
    """Say whether an account coordinates the region: sees pool shifts everywhere, changes none."""
    return has_role(account, RoleKind.COORDINATOR, None)


def may_administer(account: Account | AnonymousUser, organisation_id: int | None) -> bool:
    """Say whether an account may give accounts and roles at an organisation (None: anywhere)."""
    return has_role(account, RoleKind.ADMINISTRATOR, organisation_id)


def may_use(key: ApiKey, scope: str) -> bool:
    """Say whether a key opens this: `shifts:read`, or `shifts:write`, which also reads."""
    resource = scope.partition(":")[0]
    return key.withdrawn_at is None and (scope in key.scopes or f"{resource}:write" in key.scopes)


def may_manage_keys(account: Account | AnonymousUser, organisation_id: int) -> bool:
    """Say whether an account may let systems in for an organisation: its administrator."""
    return may_administer(account, organisation_id)


def may_manage_webhook(key: ApiKey, webhook: Webhook) -> bool:
    """Say whether a key may see and change a webhook: one of its own organisation."""
    return webhook.organisation_id == key.organisation_id and may_use(key, "webhooks:read")
