"""Reading workers: who works where, when they want to work, what they work elsewhere."""

from rondstroom.rooms.people.queries.absences import absence, can_work
from rondstroom.rooms.people.queries.engagements import (
    employers_in,
    engaged_workers,
    engagements_by_number,
    engagements_of,
    open_to_region,
    ties_of,
    willing_organisation_ids,
    willing_organisations,
    workers_of_organisation,
)
from rondstroom.rooms.people.queries.hours_wishes import hours_wish_of, who_wants_more
from rondstroom.rooms.people.queries.wishes import (
    PARTS_START,
    Cell,
    availability_cell,
    availability_of,
    declared_work,
    offered_in,
    part_of,
    wishes_for,
)
from rondstroom.rooms.people.queries.workers import (
    all_workers,
    calendar_key_made_at,
    locked_worker,
    own_wage_of,
    worker,
    worker_by_calendar_key,
    worker_by_email,
    worker_of,
    workers,
)

__all__ = [
    "PARTS_START",
    "Cell",
    "absence",
    "all_workers",
    "availability_cell",
    "availability_of",
    "calendar_key_made_at",
    "can_work",
    "declared_work",
    "employers_in",
    "engaged_workers",
    "engagements_by_number",
    "engagements_of",
    "hours_wish_of",
    "locked_worker",
    "offered_in",
    "open_to_region",
    "own_wage_of",
    "part_of",
    "ties_of",
    "who_wants_more",
    "willing_organisation_ids",
    "willing_organisations",
    "wishes_for",
    "worker",
    "worker_by_calendar_key",
    "worker_by_email",
    "worker_of",
    "workers",
    "workers_of_organisation",
]
