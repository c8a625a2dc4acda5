"""SETU Planning v2: asking for people, saying who comes, and when somebody can, in and out."""

from rondstroom.integrations.setu_planning.assignments import assignments_out, take_assignment
from rondstroom.integrations.setu_planning.constraints import constraints_out, take_constraints
from rondstroom.integrations.setu_planning.reading import (
    MessageNotAllowed,
    Taken,
    UnableToReadMessage,
)
from rondstroom.integrations.setu_planning.requests import requests_out, take_request

__all__ = [
    "MessageNotAllowed",
    "Taken",
    "UnableToReadMessage",
    "assignments_out",
    "constraints_out",
    "requests_out",
    "take_assignment",
    "take_constraints",
    "take_request",
]
