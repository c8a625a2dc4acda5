"""Accounts and roles; keys of connected systems, their answers, and what they want to hear."""

from rondstroom.rooms.identity.models.accounts import Account, AccountManager, Role
from rondstroom.rooms.identity.models.keys import ApiKey, KeptAnswer
from rondstroom.rooms.identity.models.webhooks import Delivery, Webhook

__all__ = ["Account", "AccountManager", "ApiKey", "Delivery", "KeptAnswer", "Role", "Webhook"]
