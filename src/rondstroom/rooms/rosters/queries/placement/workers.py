"""What a judgement needs to know of workers; a fixed number of queries for any number of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from flexpool.periods import Period
from rondstroom.rooms.journal.queries import Asked, at_once
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.queries.work import Busy, work_and_first_days
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement, Worker
    from rondstroom.rooms.people.queries import Cell, Known
    from rondstroom.rooms.people.states import Wish
    from rondstroom.rooms.skills.models import Proof
    from rondstroom.rooms.skills.queries import File, Papers

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """One worker: engagements, where willing, wishes, proofs, and work in a window of time.

    `first_days` holds the first day on the roster of each organisation, ever.
    """

    worker: Worker
    ties: Sequence[Engagement]
    willing: frozenset[int]
    wishes: Mapping[Cell, Wish]
    work: Sequence[Busy]
    file: File
    first_days: Mapping[int, date]

    @property
    def proofs(self) -> Sequence[Proof]:
        """What was seen."""
        return self.file.proofs

    def ties_on(self, day: date) -> list[Engagement]:
        """Give the engagements that hold on a day; `ends_on` is the first day no longer."""
        return [
            tie
            for tie in self.ties
            if tie.starts_on <= day and (tie.ends_on is None or day < tie.ends_on)
        ]


def facts_of_workers(
    workers: Iterable[Worker], wishes_in: Period, work_in: Period
) -> dict[int, WorkerFacts]:
    """Give the facts of workers: wishes in one period, work in another.

    Two queries for a few workers, eight for any number.
    """
    wanted = {worker.pk: worker for worker in workers}
    if len(wanted) <= people.FEW:
        return put_together(wanted, work_in, *at_once(*few_asked(wanted, wishes_in, work_in)))
    first, last = _told_of(wishes_in)
    return put_together(wanted, work_in, people.known_of(wanted, first, last, work_in))


def few_asked(
    wanted: Iterable[int], wishes_in: Period, work_in: Period
) -> tuple[Asked[Known], Asked[Papers]]:
    """Ask what a few people told and what was seen of them, to be read in one round trip."""
    (first, last), few = _told_of(wishes_in), list(wanted)
    return people.known_asked(few, first, last, work_in), skills.papers_asked(few)


def _told_of(wishes_in: Period) -> tuple[date, date]:
    """Give the days of which wishes matter: a night belongs to the day before."""
    *_rest, last_day = wishes_in.local_days()
    return wishes_in.local_day() - _DAY, last_day + _DAY


def put_together(
    wanted: Mapping[int, Worker], work_in: Period, told: Known, papers: Papers | None = None
) -> dict[int, WorkerFacts]:
    """Put the facts together; one query for the work, and those for papers not yet read."""
    files = skills.files_of(wanted, told.ties, papers)
    work, first = work_and_first_days(wanted, work_in, told.declared)
    return {
        pk: WorkerFacts(
            worker,
            told.ties.get(pk, ()),
            frozenset(told.willing.get(pk, ())),
            told.wishes.get(pk, {}),
            work[pk],
            files[pk],
            first[pk],
        )
        for pk, worker in wanted.items()
    }
