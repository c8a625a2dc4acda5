"""Making, changing, publishing and cancelling shifts."""

from rondstroom.rooms.demand.actions.change import UnableToChangeShift, change_shift
from rondstroom.rooms.demand.actions.create import UnableToCreateShift, create_shift
from rondstroom.rooms.demand.actions.pattern import (
    UnableToSetDemand,
    create_from_demand,
    set_demand,
)
from rondstroom.rooms.demand.actions.publish import (
    UnableToCancelShift,
    UnableToPublishShifts,
    UnableToWithdrawShift,
    cancel_shift,
    publish_shifts,
    withdraw_shift,
)
from rondstroom.rooms.demand.actions.series import UnableToCreateSeries, create_series
from rondstroom.rooms.demand.actions.training import (
    UnableToTrain,
    end_with_neighbour,
    follow_neighbour,
    open_training_place,
)

__all__ = [
    "UnableToCancelShift",
    "UnableToChangeShift",
    "UnableToCreateSeries",
    "UnableToCreateShift",
    "UnableToPublishShifts",
    "UnableToSetDemand",
    "UnableToTrain",
    "UnableToWithdrawShift",
    "cancel_shift",
    "change_shift",
    "create_from_demand",
    "create_series",
    "create_shift",
    "end_with_neighbour",
    "follow_neighbour",
    "open_training_place",
    "publish_shifts",
    "set_demand",
    "withdraw_shift",
]
