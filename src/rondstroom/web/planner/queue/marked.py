"""What a planner ticked in the list: the things themselves, and what will happen to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.words import when
from rondstroom.web.planner import access
from rondstroom.web.planner.cascade.words import in_a_row
from rondstroom.web.planner.hours.reading import hours_of

MOST = 20
"""So many at once: every shift is looked at for everybody of the pool before it is shown."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One ticked line: what it is about, what happens, and why that cannot be, if so."""

    mark: str
    verb: str
    thing: Any
    title: str
    happens: str
    hindrance: str = ""


def marked(request: HttpRequest, mark: str, now: datetime) -> Marked:
    """Read a mark as `ask:12`, and look ahead; what is not of this planner answers 404."""
    verb, _colon, rest = mark.partition(":")
    look = _LOOKS.get(verb)
    if look is None:
        raise Http404
    return look(request, mark, rest, now)


def thing_of(request: HttpRequest, mark: str) -> tuple[str, Any]:
    """Give what a mark asks and the thing it is about, without looking ahead."""
    verb, _colon, rest = mark.partition(":")
    number = access.number(rest.partition(":")[0])
    if verb == "ask":
        return verb, access.shift(request, number)
    if verb == "give":
        return verb, access.asked(request, number)
    if verb == "agree":
        return verb, (hours_of(request, number), access.number(rest.partition(":")[2]))
    raise Http404


def _ask(request: HttpRequest, mark: str, rest: str, now: datetime) -> Marked:
    shift = access.shift(request, access.number(rest))
    seen = matching.cascade_forecast(shift, now)
    reached = [one.reached for one in seen.rings if not one.skipped]
    happens = (
        _("bereikt achter elkaar %s mensen of bureaus") % in_a_row(reached)
        if reached
        else _("bereikt nu niemand in eigen kring")
    )
    return Marked(mark, "ask", shift, when(shift), happens)


def _give(request: HttpRequest, mark: str, rest: str, now: datetime) -> Marked:
    row = access.asked(request, access.number(rest))
    shift, title = row.shift, f"{row.worker.name}: {when(row.shift)}"
    verdict = matching.eligibility(row.worker, shift, now)
    free = shift.places - rosters.filled_places([shift.pk])[shift.pk]
    others = len(matching.requests_of_shift(shift.pk)) - 1
    happens = _("krijgt de dienst")
    if free == 1 and others:
        words = ngettext(
            "krijgt de dienst; die is dan vol, %d ander leest dat",
            "krijgt de dienst; die is dan vol, %d anderen lezen dat",
            others,
        )
        happens = words % others
    return Marked(mark, "give", row, title, happens, " ".join(one.text for one in verdict.reasons))


def _agree(request: HttpRequest, mark: str, rest: str, now: datetime) -> Marked:
    number, _colon, _version = rest.partition(":")
    row = hours_of(request, access.number(number))
    title = f"{row.worker.name}: {when(row.assignment.shift)}"
    return Marked(mark, "agree", row, title, _("akkoord met de uren; dat staat vast"))


_LOOKS: dict[str, Callable[[HttpRequest, str, str, datetime], Marked]] = {
    "ask": _ask,
    "give": _give,
    "agree": _agree,
}
