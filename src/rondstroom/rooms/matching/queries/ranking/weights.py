"""How much each criterion counts: what a pool set last, else what the house does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from rondstroom.rooms.matching.models import RankingWeights
from rondstroom.rooms.organisations import queries as organisations

_HOUSE = Path(__file__).parents[2] / "ranking.yaml"
MOST_WEIGHT = 20


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights that hold; `version` 0 is the house's own, `of` names the pool that set them."""

    version: int
    of: str
    values: Mapping[str, int]
    why: str = ""


@cache
def _house() -> Mapping[str, int]:
    read: Mapping[str, Mapping[str, int]] = yaml.safe_load(_HOUSE.read_text(encoding="utf-8"))
    return read["weights"]


def weights_for(organisation_id: int, on: date) -> Weights:
    """Give the weights for the shifts of an organisation on a day: of a pool it is in then.

    Of several pools the one that decided last holds. One query.
    """
    pools = organisations.pools_of(organisation_id, on)
    rows = RankingWeights.objects.filter(pool__in=pools).select_related("pool")
    newest = rows.order_by("-made_at", "-pk").first()
    return _weights(newest)


def weights_of_pool(pool_id: int) -> Weights:
    """Give the weights that a pool set last, or those of the house."""
    rows = RankingWeights.objects.filter(pool_id=pool_id).select_related("pool")
    return _weights(rows.order_by("-version").first())


def _weights(row: RankingWeights | None) -> Weights:
    if row is None:
        return Weights(0, "", _house())
    return Weights(row.version, row.pool.name, row.weights, row.why)
