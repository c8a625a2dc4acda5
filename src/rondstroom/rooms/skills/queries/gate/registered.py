"""Check 4: the BIG register (B1 to B6): active on every day, no measure, answer not too old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.skills.queries.gate.answer import Block, Words
from rondstroom.rooms.skills.queries.gate.decided import decided
from rondstroom.rooms.skills.queries.gate.span import Span
from rondstroom.rooms.skills.queries.gate.view import (
    Paper,
    View,
    counting,
    dated,
    judged,
    span_of,
)
from rondstroom.rooms.skills.queries.requirements import Requirement
from rondstroom.rooms.skills.states import Matter, Owner, ProofKind, RegisterOutcome

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Registration

RULE = "gate.register"


def registered(view: View, asked: Requirement) -> Iterator[Block]:
    """Ask an entry in the register (Wet BIG art. 3 and 4) of functions that carry the title."""
    if not asked.needs_register:
        return
    code = asked.register_code or view.figures.nurse_code
    answer = next((one for one in view.file.registrations if one.code == code), None)
    found = _answered(view, answer) if answer else _by_proof(view, code)
    if found:
        yield found


def _by_proof(view: View, code: str) -> Block | None:
    """Judge by what people saw, as long as the register itself was not asked."""
    paper = _paper(code, view.figures.nurse_code)
    if block := judged(view, paper):
        return block
    taken = [one for one in counting(view, paper) if span_of(view.terms, one)]
    return _stale(view, max(one.seen_on for one in taken), is_down=False)


@lru_cache(maxsize=64)
def _paper(code: str, nurse_code: str) -> Paper:
    # A proof without a code was of a nurse: only they were asked for it then.
    codes = {code, ""} if code == nurse_code else {code}
    return Paper(RULE, ProofKind.REGISTER, _missing, _renew, lambda one: one.code in codes, code)


def _missing() -> str:
    return _("BIG-registratie")


def _renew() -> str:
    return _("Regel de (her)registratie in het BIG-register en geef het door aan personeelszaken.")


def _check() -> str:
    return _("Laat personeelszaken het BIG-nummer en de naam nakijken in het register.")


def _answered(view: View, answer: Registration) -> Block | None:
    """Judge by what the register said last."""
    outcome = RegisterOutcome(answer.outcome)
    if outcome in {RegisterOutcome.ACTIVE, RegisterOutcome.LIMITED, RegisterOutcome.ENDED}:
        span = Span(answer.starts_on or date.min, answer.ends_on)
        bare = next((day for day in view.days if not span.holds(day)), None)
        if bare is not None:
            return _block(lambda: _outside(answer, bare), _renew, Owner.WORKER)
    elif outcome == RegisterOutcome.SUSPENDED:
        return _block(lambda: _("BIG-register: er is een schorsing."), _ask_hr, Owner.HR)
    else:
        label = outcome.label
        return _block(lambda: _("BIG-register: %(said)s.") % {"said": label}, _check, Owner.HR)
    answered_on = answer.checked_at.astimezone(AMSTERDAM).date()
    is_down = answer.tried_at > answer.checked_at
    if stale := _stale(view, answered_on, is_down=is_down):
        return stale
    return _limited(view, answer) if outcome == RegisterOutcome.LIMITED else None


def _outside(answer: Registration, day: date) -> str:
    if answer.ends_on and answer.ends_on < day:
        return _("BIG-registratie: geldig tot en met %(last)s, de dienst is op %(day)s.") % {
            "last": dated(answer.ends_on),
            "day": dated(day),
        }
    return _("BIG-registratie: pas geldig vanaf %(first)s, de dienst is op %(day)s.") % {
        "first": dated(answer.starts_on or day),
        "day": dated(day),
    }


def _limited(view: View, answer: Registration) -> Block | None:
    """A limitation may touch the work or not: a person at the receiving organisation decides."""
    block = Block(
        RULE,
        _missing,
        lambda: _("BIG-register: er staat een beperking of aantekening bij deze registratie."),
        lambda: (
            _("Laat personeelszaken van %(house)s de aantekening lezen en besluiten over dit werk.")
            % {"house": view.house_name}
        ),
        Owner.HR,
        Matter.REGISTER,
        answer.about,
    )
    return decided(view, Matter.REGISTER, answer.about, block)


def _stale(view: View, answered_on: date, *, is_down: bool) -> Block | None:
    """An answer that is too old opens nothing, whether or not the register can be reached."""
    if view.today is None or (view.today - answered_on).days <= view.figures.recheck_days:
        return None
    days = view.figures.recheck_days

    def text() -> str:
        words = {"day": dated(answered_on), "days": days}
        if is_down:
            return (
                _("BIG-register niet bereikbaar; de laatste controle was op %(day)s, te oud.")
                % words
            )
        return _(
            "BIG-registratie: gecontroleerd op %(day)s, dat is meer dan %(days)d dagen oud."
        ) % (words)

    return replace(_block(text, _check, Owner.HR), is_stale=True)


def _ask_hr() -> str:
    return _("Bel personeelszaken; tot de schorsing voorbij is kan dit werk niet.")


def _block(text: Words, remedy: Words, owner: Owner) -> Block:
    return Block(RULE, _missing, text, remedy, owner)
