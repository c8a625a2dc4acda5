"""Forms of engagement, ways of travelling, and what availability can say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EngagementForm(models.TextChoices):
    """How somebody works for an organisation. Never part of a ranking."""

    PERMANENT = "permanent", _("vast")
    TEMPORARY = "temporary", _("tijdelijk")
    ANNUAL = "annual", _("jaaruren")
    MIN_MAX = "min_max", _("min-max")
    ON_CALL = "on_call", _("oproep")
    FLEX_POOL = "flex_pool", _("flexpool")
    SECONDED = "seconded", _("gedetacheerd")
    AGENCY = "agency", _("uitzend")
    SELF_EMPLOYED = "self_employed", _("zelfstandig")
    RESERVE = "reserve", _("zorgreserve")
    STUDENT = "student", _("leerling")


MAY_HAVE_ANNUAL_HOURS = frozenset(
    {
        EngagementForm.PERMANENT,
        EngagementForm.TEMPORARY,
        EngagementForm.ANNUAL,
        EngagementForm.FLEX_POOL,
    }
)
"""In service and not on call: hours a year with the same wage each month can be agreed."""


class TravelMode(models.TextChoices):
    """How somebody goes to work."""

    BICYCLE = "bicycle", _("fiets")
    CAR = "car", _("auto")


class MoreHours(models.TextChoices):
    """Whether somebody wants to work more than now."""

    NO = "", _("nee, zo is het goed")
    STRUCTURAL = "structural", _("ja, structureel: een groter contract")
    MONTH = "month", _("ja, alleen deze maand")


class WentTo(models.TextChoices):
    """Where somebody went from the pool; closed, so that nothing about a life is kept."""

    EMPLOYER = "employer", _("in dienst bij een organisatie in de regio")
    ELSEWHERE = "elsewhere", _("in dienst bij een andere zorgorganisatie")
    TRAINING = "training", _("een opleiding in de zorg")
    OTHER_WORK = "other_work", _("werk buiten de zorg")
    UNKNOWN = "unknown", _("niet bekend")


class Restriction(models.TextChoices):
    """A limit to what may be planned for somebody; why is nobody's business here."""

    NO_NIGHTS = "no_nights", _("geen nachten")
    PROTECTED = "protected", _("beschermde werktijden")


class DayPart(models.TextChoices):
    """The parts in which people state availability."""

    DAY = "day", _("dag")
    EVENING = "evening", _("avond")
    NIGHT = "night", _("nacht")


class Wish(models.TextChoices):
    """What somebody says about a part of a day; without a reason."""

    AVAILABLE = "available", _("beschikbaar")
    RATHER_NOT = "rather_not", _("liever niet")
    UNAVAILABLE = "unavailable", _("niet")
