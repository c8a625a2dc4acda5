"""The question as a problem for the planning engine, and its answer back as shifts and people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from flexpool.periods import AMSTERDAM, Period
from flexpool.planning import Demand, Kind, Problem, Request, Roster, Worker
from flexpool.staffing import AgeGroup
from flexpool.staffing import Shift as LawShift
from rondstroom.rooms.people.states import Wish
from rondstroom.rooms.rosters import translate
from rondstroom.rooms.rosters.actions.plan import preferences, self_rostering
from rondstroom.rooms.rosters.actions.plan.fair_share import open_prices
from rondstroom.rooms.rosters.actions.plan.limits import agreed_minutes, terms_of
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.actions.plan.supervising import Lessons, lessons
from rondstroom.rooms.rosters.queries.placement import Judge, ShiftFacts
from rondstroom.rooms.rosters.queries.placement.shifts import Skills

_Alike = tuple[int, int, int, int, int | None, Skills]
"""Team, start, end, break, function, skills: shifts of one kind, day after day."""

_LAW_SEES = timedelta(days=28)
"""The engine's law sees work so long before and after the horizon; what it proposes is judged again
over a whole year."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The problem, and which shifts stand behind each day and kind."""

    problem: Problem
    behind: dict[tuple[int, str], list[ShiftFacts]]

    def answer(self, roster: Roster) -> Iterator[tuple[int, list[ShiftFacts]]]:
        """Give worker and the shifts, alike, of which one is meant; in order of day."""
        cells = roster.cells(self.problem)
        for (worker, day), (kind, _skill) in sorted(cells.items(), key=lambda cell: cell[0][1]):
            yield int(worker), self.behind[day, kind]


def asked(question: Question, name: str) -> Asked:
    """Write the question as a problem: kinds of shifts alike, workers with what they may."""
    behind: dict[tuple[int, str], list[ShiftFacts]] = defaultdict(list)
    names: dict[_Alike, str] = {}
    kinds: dict[str, Kind] = {}
    for shift in question.open_shifts:
        alike = _alike(shift)
        kind = names.setdefault(alike, f"k{len(names)}")
        kinds.setdefault(kind, _kind(kind, alike, shift))
        behind[question.day_of(shift), kind].append(shift)
    learning = lessons(question, behind)
    workers = tuple(_workers(question, behind, learning))
    rest = translate.daily_rest(AgeGroup.ADULT, question.starts_on)
    problem = Problem(
        name=name,
        days=question.days,
        kinds=tuple(kinds.values()),
        workers=workers,
        demands=_demands(question, behind),
        first_weekday=question.starts_on.weekday(),
        first_date=question.starts_on,
        rest_minutes=int(rest.total_seconds() // 60),
        lawful=True,
        law_profile=_profile(question),
        only_demanded=True,
        stays=tuple(learning.stays()),
        terms=preferences.terms(),
    )
    agreed = {str(pk): agreed_minutes(question, one) for pk, one in question.judges.items()}
    return Asked(self_rostering.shared(question, problem, agreed), dict(behind))


def _minutes(shift: ShiftFacts) -> tuple[int, int]:
    """Give start and end in minutes of the wall clock after the midnight before it begins."""
    starts, ends = (moment.astimezone(AMSTERDAM) for moment in (shift.starts_at, shift.ends_at))
    later = (ends.date() - starts.date()).days * 24 * 60
    return starts.hour * 60 + starts.minute, later + ends.hour * 60 + ends.minute


def _alike(shift: ShiftFacts) -> _Alike:
    return (
        shift.team_id,
        *_minutes(shift),
        shift.break_minutes,
        shift.function_id,
        shift.skills,
    )


def _kind(name: str, alike: _Alike, shift: ShiftFacts) -> Kind:
    return Kind(
        id=name,
        minutes=shift.as_work.work_minutes,
        starts=alike[1],
        ends=alike[2],
        break_minutes=shift.as_work.break_minutes,
        organisation=str(shift.organisation_id),
        place=str(shift.team_id),
        function=str(shift.function_id or ""),
    )


def _demands(
    question: Question, behind: Mapping[tuple[int, str], list[ShiftFacts]]
) -> tuple[Demand, ...]:
    prices = open_prices(question)
    return tuple(_demand(day, kind, shifts, prices) for (day, kind), shifts in behind.items())


def _demand(day: int, kind: str, shifts: list[ShiftFacts], prices: Mapping[int, int]) -> Demand:
    free = sum(shift.places - shift.filled for shift in shifts)
    price = max(prices[shift.shift_id] for shift in shifts)
    return Demand(day, kind, optimum=free, under_weight=price, maximum=free)


def _workers(
    question: Question, behind: dict[tuple[int, str], list[ShiftFacts]], learning: Lessons
) -> Iterator[Worker]:
    for pk, judge in question.judges.items():
        may = {cell for cell, shifts in behind.items() if question.may_be_proposed(pk, shifts[0])}
        if may:
            made = _worker(question, pk, judge, behind, may)
            yield learning.told(made, pk, judge)


def _worker(
    question: Question,
    pk: int,
    judge: Judge,
    behind: dict[tuple[int, str], list[ShiftFacts]],
    may: set[tuple[int, str]],
) -> Worker:
    wishes = {cell: judge.numbers(behind[cell][0]).wish for cell in may}
    person = judge.worker.worker
    contract, history = terms_of(question, pk, judge)
    return Worker(
        id=str(pk),
        contract=contract,
        kinds=frozenset(kind for _day, kind in may),
        unavailable=frozenset(
            cell for cell in behind if cell not in may and any(cell[1] == one[1] for one in may)
        ),
        beyond_agreed=frozenset(
            cell for cell in may if may_refuse(judge, behind[cell][0], wishes[cell])
        ),
        requests=_wishes(wishes) + self_rostering.requests(question, pk, behind, may),
        kind_cost={
            kind: preferences.price(judge.numbers(behind[day, kind][0])) for day, kind in may
        },
        history=history,
        locked=_locked(question, judge),
        age_group=translate.age_group(person.youth_until, question.starts_on),
    )


def _wishes(wishes: Mapping[tuple[int, str], str]) -> tuple[Request, ...]:
    """Give the words of somebody about days as requests not to work, each with its price."""
    return tuple(
        Request(day, kind, preferences.price_of_wish(wish), is_on=False)
        for (day, kind), wish in sorted(wishes.items())
        if preferences.price_of_wish(wish)
    )


def may_refuse(judge: Judge, shift: ShiftFacts, wish: str) -> bool:
    """Say whether a shift lies outside the agreed days and hours; who offered the day said yes."""
    return wish != Wish.AVAILABLE and judge.may_refuse(shift)


def _locked(question: Question, judge: Judge) -> tuple[LawShift, ...]:
    near = Period(
        question.span.starts_at - _LAW_SEES,
        question.span.ends_at + _LAW_SEES,
    )
    work = (busy.as_work for busy in judge.worker.work)
    return tuple(one for one in work if one.period.overlaps(near))


def _profile(question: Question) -> str:
    involved = {
        busy.profile
        for judge in question.judges.values()
        for busy in judge.worker.work
        if busy.profile is not None
    }
    return translate.strictest(involved | {one.profile for one in question.open_shifts}).name
