"""What people are told about their requests, lost shifts, and shifts that colleagues offer."""

from rondstroom.rooms.matching.notices.requests import (
    end_asking,
    tell_accepted,
    tell_declined,
    tell_lost_shift,
    tell_offered,
    tell_passed,
    tell_ring,
)
from rondstroom.rooms.matching.notices.swaps import tell_swap_open
from rondstroom.rooms.matching.notices.vacancies import (
    end_application,
    tell_application_answered,
    tell_applied,
    tell_proposed,
)

__all__ = [
    "end_application",
    "end_asking",
    "tell_accepted",
    "tell_application_answered",
    "tell_applied",
    "tell_declined",
    "tell_lost_shift",
    "tell_offered",
    "tell_passed",
    "tell_proposed",
    "tell_ring",
    "tell_swap_open",
]
