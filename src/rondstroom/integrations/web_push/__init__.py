"""Web push (RFC 8030) without content, signed with the keys of this installation (RFC 8292)."""

from rondstroom.integrations.web_push.keys import Keys, UnusableKey
from rondstroom.integrations.web_push.knocking import WebPush, from_settings

__all__ = ["Keys", "UnusableKey", "WebPush", "from_settings"]
