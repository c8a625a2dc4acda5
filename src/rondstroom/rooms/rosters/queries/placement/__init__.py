"""May this worker be placed on this shift? Facts loaded in bulk, judged one rule at a time."""

from rondstroom.rooms.rosters.queries.placement.judge import Judge
from rondstroom.rooms.rosters.queries.placement.numbers import (
    OWN_ORGANISATION,
    OWN_TEAM,
    POOL,
    Numbers,
)
from rondstroom.rooms.rosters.queries.placement.pools import Pools
from rondstroom.rooms.rosters.queries.placement.reasons import Reason, from_agreement
from rondstroom.rooms.rosters.queries.placement.shifts import (
    ShiftFacts,
    facts_of_shift,
    facts_of_shifts,
)
from rondstroom.rooms.rosters.queries.placement.single import (
    person_and_known,
    placing,
    placing_among,
)
from rondstroom.rooms.rosters.queries.placement.surroundings import (
    Known,
    Surroundings,
    requirements_of,
)
from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts, facts_of_workers

__all__ = [
    "OWN_ORGANISATION",
    "OWN_TEAM",
    "POOL",
    "Judge",
    "Known",
    "Numbers",
    "Pools",
    "Reason",
    "ShiftFacts",
    "Surroundings",
    "WorkerFacts",
    "facts_of_shift",
    "facts_of_shifts",
    "facts_of_workers",
    "from_agreement",
    "person_and_known",
    "placing",
    "placing_among",
    "requirements_of",
]
