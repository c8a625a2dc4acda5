"""Setting how much each criterion counts, and keeping what was proposed and decided."""

from rondstroom.rooms.matching.actions.ranking.keeping import keep_decision
from rondstroom.rooms.matching.actions.ranking.weighting import (
    UnableToSetWeights,
    set_ranking_weights,
)

__all__ = ["UnableToSetWeights", "keep_decision", "set_ranking_weights"]
