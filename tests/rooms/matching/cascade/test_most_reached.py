"""A large ring is asked by its first people only, and what hire costs is exact to the cent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.cascade import bureau, make_policy, offers_in
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.queries.cascade import reach
from rondstroom.rooms.matching.states import Ring

pytestmark = pytest.mark.django_db


def test_only_the_first_of_a_large_ring_are_asked_and_the_others_are_counted(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        make_worker(f"Team {number}", team=cast.vlinder, with_account=False)
    shift = make_shift(cast.vlinder)
    before = queries.cascade_forecast(shift, NOW).rings[0]
    assert (before.reached, before.kept_out.get(reach.TOO_MANY)) == (4, None)

    monkeypatch.setattr(reach, "MOST_REACHED", 3)
    seen = {one.ring: one for one in queries.cascade_forecast(shift, NOW).rings}
    own = seen[Ring.OWN_TEAM]
    assert (own.reached, own.kept_out[reach.TOO_MANY]) == (3, 1)
    assert all(reach.TOO_MANY not in seen[ring].kept_out for ring in Ring if ring != own.ring)

    step = actions.start_cascade(shift=shift, **signed()).steps.get(ring=Ring.OWN_TEAM)
    assert (step.reached, step.kept_out[reach.TOO_MANY]) == (3, 1)
    assert [one.position for one in offers_in(step.cascade, Ring.OWN_TEAM)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("day", "start", "end", "pause", "places", "minutes", "cents"),
    [
        pytest.param(0, "07:00", "15:00", 30, 1, 450, 45_008, id="half a cent goes up"),
        pytest.param(0, "07:00", "15:00", 30, 3, 1350, 135_023, id="rounded once, not per place"),
        pytest.param(0, "23:00", "07:15", 0, 1, 495, 49_508, id="over midnight"),
        pytest.param(124, "21:00", "06:00", 0, 1, 480, 48_008, id="in the night of a short hour"),
        pytest.param(0, "07:00", "07:16", 0, 1, 16, 1600, id="under half a cent goes down"),
    ],
)
def test_hire_costs_the_worked_time_to_the_cent(
    cast: Cast, day: int, start: str, end: str, pause: int, places: int, minutes: int, cents: int
) -> None:
    make_policy(cast.de_linde, suppliers=[bureau(6001)], own_hour_cents=None)
    date = MONDAY + timedelta(days=day)
    times = {"start": start, "end": end, "break_minutes": pause}
    shift = make_shift(cast.vlinder, day=date, places=places, **times)
    cascade = actions.start_cascade(shift=shift, **signed())
    price = queries.hire_price(cascade, "Bureau Zuid", places)
    assert (price.minutes, price.hire_cents) == (minutes, cents)
    assert (price.own_cents, price.extra_cents) == (None, None)
