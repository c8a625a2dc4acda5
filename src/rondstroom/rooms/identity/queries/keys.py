"""Keys of connected systems."""

from __future__ import annotations

from django.db.models import QuerySet

from rondstroom.rooms.identity.models import ApiKey


def key_by_secret(secret: str) -> ApiKey | None:
    """Give the key with this secret, unless it was withdrawn; with its account and roles."""
    return (
        ApiKey.objects.select_related("account")
        .prefetch_related("account__roles")
        .filter(digest=ApiKey.digest_of(secret), withdrawn_at=None)
        .first()
    )


def keys_of(organisation_id: int) -> QuerySet[ApiKey]:
    """Give the keys of an organisation, newest first, withdrawn ones too."""
    return ApiKey.objects.filter(organisation_id=organisation_id).order_by("-pk")


def api_key(key_id: int) -> ApiKey | None:
    """Give a key by number."""
    return ApiKey.objects.select_related("account").filter(pk=key_id).first()
