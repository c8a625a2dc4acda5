"""The life of a shift, and how one signs up."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShiftState(models.TextChoices):
    """Where a shift is in its life."""

    DRAFT = "draft", _("concept")
    PUBLISHED = "published", _("open")
    CANCELLED = "cancelled", _("vervallen")


TRANSITIONS: dict[ShiftState, frozenset[ShiftState]] = {
    ShiftState.DRAFT: frozenset({ShiftState.PUBLISHED, ShiftState.CANCELLED}),
    ShiftState.PUBLISHED: frozenset({ShiftState.DRAFT, ShiftState.CANCELLED}),
    ShiftState.CANCELLED: frozenset(),
}


class SignUp(models.TextChoices):
    """How a worker gets a place."""

    REQUEST = "request", _("aanvragen")
    INSTANT = "instant", _("direct boeken")
