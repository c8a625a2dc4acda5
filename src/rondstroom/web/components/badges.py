"""States as people see them: a word, a shape and a tone, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Badge:
    """How one state looks."""

    tone: str
    shape: str
    word: str | Promise


# By the value that the rooms keep; where two rooms share a value the caller gives the word.
BADGES: dict[str, Badge] = {
    "draft": Badge("", "pencil", _("concept")),
    "published": Badge("info", "ring", _("open")),
    "planned": Badge("", "pencil", _("concept")),
    "confirmed": Badge("ok", "check", _("bevestigd")),
    "worked": Badge("ok", "double-check", _("gewerkt")),
    "cancelled": Badge("", "cross", _("geannuleerd")),
    "registered": Badge("info", "hourglass", _("ingediend")),
    "half_approved": Badge("info", "hourglass", _("akkoord van de inlener")),
    "approved": Badge("ok", "double-check", _("akkoord")),
    "disputed": Badge("warn", "question", _("in overleg")),
    "requested": Badge("info", "hourglass", _("aangevraagd")),
    "applied": Badge("info", "hourglass", _("gereageerd")),
    "waiting": Badge("warn", "pause", _("op de wachtlijst")),
    "accepted": Badge("ok", "check", _("bevestigd")),
    "declined": Badge("", "cross", _("niet geworden")),
    "withdrawn": Badge("", "cross", _("ingetrokken")),
    "queued": Badge("", "hourglass", _("in de wachtrij")),
    "running": Badge("info", "play", _("bezig")),
    "proposed": Badge("info", "sparkle", _("voorstel klaar")),
    "closed": Badge("", "check", _("afgehandeld")),
    "failed": Badge("bad", "warning", _("mislukt")),
    "open": Badge("info", "ring", _("nog te beslissen")),
    "one_look": Badge("info", "hourglass", _("wacht op tweede controle")),
    "rejected": Badge("", "cross", _("niet overgenomen")),
    "refused": Badge("bad", "warning", _("kon niet meer")),
    "filled": Badge("ok", "check", _("gevuld")),
    "stopped": Badge("", "cross", _("gestopt")),
    "too_late": Badge("warn", "warning", _("te laat")),
    "exhausted": Badge("warn", "warning", _("niemand gevonden")),
    "pending": Badge("", "ring", _("nog niet gevraagd")),
    "to_confirm": Badge("warn", "hourglass", _("wacht op akkoord")),
    "skipped": Badge("", "cross", _("overgeslagen")),
    "offered": Badge("info", "hourglass", _("gevraagd")),
    "asked": Badge("info", "hourglass", _("wacht op een collega")),
    "done": Badge("ok", "check", _("geregeld")),
    "lapsed": Badge("", "hourglass", _("verlopen")),
    "expired": Badge("", "hourglass", _("geen antwoord")),
    "booked": Badge("ok", "check", _("ingezet")),
    "passed": Badge("", "cross", _("niet geworden")),
    "full": Badge("", "people", _("vol")),
    "instant": Badge("brand-tone", "sparkle", _("direct boeken")),
    "request": Badge("info", "hourglass", _("op aanvraag")),
    "day": Badge("", "sun", _("dag")),
    "evening": Badge("", "sunset", _("avond")),
    "night": Badge("", "moon", _("nacht")),
    "available": Badge("ok", "check", _("beschikbaar")),
    "rather_not": Badge("warn", "pause", _("liever niet")),
    "unavailable": Badge("bad", "cross", _("niet")),
}


def badge_of(state: str) -> Badge:
    """Give how a state looks; an unknown one shows its own name rather than nothing."""
    return BADGES.get(str(state), Badge("", "ring", str(state)))
