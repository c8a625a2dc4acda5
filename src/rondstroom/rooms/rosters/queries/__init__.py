"""Reading rosters: who works what, all work of a person together, planning runs."""

from rondstroom.rooms.rosters.queries.acquaintance import (
    colleagues_on,
    shifts_with_acquaintances,
)
from rondstroom.rooms.rosters.queries.asked import (
    Thread,
    is_of_team,
    questions_for_team_of,
    questions_on,
    shift_asked_about,
    threads,
)
from rondstroom.rooms.rosters.queries.assignments import (
    assignment,
    assignments_at,
    assignments_of_shifts,
    assignments_of_worker,
    assignments_of_workers,
    ended_assignments,
    filled_places,
    planned_assignments,
    shifts_left,
    times_worked_at,
)
from rondstroom.rooms.rosters.queries.following import (
    DemandChange,
    DemandChanges,
    Following,
    demand_changes,
)
from rondstroom.rooms.rosters.queries.gating import (
    Standing,
    gate_recheck_due,
    open_gate_tasks,
    standing,
    workers_coming,
)
from rondstroom.rooms.rosters.queries.lawful import breaches_of_team
from rondstroom.rooms.rosters.queries.regional.cover import Covered, cover_of_organisations
from rondstroom.rooms.rosters.queries.regional.lending import Lent, lent_between
from rondstroom.rooms.rosters.queries.regional.unused import Unused, unused_workers
from rondstroom.rooms.rosters.queries.reminders import confirmed_per_account, starting_in
from rondstroom.rooms.rosters.queries.runs import (
    decided_parts,
    is_published,
    lines_of,
    published_days,
    run,
    run_of_region,
    runs_of,
    runs_of_region,
)
from rondstroom.rooms.rosters.queries.swaps import (
    cancel_until,
    is_within_reach,
    living_swap,
    organisations_in,
    swap,
    swappable_with,
    swapped,
    swaps_at,
    swaps_for_anyone,
    swaps_of,
    to_approve,
)
from rondstroom.rooms.rosters.queries.work import (
    findings_of_organisations,
    findings_of_team,
    work_records,
)

__all__ = [
    "Covered",
    "DemandChange",
    "DemandChanges",
    "Following",
    "Lent",
    "Standing",
    "Thread",
    "Unused",
    "assignment",
    "assignments_at",
    "assignments_of_shifts",
    "assignments_of_worker",
    "assignments_of_workers",
    "breaches_of_team",
    "cancel_until",
    "colleagues_on",
    "confirmed_per_account",
    "cover_of_organisations",
    "decided_parts",
    "demand_changes",
    "ended_assignments",
    "filled_places",
    "findings_of_organisations",
    "findings_of_team",
    "gate_recheck_due",
    "is_of_team",
    "is_published",
    "is_within_reach",
    "lent_between",
    "lines_of",
    "living_swap",
    "open_gate_tasks",
    "organisations_in",
    "planned_assignments",
    "published_days",
    "questions_for_team_of",
    "questions_on",
    "run",
    "run_of_region",
    "runs_of",
    "runs_of_region",
    "shift_asked_about",
    "shifts_left",
    "shifts_with_acquaintances",
    "standing",
    "starting_in",
    "swap",
    "swappable_with",
    "swapped",
    "swaps_at",
    "swaps_for_anyone",
    "swaps_of",
    "threads",
    "times_worked_at",
    "to_approve",
    "unused_workers",
    "work_records",
    "workers_coming",
]
