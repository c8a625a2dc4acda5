"""The lives of a shift and of a vacancy, and how one signs up."""

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


class VacancyState(models.TextChoices):
    """Where a vacancy is in its life."""

    OPEN = "open", _("open")
    FILLED = "filled", _("vervuld")
    WITHDRAWN = "withdrawn", _("ingetrokken")


VACANCY_TRANSITIONS: dict[VacancyState, frozenset[VacancyState]] = {
    VacancyState.OPEN: frozenset({VacancyState.FILLED, VacancyState.WITHDRAWN}),
    VacancyState.FILLED: frozenset(),
    VacancyState.WITHDRAWN: frozenset(),
}
