"""By what candidates for a shift are put in order, how much that counts, and what was decided."""

from rondstroom.rooms.matching.queries.ranking.criteria import (
    CRITERIA,
    CRITERIA_VERSION,
    Criterion,
    Part,
    Ranked,
    ranked,
)
from rondstroom.rooms.matching.queries.ranking.deciding import decision, decisions_of
from rondstroom.rooms.matching.queries.ranking.weights import (
    MOST_WEIGHT,
    Weights,
    weights_for,
    weights_of_pool,
)

__all__ = [
    "CRITERIA",
    "CRITERIA_VERSION",
    "MOST_WEIGHT",
    "Criterion",
    "Part",
    "Ranked",
    "Weights",
    "decision",
    "decisions_of",
    "ranked",
    "weights_for",
    "weights_of_pool",
]
