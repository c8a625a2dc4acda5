"""Writes of rosters: assign and cancel, publish, plan, and decide on what was proposed."""

from rondstroom.rooms.rosters.actions.afterwards import (
    UnableToEvaluate,
    UnableToSignal,
    answer_signal,
    evaluate,
    forget_signals,
    give_signal,
)
from rondstroom.rooms.rosters.actions.asking import ask_about
from rondstroom.rooms.rosters.actions.assigning import UnableToAssign, assign
from rondstroom.rooms.rosters.actions.belonging import UnableToAccompany, choose_buddy
from rondstroom.rooms.rosters.actions.cancelling import UnableToCancel, cancel
from rondstroom.rooms.rosters.actions.deciding import (
    Decision,
    UnableToDecide,
    accept_lines,
    reject_lines,
)
from rondstroom.rooms.rosters.actions.following import (
    UnableToFollow,
    end_with_shift,
    follow_changed_shift,
)
from rondstroom.rooms.rosters.actions.gating import (
    Rechecked,
    follow_assignment,
    follow_files,
    follow_house,
    follow_made,
    follow_pools,
    follow_tie,
    recheck_gate,
    recheck_gate_daily,
)
from rondstroom.rooms.rosters.actions.laying import lay_roster
from rondstroom.rooms.rosters.actions.plan import (
    WEEKS,
    Imagined,
    UnableToPlan,
    ask_for_plan,
    ask_for_region,
    imagine_more,
    perform_plan,
    stop_plan,
)
from rondstroom.rooms.rosters.actions.publishing import UnableToPublish, publish_roster
from rondstroom.rooms.rosters.actions.reminding import remind_of_tomorrow
from rondstroom.rooms.rosters.actions.rolling_out import (
    Followed,
    UnableToFollowDemand,
    follow_demand,
    take_back_demand,
)
from rondstroom.rooms.rosters.actions.rounds import (
    UnableToRound,
    complete_round,
    open_round,
    take_back_wish,
    wish_for,
)
from rondstroom.rooms.rosters.actions.swapping import (
    UnableToSwap,
    accept_swap,
    approve_swap,
    ask_swap,
    end_swap,
    exchange,
    follow_given,
    lapse_swaps,
)
from rondstroom.rooms.rosters.actions.training import (
    UnableToPlaceInTraining,
    close_training_place,
    place_in_training,
)
from rondstroom.rooms.rosters.actions.working import mark_worked

__all__ = [
    "WEEKS",
    "Decision",
    "Followed",
    "Imagined",
    "Rechecked",
    "UnableToAccompany",
    "UnableToAssign",
    "UnableToCancel",
    "UnableToDecide",
    "UnableToEvaluate",
    "UnableToFollow",
    "UnableToFollowDemand",
    "UnableToPlaceInTraining",
    "UnableToPlan",
    "UnableToPublish",
    "UnableToRound",
    "UnableToSignal",
    "UnableToSwap",
    "accept_lines",
    "accept_swap",
    "answer_signal",
    "approve_swap",
    "ask_about",
    "ask_for_plan",
    "ask_for_region",
    "ask_swap",
    "assign",
    "cancel",
    "choose_buddy",
    "close_training_place",
    "complete_round",
    "end_swap",
    "end_with_shift",
    "evaluate",
    "exchange",
    "follow_assignment",
    "follow_changed_shift",
    "follow_demand",
    "follow_files",
    "follow_given",
    "follow_house",
    "follow_made",
    "follow_pools",
    "follow_tie",
    "forget_signals",
    "give_signal",
    "imagine_more",
    "lapse_swaps",
    "lay_roster",
    "mark_worked",
    "open_round",
    "perform_plan",
    "place_in_training",
    "publish_roster",
    "recheck_gate",
    "recheck_gate_daily",
    "reject_lines",
    "remind_of_tomorrow",
    "stop_plan",
    "take_back_demand",
    "take_back_wish",
    "wish_for",
]
