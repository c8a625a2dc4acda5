"""One thing that waits for a planner, and the order in which such things are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

URGENT_HOURS, SOON_HOURS = 24, 72


class Kind(StrEnum):
    """What sort of thing waits."""

    OPEN = "open"
    REQUEST = "request"
    APPLICATION = "application"
    QUESTION = "question"
    SWAP = "swap"
    GATE = "gate"
    LEARNER = "learner"
    LAW = "law"
    UNKNOWN = "unknown"
    PROPOSAL = "proposal"
    HOURS = "hours"


WORDS: dict[Kind, str | Promise] = {
    Kind.OPEN: _("Open dienst"),
    Kind.REQUEST: _("Aanvraag"),
    Kind.APPLICATION: _("Reactie op een vacature"),
    Kind.QUESTION: _("Vraag"),
    Kind.SWAP: _("Ruil wacht op akkoord"),
    Kind.GATE: _("Mag deze dienst nu niet werken"),
    Kind.LEARNER: _("Loopt mee zonder buddy"),
    Kind.LAW: _("Arbeidstijdenwet"),
    Kind.UNKNOWN: _("Rooster nog niet bekend"),
    Kind.PROPOSAL: _("Voorstel"),
    Kind.HOURS: _("Uren"),
}


class Risk(IntEnum):
    """What goes wrong when nobody acts: care without people and unlawful work weigh most."""

    PAPER = 1
    PERSON_WAITS = 2
    CARE_OR_LAW = 3


@dataclass(frozen=True, slots=True)
class Action:
    """The one next step: a page to open, or, with `is_write`, a form that is sent."""

    word: str
    href: str
    is_write: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What is the matter, by when, and the next step; `mark` names it for doing many at once."""

    kind: Kind
    risk: Risk
    due: datetime
    title: str
    href: str
    detail: str
    action: Action
    mark: str = ""
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def word(self) -> str | Promise:
        """What sort of thing it is, as people read it."""
        return WORDS[self.kind]


def band(due: datetime, now: datetime) -> str:
    """Give how near a moment is: late, urgent, soon or later."""
    hours = (due - now).total_seconds() / 3600
    if hours < 0:
        return "late"
    if hours <= URGENT_HOURS:
        return "urgent"
    return "soon" if hours <= SOON_HOURS else "later"


_BANDS = ("late", "urgent", "soon", "later")


def in_order(lines: Iterable[Line], now: datetime) -> list[Line]:
    """Put lines by how near they are, within that by what goes wrong, then by the moment."""
    return sorted(
        lines,
        key=lambda one: (_BANDS.index(band(one.due, now)), -one.risk, one.due, one.title),
    )


def by_band(lines: Sequence[Line], now: datetime) -> list[tuple[str, list[Line]]]:
    """Give ordered lines under the band that they fall in."""
    return [(name, list(rows)) for name, rows in groupby(lines, lambda one: band(one.due, now))]


def counted(lines: Iterable[Line]) -> list[tuple[Kind, str | Promise, int]]:
    """Give each kind that is there with its word and how many there are."""
    numbers = Counter(one.kind for one in lines)
    return [(kind, WORDS[kind], numbers[kind]) for kind in Kind if numbers[kind]]
