"""Explanation: why this one, why not others, what would help, and which demands conflict."""

from flexpool.planning.explanation.answers import Help, OpenPlace, Placed, Price
from flexpool.planning.explanation.candidates import Candidate
from flexpool.planning.explanation.conflict import Conflict, smallest_conflict
from flexpool.planning.explanation.demanded import Demanded
from flexpool.planning.explanation.explainer import Explainer, NotInTheRoster
from flexpool.planning.explanation.relaxing import Relaxation, What
from flexpool.planning.explanation.words import words_for

__all__ = [
    "Candidate",
    "Conflict",
    "Demanded",
    "Explainer",
    "Help",
    "NotInTheRoster",
    "OpenPlace",
    "Placed",
    "Price",
    "Relaxation",
    "What",
    "smallest_conflict",
    "words_for",
]
