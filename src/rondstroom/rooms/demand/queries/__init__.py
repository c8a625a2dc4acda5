"""Reading shifts, and the care demand that a base roster follows."""

from rondstroom.rooms.demand.queries.patterns import (
    LONGEST_CYCLE,
    Needed,
    Slot,
    identity_of,
    needed,
    pattern_on,
    patterns_of,
    slots_in_week,
)
from rondstroom.rooms.demand.queries.shifts import (
    all_shifts_of,
    locked_shift,
    open_shifts,
    requirements_of,
    shift,
    shift_by_source_key,
    shifts,
    shifts_by_id,
    shifts_by_source_key,
    shifts_of_organisation,
    shifts_of_team,
    without_training,
)

__all__ = [
    "LONGEST_CYCLE",
    "Needed",
    "Slot",
    "all_shifts_of",
    "identity_of",
    "locked_shift",
    "needed",
    "open_shifts",
    "pattern_on",
    "patterns_of",
    "requirements_of",
    "shift",
    "shift_by_source_key",
    "shifts",
    "shifts_by_id",
    "shifts_by_source_key",
    "shifts_of_organisation",
    "shifts_of_team",
    "slots_in_week",
    "without_training",
]
