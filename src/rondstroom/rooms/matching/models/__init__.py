"""Requests and applications of workers, the asking in rings, and what was weighed."""

from rondstroom.rooms.matching.models.applications import Application
from rondstroom.rooms.matching.models.cascades import Cascade, CascadePolicy, Offer, Step
from rondstroom.rooms.matching.models.ranking import Decision, RankingWeights
from rondstroom.rooms.matching.models.requests import Request

__all__ = [
    "Application",
    "Cascade",
    "CascadePolicy",
    "Decision",
    "Offer",
    "RankingWeights",
    "Request",
    "Step",
]
