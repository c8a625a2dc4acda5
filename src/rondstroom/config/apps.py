"""Lays the wires when the platform starts."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings


class RondstroomConfig(AppConfig):
    """The platform as a whole."""

    name = "rondstroom.config"
    label = "config"

    def ready(self) -> None:
        """Tell the journal who reacts to which event; say who brings messages round."""
        from rondstroom.config import wiring  # models are loaded only now
        from rondstroom.integrations.web_post import WebPost
        from rondstroom.ports import webhooks
        from rondstroom.rooms.journal import actions as journal

        journal.set_reactions(wiring.REACTIONS, listeners=wiring.LISTENERS)
        webhooks.appoint(WebPost(may_be_private=settings.WEBHOOKS_MAY_BE_PRIVATE))
