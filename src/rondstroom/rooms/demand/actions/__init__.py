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
from rondstroom.rooms.demand.actions.splitting import UnableToSplit, join_shift, split_shift
from rondstroom.rooms.demand.actions.training import (
    UnableToTrain,
    end_with_neighbour,
    follow_neighbour,
    open_training_place,
)
from rondstroom.rooms.demand.actions.vacancies import (
    MOST_ANSWER_DAYS,
    UnableToCloseVacancy,
    UnableToPostVacancy,
    change_vacancy,
    fill_vacancy,
    post_vacancy,
    withdraw_vacancy,
)

__all__ = [
    "MOST_ANSWER_DAYS",
    "UnableToCancelShift",
    "UnableToChangeShift",
    "UnableToCloseVacancy",
    "UnableToCreateSeries",
    "UnableToCreateShift",
    "UnableToPostVacancy",
    "UnableToPublishShifts",
    "UnableToSetDemand",
    "UnableToSplit",
    "UnableToTrain",
    "UnableToWithdrawShift",
    "cancel_shift",
    "change_shift",
    "change_vacancy",
    "create_from_demand",
    "create_series",
    "create_shift",
    "end_with_neighbour",
    "fill_vacancy",
    "follow_neighbour",
    "join_shift",
    "open_training_place",
    "post_vacancy",
    "publish_shifts",
    "set_demand",
    "split_shift",
    "withdraw_shift",
    "withdraw_vacancy",
]
