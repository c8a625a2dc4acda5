"""Constraints of care: who is sent where, who learns from whom, hours over longer, known faces."""

from flexpool.planning.constraints.care.composition import COMPOSITION
from flexpool.planning.constraints.care.faces import FACES
from flexpool.planning.constraints.care.fairness import FAIRNESS
from flexpool.planning.constraints.care.hours import HOURS
from flexpool.planning.constraints.care.notice import NOTICE
from flexpool.planning.constraints.care.sites import SITES
from flexpool.planning.constraints.care.supervision import SUPERVISION
from flexpool.planning.constraints.care.training import TRAINING
from flexpool.planning.constraints.care.weekends import FREE_WEEKENDS

CARE = (
    *SITES,
    *TRAINING,
    *SUPERVISION,
    *COMPOSITION,
    *FACES,
    *NOTICE,
    *HOURS,
    *FREE_WEEKENDS,
    *FAIRNESS,
)

__all__ = ["CARE"]
