"""The card of a shift: what every list of shifts shows, with one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import ngettext

from rondstroom.rooms.people.states import TravelMode

Words = str | Promise


@dataclass(frozen=True)
class Button:
    """The one thing to do. A `post` button writes and so stands in a form; others are links."""

    word: Words
    href: str
    post: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Card:
    """A shift with everything around it that the reader decides on; empty parts are left out.

    `shift` is a row of demand with team, location, organisation and function. `facts` are icon
    and words, `states` the badges, `remarks` (text, severity) pairs, `till` the moment up to
    which one can cancel.
    """

    shift: Any
    href: str
    part: str = ""
    states: Sequence[str] = ()
    facts: Sequence[tuple[str, Words]] = ()
    remarks: Sequence[tuple[Words, str]] = ()
    till: datetime | None = None
    button: Button | None = None
    level: int = field(default=3)


def travel_words(minutes: int | None, mode: str) -> str:
    """Say how long the way is: "12 minuten fietsen"; nothing when that is not known."""
    if minutes is None:
        return ""
    if mode == TravelMode.CAR:
        return ngettext("%(n)s minuut met de auto", "%(n)s minuten met de auto", minutes) % {
            "n": minutes
        }
    return ngettext("%(n)s minuut fietsen", "%(n)s minuten fietsen", minutes) % {"n": minutes}
