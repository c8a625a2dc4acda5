"""Who reacts to what: one table, so that every side effect can be seen on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.identity import tasks as systems
from rondstroom.rooms.journal.actions import Reaction
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import notices as matching_notices
from rondstroom.rooms.matching import tasks as matching_tasks
from rondstroom.rooms.messages import tasks as messages_tasks
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import notices as rosters_notices
from rondstroom.rooms.rosters import tasks as rosters_tasks
from rondstroom.rooms.settlement import actions as settlement
from rondstroom.rooms.settlement import notices as settlement_notices
from rondstroom.rooms.settlement import tasks as settlement_tasks
from rondstroom.rooms.skills import notices as skills_notices
from rondstroom.rooms.skills import tasks as skills_tasks

REACTIONS: Mapping[str, Sequence[Reaction]] = {
    "demand.shift.changed": [
        rosters.follow_changed_shift,
        demand.follow_neighbour,
        matching.stop_when_changed,
    ],
    "demand.shift.withdrawn": [matching.follow_shift],
    "demand.shift.cancelled": [
        rosters.end_with_shift,
        demand.end_with_neighbour,
        matching.answer_cancelled_shift,
        matching.follow_shift,
    ],
    "demand.vacancy.filled": [matching.answer_closed_vacancy],
    "demand.vacancy.withdrawn": [matching.answer_closed_vacancy],
    "matching.application.made": [matching_notices.tell_applied],
    "matching.application.proposed": [matching_notices.tell_proposed],
    "matching.application.accepted": [matching_notices.tell_application_answered],
    "matching.application.declined": [matching_notices.tell_application_answered],
    "matching.application.withdrawn": [matching_notices.end_application],
    "matching.request.accepted": [matching_notices.tell_accepted],
    "matching.request.declined": [matching_notices.tell_declined],
    "matching.request.offered": [matching_notices.tell_offered],
    "matching.cascade.opened": [matching_tasks.queue_advance, matching_notices.tell_ring],
    "matching.cascade.ended": [matching_notices.end_asking],
    "matching.offer.accepted": [matching_notices.end_asking],
    "matching.offer.declined": [matching_notices.end_asking],
    "matching.offer.passed": [matching_notices.tell_passed],
    "matching.hire.confirmed": [matching_tasks.queue_advance],
    "messages.message.sent": [messages_tasks.queue_delivery],
    "messages.question.asked": [rosters_notices.tell_asked],
    "messages.question.answered": [rosters_notices.tell_answered],
    "messages.question.continued": [rosters_notices.tell_asked],
    "people.engagement.changed": [rosters.follow_tie],
    "people.engagement.ended": [rosters.follow_tie],
    "people.engagement.started": [rosters.follow_tie],
    "rosters.assignment.made": [rosters.follow_made, rosters_notices.tell_of_place],
    "rosters.assignment.moved": [
        rosters.follow_assignment,
        rosters.follow_given,
        rosters_notices.tell_of_move,
    ],
    "rosters.assignment.lapsed": [
        rosters.follow_assignment,
        rosters.follow_given,
        matching_notices.tell_lost_shift,
        settlement.owe_called_off,
    ],
    "rosters.assignment.cancelled": [
        rosters.close_training_place,
        rosters.follow_assignment,
        rosters.follow_given,
        matching.offer_freed_place,
        matching_notices.tell_lost_shift,
        settlement.owe_called_off,
    ],
    "rosters.assignment.handed-over": [
        rosters.follow_assignment,
        rosters.follow_given,
    ],
    "rosters.signal.given": [rosters_notices.tell_signal_given],
    "rosters.signal.answered": [rosters_notices.tell_signal_answered],
    "rosters.swap.asked": [rosters_notices.tell_of_swap, matching_notices.tell_swap_open],
    "rosters.swap.accepted": [rosters_notices.tell_of_swap],
    "rosters.swap.declined": [rosters_notices.tell_of_swap],
    "rosters.swap.done": [rosters_notices.tell_of_swap],
    "rosters.swap.lapsed": [rosters_notices.tell_of_swap],
    "rosters.swap.offered": [rosters_notices.tell_of_swap],
    "rosters.swap.refused": [rosters_notices.tell_of_swap],
    "rosters.swap.withdrawn": [rosters_notices.tell_of_swap],
    "rosters.round.opened": [rosters_notices.tell_of_round],
    "rosters.plan.asked": [rosters_tasks.queue_plan],
    "rosters.roster.published": [rosters_notices.tell_of_published_roster],
    "settlement.hours.owed": [settlement_notices.tell_owed],
    "settlement.run.asked": [settlement_tasks.queue_run],
    "settlement.run.resumed": [settlement_tasks.queue_run],
    "skills.claim.made": [skills_notices.tell_claim_made],
    "skills.claim.withdrawn": [skills_notices.settle_claim],
    "skills.claim.confirmed": [skills_notices.settle_claim, skills_notices.tell_claim_answered],
    "skills.acceptance.decided": [rosters.follow_house],
    "skills.acceptance.ended": [rosters.follow_house],
    "skills.files.changed": [rosters.follow_files],
    "skills.register.checked": [matching_tasks.queue_held],
    "skills.register.wanted": [skills_tasks.queue_asking],
    "skills.policy.set": [rosters.follow_house],
    "skills.claim.declined": [skills_notices.settle_claim, skills_notices.tell_claim_answered],
}

LISTENERS: Mapping[str, Sequence[Reaction]] = {
    **systems.LISTENERS,
    "organisations.arrangement.written": [rosters.follow_pools],
    "organisations.council.answered": [rosters.follow_pools],
    "rosters.assignment.made": [
        matching.follow_shifts,
        *systems.LISTENERS.get("rosters.assignment.made", ()),
    ],
}
"""Who hears of all that was written together at once, where many may be written."""
