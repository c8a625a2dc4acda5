"""What somebody is shown at a new place."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StepKind(models.TextChoices):
    """What a step of making somebody at home is about."""

    BUILDING = "building", _("gebouw en rondleiding")
    ACCESS = "access", _("toegang: pas, sleutel, code")
    SYSTEMS = "systems", _("systemen en inloggen")
    EMERGENCY = "emergency", _("brand en noodgeval")
    MEDICATION = "medication", _("medicatie")
    CONTACT = "contact", _("bij wie je terecht kunt")
    WORK = "work", _("werkwijze van het team")
