"""What the work code of a house says of its rosters, and how work is really shared out."""

from rondstroom.rooms.rosters.queries.work_code.findings import (
    Found,
    Notes,
    code_findings_of_month,
    code_findings_of_roster,
    notes_of_shift,
    share_after,
)
from rondstroom.rooms.rosters.queries.work_code.shared_out import forms_at, shared_out

__all__ = [
    "Found",
    "Notes",
    "code_findings_of_month",
    "code_findings_of_roster",
    "forms_at",
    "notes_of_shift",
    "share_after",
    "shared_out",
]
