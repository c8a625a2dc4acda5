"""Check 8: the certificate of conduct (VOG), by kind of organisation (G1 to G5, G7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.rooms.skills.queries.gate.answer import Block
from rondstroom.rooms.skills.queries.gate.decided import decided
from rondstroom.rooms.skills.queries.gate.span import MONTHS, Span, earliest, months_later
from rondstroom.rooms.skills.queries.gate.view import Paper, View, counting, dated, explained
from rondstroom.rooms.skills.states import Matter, Owner, ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Proof

CONDUCT = Paper(
    "gate.conduct",
    ProofKind.CONDUCT,
    lambda: _("VOG"),
    lambda: _("Vraag een nieuwe VOG aan en laat die zien aan personeelszaken."),
)


def conduct(view: View) -> Iterator[Block]:
    """Ask a VOG that holds on every day, was young enough on the first day, and fits care."""
    seen = counting(view, CONDUCT)
    for day in view.days:
        holding = [one for one in seen if _span(view, one).holds(day)]
        if not holding:
            yield _absent(view, day)
            return
        reasons = [_against(view, one) for one in holding]
        if all(reasons):
            best = max(holding, key=lambda one: one.valid_from)
            block = _decide(view, best, _against(view, best))
            if block:
                yield block
            return


def _span(view: View, proof: Proof) -> Span:
    """Give the days on which a VOG holds: to its own end, the house's renewal, the solo limit."""
    last, policy = proof.valid_through, view.terms.house.policy
    if policy.conduct_renew_months:
        last = earliest(last, months_later(proof.valid_from, policy.conduct_renew_months))
    if policy.is_solo_provider:
        solo = months_later(proof.valid_from, view.figures.solo_years * MONTHS)
        last = earliest(last, solo)
    return Span(proof.valid_from, last)


def first_day(view: View) -> date:
    """Give the day on which the worker starts at this organisation."""
    here = view.terms.house.organisation_id
    started = [tie.starts_on for tie in view.file.ties if tie.organisation_id == here]
    known = [day for day in (*started, view.place.first_day) if day is not None]
    return min([*known, view.days[0]])


def _against(view: View, proof: Proof) -> str:
    """Say what is against a VOG that holds: `unseen`, `old`, `profile`, or nothing."""
    takes, months = view.terms.takes(proof)
    if not takes:
        return "unseen"
    is_decided = any(one.kind == ProofKind.CONDUCT for one in view.terms.accepts)
    if not is_decided and view.terms.house.asks_fresh_conduct:
        months = view.figures.conduct_months
    if months is not None and proof.valid_from < months_later(first_day(view), -months):
        return "old"
    if proof.code and proof.code not in view.figures.profiles:
        return "profile"
    return ""


def _absent(view: View, day: date) -> Block:
    return Block(
        CONDUCT.rule,
        CONDUCT.missing,
        lambda: explained_absence(view, day),
        CONDUCT.remedy,
        Owner.WORKER,
    )


def explained_absence(view: View, day: date) -> str:
    """Say why no VOG holds on a day; a house's own term is named as such."""
    for one in counting(view, CONDUCT):
        last = _span(view, one).last
        if one.valid_from <= day and last and last != one.valid_through:
            return _(
                "VOG: van %(first)s; bij %(house)s telt die tot en met %(last)s, "
                "de dienst is op %(day)s."
            ) % {
                "first": dated(one.valid_from),
                "house": view.house_name,
                "last": dated(last),
                "day": dated(day),
            }
    return explained(view, CONDUCT, day)


def _decide(view: View, proof: Proof, why: str) -> Block | None:
    """Let a person at the receiving organisation decide, unless somebody did."""
    about = f"{why}:{proof.valid_from.isoformat()}:{proof.code}"
    return decided(
        view,
        Matter.CONDUCT,
        about,
        Block(
            CONDUCT.rule,
            CONDUCT.missing,
            lambda: _words(view, proof, why),
            lambda: (
                _(
                    "Laat personeelszaken van %(house)s besluiten of deze VOG volstaat, "
                    "of vraag een nieuwe aan."
                )
                % {"house": view.house_name}
            ),
            Owner.HR,
            Matter.CONDUCT,
            about,
        ),
    )


def _words(view: View, proof: Proof, why: str) -> str:
    start = first_day(view)
    months = view.terms.takes(proof)[1] or view.figures.conduct_months
    words = {
        "issued": dated(proof.valid_from),
        "house": view.house_name,
        "start": dated(start),
        "months": months,
        "limit": dated(months_later(start, -months)),
        "profile": proof.code,
    }
    if why == "unseen":
        return (
            _(
                "VOG van %(issued)s: gezien bij een andere organisatie; "
                "%(house)s moet zelf besluiten of die volstaat."
            )
            % words
        )
    if why == "profile":
        return _("VOG van %(issued)s: profiel %(profile)s is niet dat van zorg en welzijn.") % words
    return (
        _(
            "VOG van %(issued)s is te oud: op de eerste dag bij %(house)s (%(start)s) mag die "
            "hoogstens %(months)d maanden oud zijn, dus van %(limit)s of later."
        )
        % words
    )
