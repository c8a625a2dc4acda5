"""The lives of worked hours, of a settlement and of an invoice; and the closed lists of reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HoursState(models.TextChoices):
    """Where the hours of one shift are in their life."""

    REGISTERED = "registered", _("ingediend")
    HALF_APPROVED = "half_approved", _("akkoord van de inlener")
    APPROVED = "approved", _("akkoord")
    DISPUTED = "disputed", _("in overleg")


HOURS_TRANSITIONS: dict[HoursState, frozenset[HoursState]] = {
    HoursState.REGISTERED: frozenset(
        {HoursState.HALF_APPROVED, HoursState.APPROVED, HoursState.DISPUTED, HoursState.REGISTERED}
    ),
    HoursState.HALF_APPROVED: frozenset(
        {HoursState.APPROVED, HoursState.DISPUTED, HoursState.REGISTERED}
    ),
    HoursState.DISPUTED: frozenset(
        {HoursState.HALF_APPROVED, HoursState.APPROVED, HoursState.REGISTERED, HoursState.DISPUTED}
    ),
    # Only a new version opens what was agreed; the charge of the old one is credited.
    HoursState.APPROVED: frozenset({HoursState.REGISTERED}),
}


class HoursKind(models.TextChoices):
    """What became of the shift. Why somebody did not come is nobody's business here."""

    WORKED = "worked", _("gewerkt")
    CALLED_OFF = "called_off", _("te laat afgezegd door de organisatie")
    ABSENT = "absent", _("niet gewerkt")


class PayPart(models.TextChoices):
    """Part of what a shift pays; the code by which payroll knows it."""

    WORKED = "worked", _("gewerkte uren")
    CALLED_OFF = "called_off", _("te laat afgezegd door de organisatie")
    TOPPED_UP = "topped_up", _("aangevuld tot de kortste oproep")
    IRREGULAR = "irregular", _("toeslag voor onregelmatige uren")


class Deviation(models.TextChoices):
    """Why the hours are not as planned; a closed list, so that no reason of health is typed."""

    NONE = "", _("zoals gepland")
    CARE = "care", _("de zorg liep uit")
    HANDOVER = "handover", _("de overdracht duurde langer")
    EARLIER_START = "earlier_start", _("eerder begonnen, op verzoek")
    LATER_START = "later_start", _("later begonnen, in overleg")
    DONE_EARLIER = "done_earlier", _("eerder klaar, in overleg")
    NO_BREAK = "no_break", _("geen of kortere pauze kunnen nemen")
    MISTAKE = "mistake", _("eerdere opgave was niet goed")


class Side(models.TextChoices):
    """Who agrees: the organisation where the work was, and the one that employs."""

    BORROWER = "borrower", _("inlener")
    LENDER = "lender", _("uitlener")


class Steps(models.TextChoices):
    """Who must agree to hours of people that are lent out."""

    ONE = "one", _("alleen de inlener")
    TWO = "two", _("de inlener en de uitlener")


class RunKind(models.TextChoices):
    """What a settlement takes in."""

    MONTH = "month", _("periode")
    CORRECTIONS = "corrections", _("correcties")


class RunState(models.TextChoices):
    """Where a settlement is in its life; one that was broken off goes on where it was."""

    RUNNING = "running", _("bezig")
    DONE = "done", _("afgesloten")


RUN_TRANSITIONS: dict[RunState, frozenset[RunState]] = {
    RunState.RUNNING: frozenset({RunState.DONE}),
    RunState.DONE: frozenset(),
}


class ChargeKind(models.TextChoices):
    """A charge, or the same the other way after a correction."""

    CHARGE = "charge", _("uren")
    CREDIT = "credit", _("creditering")


class InvoiceKind(models.TextChoices):
    """What a document asks or gives back."""

    INVOICE = "invoice", _("factuur")
    CREDIT = "credit", _("creditfactuur")


class PaymentKind(models.TextChoices):
    """How a part of an invoice was paid."""

    BANK = "bank", _("betaald")
    SET_OFF = "set_off", _("tegen elkaar weggestreept")


class StaffKind(models.TextChoices):
    """Who does the work, as one counts staff that is not on the payroll (PNIL)."""

    OWN = "own", _("eigen mensen")
    POOL = "pool", _("uit de pool")
    AGENCY = "agency", _("bureau")
    SELF_EMPLOYED = "self_employed", _("zelfstandigen")


class TemporaryWeeks(models.IntegerChoices):
    """How many weeks of the same hired person in one team still count as temporary."""

    FOUR = 4, _("4 weken")
    EIGHT = 8, _("8 weken")
    THIRTEEN = 13, _("13 weken")
    TWENTY_SIX = 26, _("26 weken")


class MeasureKind(models.TextChoices):
    """What is tried so that less is hired."""

    TALK = "talk", _("gesprek over een contract")
    EMPLOY = "employ", _("in dienst nemen")
    MORE_HOURS = "more_hours", _("eigen mensen meer uren bieden")
    POOL = "pool", _("dienst eerst in de pool uitvragen")
    STOP = "stop", _("inhuur afbouwen")


class MeasureState(models.TextChoices):
    """Where a measure is in its life."""

    OPEN = "open", _("loopt")
    ENDED = "ended", _("afgerond")


MEASURE_TRANSITIONS: dict[MeasureState, frozenset[MeasureState]] = {
    MeasureState.OPEN: frozenset({MeasureState.ENDED}),
    MeasureState.ENDED: frozenset(),
}


class FindingKind(models.TextChoices):
    """What a finding about somebody's work is about."""

    CALL = "call", _("oproepen")
    CONTRACT = "contract", _("contracten")
    CODE = "code", _("werkcode")
