"""Laying down how much each criterion counts in a pool; an old version is never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.models import RankingWeights
from rondstroom.rooms.matching.queries.ranking import CRITERIA, MOST_WEIGHT

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Pool


class UnableToSetWeights(journal.UnableToAct):
    """A weight is missing, out of bounds, or all are nought."""


@transaction.atomic
def set_ranking_weights(
    *, pool: Pool, weights: Mapping[str, int], why: str = "", by: Account, at: datetime
) -> RankingWeights:
    """Lay down the next version of a pool's weights; proposals made before keep the old one.

    Journal: `matching.weights.set` with the version, on the pool.
    """
    _check(weights)
    latest = RankingWeights.objects.filter(pool=pool).order_by("-version").first()
    row = RankingWeights(
        pool=pool,
        version=(latest.version if latest else 0) + 1,
        weights=dict(weights),
        why=why.strip(),
        made_at=at,
        made_by=by.name,
    )
    journal.check_lengths(row, UnableToSetWeights)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToSetWeights(
            _("Iemand anders wijzigde de gewichten tegelijk. Laad de pagina opnieuw."), "twice"
        ) from None
    told = {"version": row.version, "weights": row.weights, "reason": row.why}
    journal.record(event="matching.weights.set", by=by, at=at, subject=f"pool:{pool.pk}", **told)
    return row


def _check(weights: Mapping[str, int]) -> None:
    if set(weights) != {one.key for one in CRITERIA}:
        raise UnableToSetWeights(_("Geef elk criterium een gewicht; 0 mag ook."), "criteria")
    if not all(0 <= one <= MOST_WEIGHT for one in weights.values()):
        raise UnableToSetWeights(
            _("Een gewicht loopt van 0 tot en met %d.") % MOST_WEIGHT, "weight"
        )
    if not any(weights.values()):
        raise UnableToSetWeights(
            _("Als niets telt, beslist alleen het lot. Geef minstens één criterium gewicht."),
            "nothing",
        )
