"""Who gets the place: by the declared order or by a drawn one; never by who was quickest."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from rondstroom.rooms.matching.models import Cascade, Offer
from rondstroom.rooms.matching.states import Choosing, OfferState


def in_turn(cascade: Cascade, step_position: int, offers: Iterable[Offer]) -> list[Offer]:
    """Give offers in the order in which places are given.

    A draw depends on the seed that the cascade kept and on the place in the list alone, so
    whoever doubts it can do it again.
    """
    rows = sorted(offers, key=lambda one: one.position)
    if cascade.policy["choosing"] == Choosing.DRAW:
        random.Random(f"{cascade.seed}:{step_position}").shuffle(rows)  # noqa: S311  (kept seed)
    return rows


def is_decided(order: Sequence[Offer], free: int) -> bool:
    """Say whether nobody who still may answer can change who gets the places.

    So when nobody is left to answer, or when the first in turn have all said yes.
    """
    first = [one for one in order if one.state != OfferState.DECLINED][:free]
    return all(one.state == OfferState.ACCEPTED for one in first)
