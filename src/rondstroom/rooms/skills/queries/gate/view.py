"""One worker at one place on the days of a shift: what every check looks at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rondstroom.rooms.skills.queries.gate.answer import Block, Words
from rondstroom.rooms.skills.queries.gate.file import File
from rondstroom.rooms.skills.queries.gate.house import Figures, Terms
from rondstroom.rooms.skills.queries.gate.span import Span, bare_day, earliest, months_later
from rondstroom.rooms.skills.states import Owner, ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Proof


@dataclass(frozen=True)
class Place:
    """Where and when: the days of the shift, and the worker's first day at the organisation.

    `first_day` None: as far as the rosters know, this shift is the first.
    """

    organisation_id: int
    days: tuple[date, ...]
    location_id: int | None = None
    first_day: date | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What a check may look at."""

    file: File
    terms: Terms
    figures: Figures
    place: Place
    today: date | None

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the shift."""
        return self.place.days

    @property
    def house_name(self) -> str:
        """The organisation that receives."""
        return self.terms.house.name


@dataclass(frozen=True)
class Paper:
    """One thing to be seen: its rule, which proofs count, its name, and the way out."""

    rule: str
    kind: ProofKind
    missing: Words
    remedy: Words
    counts: Callable[[Proof], bool] | None = None
    key: Hashable = None
    owner: Owner = Owner.WORKER


def spans_of(view: View, paper: Paper) -> Sequence[Span]:
    """Give the days on which what was seen counts here; kept for the next shift."""
    key = (view.terms, paper.rule, paper.key)
    found: Sequence[Span] | None = view.file.kept.get(key)
    if found is None:
        found = [span for one in counting(view, paper) if (span := span_of(view.terms, one))]
        view.file.kept[key] = found
    return found


def counting(view: View, paper: Paper) -> list[Proof]:
    """Give the proofs of this paper, taken over here or not."""
    seen = view.file.by_kind.get(paper.kind, [])
    return [one for one in seen if paper.counts is None or paper.counts(one)]


def span_of(terms: Terms, proof: Proof) -> Span | None:
    """Give the days on which a proof counts at an organisation; None when it does not at all."""
    takes, months = terms.takes(proof)
    if not takes:
        return None
    last = proof.valid_through
    if months is not None:
        last = earliest(last, months_later(proof.valid_from, months))
    return Span(proof.valid_from, last)


def judged(view: View, paper: Paper) -> Block | None:
    """Give the block when some day of the shift has no proof that counts here."""
    day = bare_day(spans_of(view, paper), view.days)
    if day is None:
        return None
    return Block(
        paper.rule,
        paper.missing,
        lambda: explained(view, paper, day),
        paper.remedy,
        paper.owner,
    )


def explained(view: View, paper: Paper, day: date) -> str:
    """Say what is wrong on the first day without: not taken over, too old, over, or not yet."""
    seen = counting(view, paper)
    words = {"thing": paper.missing(), "day": dated(day), "house": view.house_name}
    standing = [one for one in seen if Span(one.valid_from, one.valid_through).holds(day)]
    for one in standing:
        takes, months = view.terms.takes(one)
        if not takes:
            return (
                _(
                    "%(thing)s: gezien bij een andere organisatie; "
                    "%(house)s heeft niet besloten dat over te nemen."
                )
                % words
            )
        words |= {"first": dated(one.valid_from), "months": str(months)}
        words["last"] = dated(months_later(one.valid_from, months or 0))
        return (
            _(
                "%(thing)s: van %(first)s; %(house)s vraagt hoogstens %(months)s maanden oud, "
                "dus telt het tot en met %(last)s."
            )
            % words
        )
    return _over_or_coming(seen, day, words, goes_on=day > view.days[0])


def _over_or_coming(
    seen: Sequence[Proof], day: date, words: dict[str, str], *, goes_on: bool
) -> str:
    over = [one.valid_through for one in seen if one.valid_through and one.valid_through < day]
    if over:
        words["last"] = dated(max(over))
        if goes_on:
            return (
                _("%(thing)s: geldig tot en met %(last)s, de dienst loopt door op %(day)s.") % words
            )
        return _("%(thing)s: geldig tot en met %(last)s, de dienst is op %(day)s.") % words
    coming = [one.valid_from for one in seen if one.valid_from > day]
    if coming:
        words["first"] = dated(min(coming))
        return _("%(thing)s: pas geldig vanaf %(first)s, de dienst is op %(day)s.") % words
    return _("%(thing)s: niet gezien.") % words


def dated(day: date) -> str:
    """Give a day in words."""
    return date_format(day, "j F Y")
