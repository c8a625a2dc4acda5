"""How the platform reaches people: its own address, mail, and the keys for web push."""

from __future__ import annotations

from rondstroom.config import env

SITE_ADDRESS = env.text("RONDSTROOM_ADDRESS", "http://localhost:8000").rstrip("/")
MESSAGE_ADDRESS = f"{SITE_ADDRESS}/messages/%d/"
PREFERENCES_ADDRESS = f"{SITE_ADDRESS}/messages/preferences/"
EMAIL_BACKEND = env.text("RONDSTROOM_MAIL", "django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = env.text("RONDSTROOM_FROM", "rondstroom@localhost")
# Without a key (`rondstroom pushkey` makes one) nobody is offered a push.
PUSH_SERVICE = "rondstroom.integrations.web_push.from_settings"
PUSH_KEY = env.text("RONDSTROOM_PUSH_KEY", "")
PUSH_CONTACT = env.text("RONDSTROOM_PUSH_CONTACT", DEFAULT_FROM_EMAIL)
REGISTER_SERVICE = "rondstroom.integrations.big_register.from_settings"
# Where the BIG register's web service is; without it answers come by file or by hand.
BIG_REGISTER_ADDRESS = env.text("RONDSTROOM_BIG_ADDRESS", "")
