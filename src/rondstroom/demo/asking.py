"""Writing down that shifts are asked around: one of them so far that it waits for hire."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.states import CascadeState, Choosing, Ring
from rondstroom.rooms.rosters import queries as rosters

if TYPE_CHECKING:
    from rondstroom.rooms.matching.models import Cascade

WHERE = "De Linde"
ASKED = 4
# What these bureaus and an own hour cost is made up, as the whole region is.
SUPPLIERS = (queries.Supplier("Bureau Zuid", 5890), queries.Supplier("Flexhuis", 6240))
OWN_HOUR_CENTS = 4150


def ask_around(founded: Founded, writer: Writer) -> list[Cascade]:
    """Lay down how De Linde asks, and ask for its next open shifts; the first comes to hire."""
    organisation = founded.organisations[WHERE]
    house = queries.cascade_policy(organisation.pk, writer.today)
    matching.set_cascade_policy(
        organisation=organisation,
        windows=house.windows,
        choosing=Choosing.ORDER,
        suppliers=SUPPLIERS,
        own_hour_cents=OWN_HOUR_CENTS,
        **writer.at_founding,
    )
    begins = writer.this_morning["at"] + timedelta(days=1)
    shifts = list(demand.open_shifts(begins, begins + timedelta(days=7), [organisation.pk]))
    filled = rosters.filled_places(shift.pk for shift in shifts)
    wanted = [shift for shift in shifts if filled[shift.pk] < shift.places][:ASKED]
    asked = [matching.start_cascade(shift=one, seed=1, **writer.this_morning) for one in wanted]
    for cascade in asked[:1]:
        _hurry_to_hire(cascade, writer)
    return asked


def _hurry_to_hire(cascade: Cascade, writer: Writer) -> None:
    for _ring in Ring:
        if cascade.state == CascadeState.RUNNING:
            cascade = matching.next_ring(cascade=cascade, **writer.this_morning)
