"""What this room keeps."""

from rondstroom.rooms.organisations.models.arrangements import CouncilAnswer, PoolArrangement
from rondstroom.rooms.organisations.models.files import ColumnChoice
from rondstroom.rooms.organisations.models.places import (
    CostEstimate,
    Location,
    Membership,
    Organisation,
    Pool,
    Postcode,
    Region,
    Team,
)

__all__ = [
    "ColumnChoice",
    "CostEstimate",
    "CouncilAnswer",
    "Location",
    "Membership",
    "Organisation",
    "Pool",
    "PoolArrangement",
    "Postcode",
    "Region",
    "Team",
]
