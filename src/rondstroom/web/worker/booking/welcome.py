"""What helps somebody to feel at home on a shift: buddy, mentor, known faces, what is shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.learning import queries as learning
from rondstroom.rooms.rosters import queries as rosters

if TYPE_CHECKING:
    from rondstroom.web.worker.booking.standing import Standing


def at_home(one: Standing, at: datetime) -> dict[str, Any]:
    """Give what the page of a booked shift tells of coming to a place."""
    mine, location_id = one.assignment, one.shift.team.location_id
    assert mine is not None, "only of who is on the shift"
    faces = rosters.faces_known(mine.worker_id, one.shift.team_id, at)
    return {
        "is_first": rosters.is_first_time(mine) and not one.is_over,
        "buddy": rosters.buddy_of(mine),
        "mentor": learning.mentor_of(mine.worker_id, location_id),
        "induction": learning.induction(mine.worker_id, location_id),
        "known": {face.worker_id for face in faces},
    }
