"""The demo on one's own machine: embedded database, accounts shown on the sign-in page."""

import sys

from rondstroom.config import env
from rondstroom.config.settings.everywhere import *  # noqa: F403  (a settings module is its names)

IS_DEMO = True
PASSWORD_HASHERS = ["rondstroom.demo.passwords.QuickScrypt"]
# The demo opens a browser only where there is a screen to show it on.
HAS_SCREEN = sys.platform == "darwin" or bool(
    env.text("DISPLAY", "") or env.text("WAYLAND_DISPLAY", "")
)
