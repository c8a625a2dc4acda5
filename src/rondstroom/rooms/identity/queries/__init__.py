"""Who somebody is and at which desks they may sit; connected systems, and what they are told."""

from rondstroom.rooms.identity.queries.accounts import (
    account,
    account_by_email,
    accounts_with_role,
    machine_account,
    organisations_where,
    persons_among,
    roles_of,
)
from rondstroom.rooms.identity.queries.keys import api_key, key_by_secret, keys_of
from rondstroom.rooms.identity.queries.webhooks import (
    deliveries_of,
    delivery,
    secrets_of,
    signature,
    webhook,
    webhooks_of,
)

__all__ = [
    "account",
    "account_by_email",
    "accounts_with_role",
    "api_key",
    "deliveries_of",
    "delivery",
    "key_by_secret",
    "keys_of",
    "machine_account",
    "organisations_where",
    "persons_among",
    "roles_of",
    "secrets_of",
    "signature",
    "webhook",
    "webhooks_of",
]
