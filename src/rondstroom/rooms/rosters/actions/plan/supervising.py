"""Work under supervision in the words of the engine: who learns, who supervises, who is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flexpool.periods import AMSTERDAM, Period
from flexpool.planning import Stay, Supervision, Worker
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries.placement import Judge, ShiftFacts
from rondstroom.rooms.skills import queries as skills

Behind = Mapping[tuple[int, str], list[ShiftFacts]]
Asked = tuple[skills.Condition, int]
"""A condition, and the organisation where it is asked."""

MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Lessons:
    """Who learns on which kinds of shift, and what supervisors are asked there."""

    question: Question
    learning: Mapping[int, tuple[Supervision, ...]]
    asked: Mapping[str, Asked]

    def told(self, worker: Worker, pk: int, judge: Judge) -> Worker:
        """Tell the engine of a worker what this one learns and supervises."""
        if not self.asked:
            return worker
        return replace(worker, skills=self.able(judge), supervision=self.learning.get(pk, ()))

    def able(self, judge: Judge) -> frozenset[str]:
        """Give what somebody supervises, on every day of the plan."""
        question = self.question
        days = tuple(question.starts_on + timedelta(days=one) for one in range(question.days))
        return frozenset(
            name
            for name, (condition, house) in self.asked.items()
            if skills.may_supervise(
                judge.worker.file, condition, skills.Place(house, days), judge.around.houses
            )
        )

    def stays(self) -> Iterator[Stay]:
        """Give who supervises already, by the roster as it is."""
        if not self.asked:
            return
        around = next(iter(self.question.judges.values())).around
        teams = {one.team_id: one.organisation_id for one in self.question.open_shifts}
        for team_id, there in around.supervisors.by_team.items():
            for one in there:
                days = _days(one.starts_at, one.ends_at)
                for name, (condition, house) in self.asked.items():
                    place = skills.Place(house, days)
                    if teams.get(team_id) == house and skills.may_supervise(
                        one.file, condition, place, around.houses
                    ):
                        span = self._minute(one.starts_at), self._minute(one.ends_at)
                        yield Stay(str(team_id), name, *span)

    def _minute(self, moment: datetime) -> int:
        """Give minutes of the wall clock after the first midnight."""
        at = moment.astimezone(AMSTERDAM)
        days = (at.date() - self.question.starts_on).days
        return days * MINUTES_PER_DAY + at.hour * 60 + at.minute


def _days(starts_at: datetime, ends_at: datetime) -> tuple[date, ...]:
    return tuple(Period(starts_at, ends_at).local_days())


def lessons(question: Question, behind: Behind) -> Lessons:
    """Find the kinds on which somebody works under supervision; none where nobody learns."""
    asked: dict[str, Asked] = {}
    learning: dict[int, tuple[Supervision, ...]] = {}
    for pk, judge in question.judges.items():
        if not judge.learns:
            continue
        kinds: dict[str, set[str]] = defaultdict(set)
        for (_day, kind), (shift, *_alike) in behind.items():
            for condition in judge.conditions(shift):
                house = shift.organisation_id
                name = f"{condition.skill.skill_id} {condition.by} {house}"
                asked[name] = condition, house
                kinds[name].add(kind)
        learning[pk] = tuple(
            Supervision(name, None, frozenset(there)) for name, there in kinds.items()
        )
    return Lessons(question, learning, asked)
