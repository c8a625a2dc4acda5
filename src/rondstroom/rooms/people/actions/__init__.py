"""Workers come and go, and say when, where and how far they want to work."""

from rondstroom.rooms.people.actions.absences import (
    UnableToReportAbsence,
    report_absence,
    withdraw_absence,
)
from rondstroom.rooms.people.actions.accounts import UnableToConnectAccount, connect_account
from rondstroom.rooms.people.actions.annual import UnableToAgreeAnnualHours, agree_annual_hours
from rondstroom.rooms.people.actions.calendar_keys import (
    make_calendar_key,
    withdraw_calendar_key,
)
from rondstroom.rooms.people.actions.engagements import (
    UnableToEngage,
    change_engagement,
    end_engagement,
    engage,
)
from rondstroom.rooms.people.actions.forgetting import forget_availability
from rondstroom.rooms.people.actions.hours_wishes import (
    MOST_HOURS_A_WEEK,
    UnableToWishHours,
    wish_hours,
)
from rondstroom.rooms.people.actions.pool_terms import (
    UnableToSetPoolTerm,
    begin_pool_term,
    leave_pool,
    remind_of_pool_terms,
)
from rondstroom.rooms.people.actions.reference_times import UnableToAgreeTimes, agree_times
from rondstroom.rooms.people.actions.wages import (
    LEAST_WAGE_CENTS,
    MOST_WAGE_CENTS,
    UnableToSetOwnWage,
    forget_own_wage,
    set_own_wage,
)
from rondstroom.rooms.people.actions.wishes import (
    UnableToDeclareWork,
    UnableToSetTravel,
    declare_work,
    set_availability,
    set_travel,
    set_willingness,
    withdraw_declared_work,
)
from rondstroom.rooms.people.actions.workers import (
    UnableToCreateWorker,
    UnableToSetRestriction,
    change_worker,
    create_worker,
    set_restriction,
)

__all__ = [
    "LEAST_WAGE_CENTS",
    "MOST_HOURS_A_WEEK",
    "MOST_WAGE_CENTS",
    "UnableToAgreeAnnualHours",
    "UnableToAgreeTimes",
    "UnableToConnectAccount",
    "UnableToCreateWorker",
    "UnableToDeclareWork",
    "UnableToEngage",
    "UnableToReportAbsence",
    "UnableToSetOwnWage",
    "UnableToSetPoolTerm",
    "UnableToSetRestriction",
    "UnableToSetTravel",
    "UnableToWishHours",
    "agree_annual_hours",
    "agree_times",
    "begin_pool_term",
    "change_engagement",
    "change_worker",
    "connect_account",
    "create_worker",
    "declare_work",
    "end_engagement",
    "engage",
    "forget_availability",
    "forget_own_wage",
    "leave_pool",
    "make_calendar_key",
    "remind_of_pool_terms",
    "report_absence",
    "set_availability",
    "set_own_wage",
    "set_restriction",
    "set_travel",
    "set_willingness",
    "wish_hours",
    "withdraw_absence",
    "withdraw_calendar_key",
    "withdraw_declared_work",
]
