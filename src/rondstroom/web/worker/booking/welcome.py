"""What helps somebody to feel at home on a shift: buddy, mentor, known faces, what is shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.learning import queries as learning
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import EvaluationSide
from rondstroom.web.components.belonging import FeltForm, shares_in_words

if TYPE_CHECKING:
    from rondstroom.web.worker.booking.standing import Standing


def at_home(one: Standing, at: datetime) -> dict[str, Any]:
    """Give what the page of a booked shift tells of coming to a place."""
    mine, location_id = one.assignment, one.shift.team.location_id
    assert mine is not None, "only of who is on the shift"
    faces = rosters.faces_known(mine.worker_id, one.shift.team_id, at)
    side = EvaluationSide.WORKER
    return {
        "felt": FeltForm(side) if rosters.may_still_tell(mine, side, at) else None,
        "is_first": rosters.is_first_time(mine) and not one.is_over,
        "buddy": rosters.buddy_of(mine),
        "mentor": learning.mentor_of(mine.worker_id, location_id),
        "induction": learning.induction(mine.worker_id, location_id),
        "known": {face.worker_id for face in faces},
    }


def score_of(one: Standing, at: datetime) -> dict[str, Any]:
    """Give how colleagues felt the location, when enough of them told."""
    location_id = one.shift.team.location_id
    together = rosters.location_scores([location_id], at).get(location_id)
    shares = shares_in_words(together, EvaluationSide.WORKER) if together else []
    return {"together": together, "shares": shares}
