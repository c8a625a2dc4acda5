"""Whom each ring would reach for a shift, in what order, and why the others not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rondstroom.rooms.matching.queries.weighed import Weighed, weigh_everybody, with_all_work
from rondstroom.rooms.matching.states import EXTERNAL_FORMS, Ring
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.queries.placement import ShiftFacts, WorkerFacts

MOST_REACHED = 60
"""So many people of one ring are asked, the first in order; the others are counted as kept out."""
TOO_MANY = "cascade.enough-asked"
NOT_ARRANGED = "cascade.not-arranged"


@dataclass(slots=True)
class Reach:
    """The people of one ring in their order, and how many each rule kept out."""

    ring: Ring
    people: list[Weighed] = field(default_factory=list)
    kept_out: Counter[str] = field(default_factory=Counter)
    stopped: list[Weighed] = field(default_factory=list)

    def keep_out(self, one: Weighed) -> None:
        """Count somebody whom a rule keeps out."""
        self.stopped.append(one)
        self.kept_out.update({one.first_reason: 1})

    @property
    def everybody(self) -> list[Weighed]:
        """All who were looked at in this ring, also who was kept out."""
        return [*self.people, *self.stopped]


def ring_of(worker: WorkerFacts, shift: ShiftFacts) -> Ring:
    """Give the ring in which somebody is asked for a shift, by what ties them on its day.

    Within the organisation the form of contract plays no part: who has no team of their own there
    is the flex pool. Only the reserve and hire are rings because of their form.
    """
    ties = worker.ties_on(shift.starts_on)
    employed = [tie for tie in ties if tie.form not in {*EXTERNAL_FORMS, EngagementForm.RESERVE}]
    here = [tie for tie in employed if tie.organisation_id == shift.organisation_id]
    if any(tie.team_id == shift.team_id for tie in here):
        return Ring.OWN_TEAM
    if any(tie.team_id is not None for tie in here):
        return Ring.OWN_ORGANISATION
    if here:
        return Ring.FLEX_POOL
    if employed:
        return Ring.REGIONAL_POOL
    is_reserve = any(tie.form == EngagementForm.RESERVE for tie in ties)
    return Ring.RESERVE if is_reserve else Ring.AGENCY


def reach_of(shift: ShiftFacts, at: datetime) -> dict[Ring, Reach]:
    """Give for each ring whom it would reach; queries do not grow with the number of people."""
    found = {ring: Reach(ring) for ring in Ring}
    passing: list[Weighed] = []
    sharing = organisations.sharing_on(shift.starts_on)
    partners = sharing.partners(Shared.ASKING, shift.organisation_id)
    for one in sorted(weigh_everybody(shift, at), key=lambda each: each.place):
        reach = found[ring_of(one.judge.worker, shift)]
        if one.blocking:
            reach.keep_out(one)
        elif reach.ring is Ring.REGIONAL_POOL and not _is_shared(one.judge.worker, shift, partners):
            reach.kept_out.update({NOT_ARRANGED: 1})
        elif len(reach.people) >= MOST_REACHED:
            reach.kept_out.update({TOO_MANY: 1})
        else:
            reach.people.append(one)
            passing.append(one)
    for ring in Ring:
        found[ring].people = []
    for one in with_all_work(passing, shift):
        reach = found[ring_of(one.judge.worker, shift)]
        if one.blocking:
            reach.keep_out(one)
        else:
            reach.people.append(one)
    return found


def _is_shared(worker: WorkerFacts, shift: ShiftFacts, partners: set[int]) -> bool:
    """Tell whether an employer agreed with the organisation that its people are asked."""
    return any(tie.organisation_id in partners for tie in worker.ties_on(shift.starts_on))


def numbers_of(one: Weighed) -> dict[str, Any]:
    """Give the numbers that decided somebody's place, as an offer keeps them."""
    return {
        **one.numbers_kept,
        "points": {part.criterion.key: part.counted for part in one.ranked.parts},
    }
