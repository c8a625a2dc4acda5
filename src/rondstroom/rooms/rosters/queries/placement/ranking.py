"""The order of candidates, and the same numbers in words. No score: one number after the other."""

from __future__ import annotations

from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.people.states import TravelMode, Wish
from rondstroom.rooms.rosters.queries.placement.numbers import (
    OWN_ORGANISATION,
    OWN_TEAM,
    Numbers,
)

_WISHES = {Wish.AVAILABLE: 0, "": 1, Wish.RATHER_NOT: 2, Wish.UNAVAILABLE: 3}
_FAMILIAR = (5, 1)
_FAR = 24 * 60


def order(numbers: Numbers) -> tuple[int, ...]:
    """Give the place in the list: own before pool, own wish, hours still owed, familiar, near.

    Familiarity goes in three steps (five times or more, at least once, never), so that one visit
    more or less does not outweigh an hour of travel.
    """
    travel = _FAR if numbers.travel_minutes is None else numbers.travel_minutes
    familiar = next(
        (step for step, times in enumerate(_FAMILIAR) if numbers.times_here >= times),
        len(_FAMILIAR),
    )
    return (
        numbers.tier,
        _WISHES.get(numbers.wish, 1),
        0 if numbers.owed_minutes else 1,
        familiar,
        travel,
        -numbers.owed_minutes,
    )


def lot_of(shift_id: int, worker_id: int) -> int:
    """Draw between people with the same numbers: another order per shift, the same each time.

    Nothing that one is or is called plays a part, and whoever doubts it can do it again: it is
    the first 48 bits of the SHA-256 of "shift:worker".
    """
    return int(sha256(f"{shift_id}:{worker_id}".encode()).hexdigest()[:12], 16)


def in_words(numbers: Numbers, travel_mode: str) -> tuple[str, ...]:
    """Give the numbers as people read them, in the order in which they counted."""
    return tuple(
        word
        for word in (
            _tier(numbers.tier),
            _wish(numbers.wish),
            _owed(numbers.owed_minutes),
            _times(numbers.times_here),
            _travel(numbers.travel_minutes, travel_mode),
            _anw(numbers.anw_share),
        )
        if word
    )


def _tier(tier: int) -> str:
    if tier == OWN_TEAM:
        return _("eigen team")
    return _("eigen organisatie") if tier == OWN_ORGANISATION else _("pool")


def _wish(wish: str) -> str:
    if wish == Wish.AVAILABLE:
        return _("zegt zelf: beschikbaar")
    return _("zegt zelf: liever niet") if wish == Wish.RATHER_NOT else ""


def _owed(minutes: int) -> str:
    if not minutes:
        return ""
    hours = f"{minutes / 60:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    return _("nog %(hours)s uur te vullen deze week") % {"hours": hours}


def _times(times: int) -> str:
    if not times:
        return _("nog niet eerder op dit team")
    words = ngettext("%(times)d keer op dit team", "%(times)d keer op dit team", times)
    return words % {"times": times}


def _travel(minutes: int | None, mode: str) -> str:
    if minutes is None:
        return _("reistijd niet bekend")
    words = (
        _("%(minutes)d min fietsen") if mode == TravelMode.BICYCLE else _("%(minutes)d min rijden")
    )
    return words % {"minutes": minutes}


def _anw(share: int | None) -> str:
    if share is None:
        return ""
    return _("%(share)d%% avond, nacht of weekend in de dagen eromheen") % {"share": share}
