"""Kinds of proof, what a claim can become, what a register answered, and what people decide."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProofKind(models.TextChoices):
    """What has been seen of a worker before a placement."""

    IDENTITY = "identity", _("identiteit gezien")
    RIGHT_TO_WORK = "right_to_work", _("mag werken in Nederland")
    DIPLOMA = "diploma", _("diploma")
    REGISTER = "register", _("BIG-registratie")
    CONDUCT = "conduct", _("VOG")
    SKILL = "skill", _("bekwaamheid")
    PAST_WORK = "past_work", _("eerder werk nagevraagd")
    AGREEMENT = "agreement", _("overeenkomst")
    INDUCTION = "induction", _("inwerken op de locatie")


CLAIMABLE = frozenset(
    {
        ProofKind.RIGHT_TO_WORK,
        ProofKind.DIPLOMA,
        ProofKind.REGISTER,
        ProofKind.CONDUCT,
        ProofKind.SKILL,
    }
)
"""What workers put in themselves; the rest HR sees or asks for."""


class Method(models.TextChoices):
    """How a competence was assessed."""

    THEORY = "theory", _("theorie")
    PRACTICE = "practice", _("praktijk")
    BOTH = "both", _("theorie en praktijk")


class Level(models.TextChoices):
    """How far somebody is with a competence, as shown; not stated counts as independent."""

    SUPERVISED = "supervised", _("onder begeleiding")
    INDEPENDENT = "independent", _("zelfstandig bekwaam")
    SUPERVISES = "supervises", _("zelfstandig bekwaam, begeleidt anderen")


class SupervisedBy(models.TextChoices):
    """Who must be there with somebody who does something under supervision."""

    INDEPENDENT = "independent", _("iemand die dit zelfstandig mag")
    SUPERVISES = "supervises", _("iemand die anderen hierin begeleidt")


class Owner(models.TextChoices):
    """Who can take away what blocks a placement."""

    WORKER = "worker", _("zorgmedewerker")
    HR = "hr", _("personeelszaken")
    PLANNER = "planner", _("roosteraar")


class WithdrawalReason(models.TextChoices):
    """Why a proof no longer counts; closed, so that nothing about a person's life is kept."""

    MISTAKE = "mistake", _("verkeerd ingevoerd")
    REVOKED = "revoked", _("ingetrokken door wie het afgaf")
    NOT_SHOWN = "not_shown", _("niet meer te zien")
    WORKER_ASKED = "worker_asked", _("op verzoek van de medewerker")


class ClaimState(models.TextChoices):
    """Where a worker's claim is. One look: the first of two people has seen it."""

    OPEN = "open", _("wacht op controle")
    ONE_LOOK = "one_look", _("wacht op tweede controle")
    CONFIRMED = "confirmed", _("gecontroleerd")
    DECLINED = "declined", _("niet overgenomen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


CLAIM_TRANSITIONS: dict[ClaimState, frozenset[ClaimState]] = {
    ClaimState.OPEN: frozenset(
        {ClaimState.ONE_LOOK, ClaimState.CONFIRMED, ClaimState.DECLINED, ClaimState.WITHDRAWN}
    ),
    ClaimState.ONE_LOOK: frozenset(
        {ClaimState.CONFIRMED, ClaimState.DECLINED, ClaimState.WITHDRAWN}
    ),
    ClaimState.CONFIRMED: frozenset(),
    ClaimState.DECLINED: frozenset(),
    ClaimState.WITHDRAWN: frozenset(),
}


class DeclineReason(models.TextChoices):
    """Why a claim was not taken over; the worker reads it with what to do now."""

    NOT_SHOWN = "not_shown", _("niet laten zien")
    EXPIRED = "expired", _("verlopen")
    OTHER_PERSON = "other_person", _("naam of nummer klopt niet")
    WRONG_KIND = "wrong_kind", _("geen bewijs hiervan")
    TOO_OLD = "too_old", _("te oud voor deze organisatie")


class RegisterOutcome(models.TextChoices):
    """What the professional register says of somebody, after name and number were compared."""

    ACTIVE = "active", _("geregistreerd")
    ENDED = "ended", _("registratie geëindigd")
    NOT_FOUND = "not_found", _("nummer niet gevonden")
    OTHER_NAME = "other_name", _("nummer staat op een andere naam")
    OTHER_PROFESSION = "other_profession", _("ander beroep")
    SUSPENDED = "suspended", _("schorsing")
    LIMITED = "limited", _("beperking of aantekening")


class RegisterSource(models.TextChoices):
    """Where the answer came from."""

    SERVICE = "service", _("webservice van het register")
    FILE = "file", _("bestand")
    BY_HAND = "by_hand", _("met de hand opgezocht")


class Matter(models.TextChoices):
    """What a person may decide about somebody, because no rule can."""

    CONDUCT = "conduct", _("oudere VOG of ander profiel")
    REGISTER = "register", _("beperking in het register")


class LineKind(models.TextChoices):
    """What a line of the catalogue is, in the order in which they build on each other."""

    FUNCTION = "function", _("functie")
    SUBSTITUTION = "substitution", _("vervanging")
    SKILL = "skill", _("bekwaamheid")
    TASK = "task", _("taak")
    RESERVE_PACKAGE = "reserve_package", _("activiteitenpakket")
    WORK_PACKAGE = "work_package", _("werkpakket")


class CatalogueKind(models.TextChoices):
    """What a package of activities is for."""

    RESERVE = "reserve", _("activiteitenpakket van de reserve")
    WORK = "work", _("werkpakket van een organisatie")
