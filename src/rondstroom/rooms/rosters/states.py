"""The lives of an assignment, a roster period and a planning run."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AssignmentState(models.TextChoices):
    """Where an assignment is in its life. A planned one is seen by planners only."""

    PLANNED = "planned", _("concept")
    CONFIRMED = "confirmed", _("bevestigd")
    CANCELLED = "cancelled", _("geannuleerd")
    WORKED = "worked", _("gewerkt")


ASSIGNMENT_TRANSITIONS: dict[AssignmentState, frozenset[AssignmentState]] = {
    AssignmentState.PLANNED: frozenset({AssignmentState.CONFIRMED, AssignmentState.CANCELLED}),
    AssignmentState.CONFIRMED: frozenset({AssignmentState.CANCELLED, AssignmentState.WORKED}),
    AssignmentState.CANCELLED: frozenset(),
    AssignmentState.WORKED: frozenset(),
}


class SwapState(models.TextChoices):
    """Where a swap or hand-over is: only a done one changed any roster."""

    ASKED = "asked", _("wacht op een collega")
    OFFERED = "offered", _("dienst terug aangeboden")
    ACCEPTED = "accepted", _("wacht op de roosteraar")
    DONE = "done", _("geregeld")
    REFUSED = "refused", _("niet overgenomen")
    WITHDRAWN = "withdrawn", _("ingetrokken")
    DECLINED = "declined", _("niet akkoord")
    LAPSED = "lapsed", _("verlopen")


_OVER = frozenset({SwapState.WITHDRAWN, SwapState.DECLINED, SwapState.LAPSED})
SWAP_TRANSITIONS: dict[SwapState, frozenset[SwapState]] = {
    SwapState.ASKED: _OVER
    | {SwapState.OFFERED, SwapState.ACCEPTED, SwapState.DONE, SwapState.REFUSED},
    SwapState.OFFERED: _OVER | {SwapState.ACCEPTED, SwapState.DONE, SwapState.REFUSED},
    SwapState.ACCEPTED: _OVER | {SwapState.DONE, SwapState.REFUSED},
    SwapState.DONE: frozenset(),
    SwapState.REFUSED: frozenset(),
    SwapState.WITHDRAWN: frozenset(),
    SwapState.DECLINED: frozenset(),
    SwapState.LAPSED: frozenset(),
}
LIVING_SWAPS = (SwapState.ASKED, SwapState.OFFERED, SwapState.ACCEPTED)


class RunState(models.TextChoices):
    """Where a planning run is in its life."""

    QUEUED = "queued", _("in de wachtrij")
    RUNNING = "running", _("bezig")
    PROPOSED = "proposed", _("voorstel klaar")
    CLOSED = "closed", _("afgehandeld")
    FAILED = "failed", _("mislukt")


RUN_TRANSITIONS: dict[RunState, frozenset[RunState]] = {
    RunState.QUEUED: frozenset({RunState.RUNNING, RunState.FAILED, RunState.CLOSED}),
    RunState.RUNNING: frozenset({RunState.PROPOSED, RunState.FAILED}),
    RunState.PROPOSED: frozenset({RunState.CLOSED}),
    RunState.CLOSED: frozenset(),
    RunState.FAILED: frozenset(),
}


class RoundState(models.TextChoices):
    """Where a round of self-rostering is in its life; publishing is that of the team's roster."""

    OPEN = "open", _("open voor wensen")
    CLOSED = "closed", _("gesloten, wordt rooster")


ROUND_TRANSITIONS: dict[RoundState, frozenset[RoundState]] = {
    RoundState.OPEN: frozenset({RoundState.CLOSED}),
    RoundState.CLOSED: frozenset(),
}


class LineState(models.TextChoices):
    """What a person decided about one line of a proposal."""

    OPEN = "open", _("nog te beslissen")
    ACCEPTED = "accepted", _("overgenomen")
    REJECTED = "rejected", _("niet overgenomen")
    REFUSED = "refused", _("kon niet meer")


class EvaluationSide(models.TextChoices):
    """Who tells how a deployment was."""

    WORKER = "worker", _("wie kwam werken")
    TEAM = "team", _("het team")


class Felt(models.TextChoices):
    """The answers: closed, so that nothing about a person can be written."""

    YES = "yes", _("ja")
    PARTLY = "partly", _("deels")
    NO = "no", _("nee")


EVALUATION_QUESTIONS = {
    EvaluationSide.WORKER: {
        "expected": _("Werd je verwacht?"),
        "told": _("Wist je wat je moest doen?"),
        "helped": _("Kon je iemand om hulp vragen?"),
        "again": _("Wil je hier nog eens werken?"),
    },
    EvaluationSide.TEAM: {
        "announced": _("Wisten jullie op tijd dat er iemand kwam?"),
        "fitting": _("Paste de gevraagde functie bij het werk?"),
        "room": _("Was er tijd om iemand op weg te helpen?"),
    },
}
"""What is asked: about the place and the deployment, never about the other person."""


class SignalSide(models.TextChoices):
    """From which side a signal comes; who it was is not kept with it."""

    SELF = "self", _("de medewerker zelf")
    SUPERVISOR = "supervisor", _("wie begeleidde")
    TEAM = "team", _("de roosteraar of teamleider")


class SignalKind(models.TextChoices):
    """What may be said of a competence after a deployment. There is no other way to say it."""

    READY = "ready", _("is toe aan een volgende stap")
    PRACTICE = "practice", _("wil dit vaker oefenen")
    UNSURE = "unsure", _("twijfelde bij deze handeling")
    NOT_AS_AGREED = "not_as_agreed", _("deed het anders dan afgesproken")


class SignalOutcome(models.TextChoices):
    """What came of it; none of these changes anything by itself."""

    SPOKEN = "spoken", _("besproken, er verandert niets")
    PRACTICE = "practice", _("oefenen afgesproken")
    ASSESSED = "assessed", _("opnieuw getoetst")
    LEVEL = "level", _("ander niveau vastgelegd")
    UNFOUNDED = "unfounded", _("het klopte niet")
