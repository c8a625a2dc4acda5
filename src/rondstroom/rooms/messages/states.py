"""Kinds of messages, the ways they travel, and how fast people want them."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageKind(models.TextChoices):
    """What a message is about: people set their preferences per kind."""

    ROSTER = "roster", _("je rooster verandert")
    ANSWER = "answer", _("antwoord op je aanvraag")
    SWAP = "swap", _("ruilen en overdragen")
    OFFER = "offer", _("een dienst die je kunt werken")
    QUESTION = "question", _("vragen over een dienst")
    ROUND = "round", _("zelf roosteren")
    REMINDER = "reminder", _("herinnering aan je dienst")
    WAITING = "waiting", _("iemand wacht op jouw antwoord")


class Audience(models.TextChoices):
    """In which part somebody gets a message: it decides where its link goes."""

    WORKER = "worker", _("zorgmedewerker")
    PLANNER = "planner", _("roosteraar")
    HR = "hr", _("personeelszaken")
    FINANCE = "finance", _("financiën")


class Channel(models.TextChoices):
    """How a message travels, besides standing in the inbox."""

    MAIL = "mail", _("e-mail")
    PUSH = "push", _("melding op je telefoon")


class Pace(models.TextChoices):
    """How fast somebody wants messages of a kind."""

    NOW = "now", _("meteen")
    DIGEST = "digest", _("één keer per dag")
    OFF = "off", _("niet")


class DeliveryState(models.TextChoices):
    """Where a message is on its way."""

    WAITING = "waiting", _("onderweg")
    SENT = "sent", _("bezorgd")
    FAILED = "failed", _("niet bezorgd")


DELIVERY_TRANSITIONS: dict[DeliveryState, frozenset[DeliveryState]] = {
    DeliveryState.WAITING: frozenset({DeliveryState.SENT, DeliveryState.FAILED}),
    DeliveryState.SENT: frozenset(),
    DeliveryState.FAILED: frozenset(),
}

QUIET_FROM, QUIET_UNTIL, DIGEST_AT = time(22), time(7), time(17)
"""From when until when nobody is disturbed, and when the day's mail comes, unless one says so."""

_SELDOM = {MessageKind.OFFER}


def default_pace(kind: str, channel: str) -> Pace:
    """Give how fast a kind travels for who did not say: offers once a day by mail."""
    return Pace.DIGEST if kind in _SELDOM and channel == Channel.MAIL else Pace.NOW
