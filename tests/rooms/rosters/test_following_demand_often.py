"""Whatever a team needs, in whatever order: rolled out it is there, and nobody loses a shift."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.queries import Slot
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import Following
from rooms.demand.test_patterns import set_demand, slot

pytestmark = pytest.mark.django_db
LAST = MONDAY + timedelta(days=6)
TIMES = [("07:00", "15:30"), ("15:00", "23:00"), ("23:00", "07:15")]
VERSIONS = 4


def some_needs(dice: Random) -> list[Slot]:
    """Draw what a team needs: some days, some times, one to three people."""
    cells = [(day, times) for day in range(7) for times in TIMES]
    return [
        slot(day, *times, places=dice.randint(1, 3))
        for day, times in dice.sample(cells, k=dice.randint(0, 8))
    ]


def cover(cast: Cast) -> Counter[demand.Identity]:
    """Give how many places there are for each piece of work."""
    found: Counter[demand.Identity] = Counter()
    for shift in demand.all_shifts_of(cast.de_linde.pk).exclude(state="cancelled"):
        found[demand.identity_of(shift)] += shift.places
    return found


def wanted(cast: Cast) -> Counter[demand.Identity]:
    """Give how many places are needed for each piece of work."""
    found: Counter[demand.Identity] = Counter()
    for need in demand.needed(cast.vlinder.pk, MONDAY, LAST):
        found[need.identity] += need.slot.places
    return found


def roll_out(cast: Cast) -> queries.DemandChanges:
    """Roll out the week; give what was seen before."""
    seen = queries.demand_changes(cast.vlinder.pk, MONDAY, LAST, NOW)
    days = {"starts_on": MONDAY, "ends_on": LAST}
    actions.follow_demand(team=cast.vlinder, **days, seen=seen.mark, **signed())
    return seen


def somebody_comes(cast: Cast, dice: Random, number: int) -> None:
    """Put somebody new on one of the shifts with a free place."""
    rows = list(Shift.objects.exclude(state="cancelled").filter(assignments=None))
    if rows:
        worker = make_worker(f"Komt {number}", team=cast.vlinder, with_account=False)
        actions.assign(worker=worker, shift=dice.choice(rows), **signed())


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_needed_is_there_and_nobody_loses_a_shift(seed: int, cast: Cast) -> None:
    dice = Random(seed)
    by_hand = make_shift(cast.vlinder, places=2)
    for number in range(VERSIONS):
        set_demand(cast, *some_needs(dice))
        seen = roll_out(cast)
        stays = {
            demand.identity_of(one.shift)
            for one in seen.changes
            if one.what == Following.STAYS and one.shift is not None
        }
        mine = demand.identity_of(by_hand)
        for identity, places in cover(cast).items():
            if identity not in stays | {mine}:
                assert places == wanted(cast)[identity]
        assert all(cover(cast)[one] >= places for one, places in wanted(cast).items())
        left = queries.demand_changes(cast.vlinder.pk, MONDAY, LAST, NOW).changes
        assert {one.what for one in left} <= {Following.STAYS}
        somebody_comes(cast, dice, number)
    assert not Assignment.objects.filter(state="cancelled").exists()
    by_hand.refresh_from_db()
    assert (by_hand.state, by_hand.places) == ("published", 2)
