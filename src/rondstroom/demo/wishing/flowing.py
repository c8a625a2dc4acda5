"""Writing down who works from the pool for two years at most, and who went on to De Linde."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import WentTo

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

WHERE, SIDE_ENTRANT = "De Linde", "petra@voorbeeld.invalid"
BEGAN = timedelta(days=640)
"""So long ago the side entrant of the cast began: the end comes in view."""
NOW, GONE = 3, 12
"""So many work from the pool of De Linde now and went into its service: enough to be told apart."""
APART = timedelta(weeks=2)


def let_people_flow(founded: Founded, workers: dict[str, Worker], writer: Writer) -> int:
    """Begin terms in the pool, and end those of who is in service now; give how many terms."""
    began, today, organisation = writer.today - BEGAN, writer.today, founded.organisations[WHERE]
    petra = workers[SIDE_ENTRANT]
    own = queries.engagements_of(petra.pk, today)[0].organisation
    actions.begin_pool_term(worker=petra, organisation=own, starts_on=began, **writer.at_founding)
    there = queries.workers_of_organisation(organisation.pk, today).filter(account=None)
    done = list(there.order_by("pk")[: NOW + GONE])
    for number, worker in enumerate(done):
        first = began + number * APART
        term = actions.begin_pool_term(
            worker=worker, organisation=organisation, starts_on=first, **writer.at_founding
        )
        if number < GONE:
            actions.leave_pool(
                term=term,
                left_on=today - (GONE - number) * APART,
                went_to=WentTo.EMPLOYER,
                employer=organisation,
                **writer.this_morning,
            )
    return len(done) + 1
