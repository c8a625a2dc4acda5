"""The lives of a request, an application, a cascade, its steps and its offers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.people.states import EngagementForm

EXTERNAL_FORMS = frozenset({EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED})
"""Forms of hire from outside (PNIL); they are asked last."""


class RequestState(models.TextChoices):
    """Where a request is in its life. Waiting: the shift is full, and a place may come free."""

    REQUESTED = "requested", _("aangevraagd")
    WAITING = "waiting", _("op de wachtlijst")
    ACCEPTED = "accepted", _("bevestigd")
    DECLINED = "declined", _("niet geworden")
    WITHDRAWN = "withdrawn", _("ingetrokken")


TRANSITIONS: dict[RequestState, frozenset[RequestState]] = {
    RequestState.REQUESTED: frozenset(
        {RequestState.ACCEPTED, RequestState.DECLINED, RequestState.WITHDRAWN, RequestState.WAITING}
    ),
    RequestState.WAITING: frozenset(
        {
            RequestState.ACCEPTED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN,
            RequestState.REQUESTED,
        }
    ),
    RequestState.ACCEPTED: frozenset(),
    RequestState.DECLINED: frozenset(),
    RequestState.WITHDRAWN: frozenset(),
}


class ApplicationState(models.TextChoices):
    """Where an answer to a vacancy is in its life. Proposed: the desk brought it to somebody."""

    PROPOSED = "proposed", _("aan jou voorgesteld")
    APPLIED = "applied", _("gereageerd")
    ACCEPTED = "accepted", _("aangenomen")
    DECLINED = "declined", _("niet geworden")
    WITHDRAWN = "withdrawn", _("ingetrokken")


APPLICATION_TRANSITIONS: dict[ApplicationState, frozenset[ApplicationState]] = {
    ApplicationState.PROPOSED: frozenset(
        {ApplicationState.APPLIED, ApplicationState.DECLINED, ApplicationState.WITHDRAWN}
    ),
    ApplicationState.APPLIED: frozenset(
        {ApplicationState.ACCEPTED, ApplicationState.DECLINED, ApplicationState.WITHDRAWN}
    ),
    ApplicationState.ACCEPTED: frozenset(),
    ApplicationState.DECLINED: frozenset(),
    ApplicationState.WITHDRAWN: frozenset(),
}


class Ring(models.TextChoices):
    """Who is asked, in this order (invariant: one's own before hire).

    The internal flex pool are people of the organisation without a team of their own. Forms of
    contract play no part, but for the two rings that are forms: the reserve, and hire from outside.
    """

    OWN_TEAM = "own_team", _("eigen team")
    OWN_ORGANISATION = "own_organisation", _("eigen organisatie")
    FLEX_POOL = "flex_pool", _("interne flexpool")
    REGIONAL_POOL = "regional_pool", _("regionale pool")
    RESERVE = "reserve", _("zorgreserve")
    AGENCY = "agency", _("uitzendbureau")


class Source(models.TextChoices):
    """Where the people of a filled shift came from, nearest first."""

    OWN = "own", _("eigen mensen")
    POOL = "pool", _("uit de pool")
    RESERVE = "reserve", _("zorgreserve")
    AGENCY = "agency", _("inhuur")


class Urgency(models.TextChoices):
    """How near a shift is."""

    URGENT = "urgent", _("binnen 24 uur")
    SOON = "soon", _("binnen 3 dagen")
    LATER = "later", _("later")


class Choosing(models.TextChoices):
    """Who gets the place when more people of one ring want it; never who is quickest."""

    ORDER = "order", _("in de volgorde van de rangorde")
    DRAW = "draw", _("door loting")


class CascadeState(models.TextChoices):
    """Where a cascade is in its life."""

    RUNNING = "running", _("loopt")
    FILLED = "filled", _("dienst gevuld")
    STOPPED = "stopped", _("gestopt")
    CANCELLED = "cancelled", _("dienst vervallen")
    TOO_LATE = "too_late", _("te laat")
    EXHAUSTED = "exhausted", _("niemand gevonden")


CASCADE_TRANSITIONS: dict[CascadeState, frozenset[CascadeState]] = {
    CascadeState.RUNNING: frozenset(CascadeState) - {CascadeState.RUNNING},
    **{state: frozenset() for state in CascadeState if state != CascadeState.RUNNING},
}


class StepState(models.TextChoices):
    """Where one ring is."""

    PENDING = "pending", _("nog niet gevraagd")
    TO_CONFIRM = "to_confirm", _("wacht op akkoord")
    OPEN = "open", _("gevraagd")
    CLOSED = "closed", _("klaar")
    SKIPPED = "skipped", _("overgeslagen")


STEP_TRANSITIONS: dict[StepState, frozenset[StepState]] = {
    StepState.PENDING: frozenset({StepState.OPEN, StepState.TO_CONFIRM, StepState.SKIPPED}),
    StepState.TO_CONFIRM: frozenset({StepState.OPEN, StepState.SKIPPED}),
    StepState.OPEN: frozenset({StepState.CLOSED}),
    StepState.CLOSED: frozenset(),
    StepState.SKIPPED: frozenset(),
}


class OfferState(models.TextChoices):
    """What came of an offer."""

    OFFERED = "offered", _("gevraagd")
    ACCEPTED = "accepted", _("wil graag")
    DECLINED = "declined", _("kan niet")
    EXPIRED = "expired", _("geen antwoord")
    BOOKED = "booked", _("ingezet")
    PASSED = "passed", _("niet geworden")
    WITHDRAWN = "withdrawn", _("niet meer nodig")


OFFER_TRANSITIONS: dict[OfferState, frozenset[OfferState]] = {
    OfferState.OFFERED: frozenset(
        {
            OfferState.ACCEPTED,
            OfferState.DECLINED,
            OfferState.EXPIRED,
            OfferState.BOOKED,
            OfferState.WITHDRAWN,
        }
    ),
    OfferState.ACCEPTED: frozenset(
        {OfferState.DECLINED, OfferState.BOOKED, OfferState.PASSED, OfferState.WITHDRAWN}
    ),
    OfferState.DECLINED: frozenset({OfferState.ACCEPTED, OfferState.BOOKED}),
    **{
        state: frozenset()
        for state in (
            OfferState.EXPIRED,
            OfferState.BOOKED,
            OfferState.PASSED,
            OfferState.WITHDRAWN,
        )
    },
}


class Decided(models.TextChoices):
    """What was decided on a proposal: a planner chose somebody, or a ring was asked."""

    CHOSEN = "chosen", _("iemand gekozen")
    ASKED = "asked", _("ring gevraagd")
