"""Making accounts and giving roles; keys for connected systems, and telling those what happens."""

from rondstroom.rooms.identity.actions.accounts import (
    UnableToCreateAccount,
    UnableToGrantRole,
    UnableToSetLanguage,
    create_account,
    grant_role,
    set_language,
    withdraw_role,
)
from rondstroom.rooms.identity.actions.answers import (
    UnableToRepeat,
    claim_answer,
    keep_answer,
)
from rondstroom.rooms.identity.actions.keys import (
    UnableToMakeKey,
    make_key,
    use_key,
    withdraw_key,
)
from rondstroom.rooms.identity.actions.sending import (
    deliver_due,
    write_messages,
)
from rondstroom.rooms.identity.actions.webhooks import (
    UnableToSubscribe,
    retry_delivery,
    rotate_secret,
    subscribe,
    unsubscribe,
)

__all__ = [
    "UnableToCreateAccount",
    "UnableToGrantRole",
    "UnableToMakeKey",
    "UnableToRepeat",
    "UnableToSetLanguage",
    "UnableToSubscribe",
    "claim_answer",
    "create_account",
    "deliver_due",
    "grant_role",
    "keep_answer",
    "make_key",
    "retry_delivery",
    "rotate_secret",
    "set_language",
    "subscribe",
    "unsubscribe",
    "use_key",
    "withdraw_key",
    "withdraw_role",
    "write_messages",
]
