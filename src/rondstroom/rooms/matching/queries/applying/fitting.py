"""Which vacancies are within a worker's reach, and whose wish for more hours a vacancy meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching.queries.applying.reading import applications_of
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.queries.placement import Reason
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy
    from rondstroom.rooms.matching.models import Application
    from rondstroom.rooms.people.models import HoursWish, Worker

NOT_IN_POOL, OTHER_FUNCTION = "matching.not-in-pool", "matching.other-function"


@dataclass(frozen=True, slots=True)
class VacancyCard:
    """A vacancy as one worker sees it: how far it is, and what was said about it already."""

    vacancy: Vacancy
    travel_minutes: int | None
    is_far: bool
    said: Application | None = None

    @property
    def cells(self) -> list[demand.Cell]:
        """The parts of the week that the work is in."""
        return demand.cells_of(self.vacancy)


@dataclass(frozen=True, slots=True)
class VacancyList:
    """What is open to a worker, the nearest first, and how many are not, by rule."""

    cards: list[VacancyCard] = field(default_factory=list)
    hidden: Mapping[str, int] = field(default_factory=dict)


def vacancies_for(worker: Worker, at: datetime) -> VacancyList:
    """Give the open vacancies of the worker's employers and pools; queries do not grow."""
    today = timezone.localdate(at)
    own = {one.organisation_id for one in people.engagements_of(worker.pk, today)}
    near = set().union(*organisations.pool_partners(own, today).values()) | own
    rows = list(demand.open_vacancies(near, today))
    reasons = vacancy_reasons(worker, rows, at)
    within = [one for one in rows if not reasons[one.pk]]
    cards = _cards(worker, within, _said(worker.pk))
    hidden = Counter(some[0].rule for some in reasons.values() if some)
    return VacancyList(sorted(cards, key=_nearest), hidden)


def vacancy_card(worker: Worker, vacancy: Vacancy) -> VacancyCard:
    """Give one vacancy as a worker sees it."""
    return _cards(worker, [vacancy], _said(worker.pk))[0]


def vacancy_reasons(
    worker: Worker, vacancies: Sequence[Vacancy], at: datetime
) -> dict[int, tuple[Reason, ...]]:
    """Give for each vacancy why this worker cannot take it: outside the pool, other diploma.

    Travel and wishes are the worker's own; the gate looks at every shift that follows.
    """
    today = timezone.localdate(at)
    own = {one.organisation_id for one in people.engagements_of(worker.pk, today)}
    near = set().union(*organisations.pool_partners(own, today).values()) | own
    held = skills.held_functions([worker.pk], today).get(worker.pk, set())
    fits = _diplomas(vacancies)
    return {one.pk: tuple(_reasons(one, near, held, fits[one.pk])) for one in vacancies}


def _diplomas(vacancies: Sequence[Vacancy]) -> dict[int, set[int]]:
    """Give for each vacancy the functions whose people may do its work there; one query."""
    covers = skills.coverings({one.function_id for one in vacancies}) if vacancies else {}
    found = {}
    for one in vacancies:
        everywhere, there = covers[one.function_id]
        found[one.pk] = set(dict(there).get(one.organisation_id, everywhere))
    return found


def _reasons(
    vacancy: Vacancy, near: set[int], held: set[int], covering: Iterable[int]
) -> Iterable[Reason]:
    if vacancy.organisation_id not in near:
        yield Reason(
            NOT_IN_POOL,
            _("Deze organisatie deelt geen pool met een werkgever van jou."),
            _("Kies een vacature binnen de pool."),
        )
    if held.isdisjoint(covering):
        yield Reason(
            OTHER_FUNCTION,
            _("Hiervoor is een diploma nodig als %(function)s.")
            % {"function": vacancy.function.name},
            _("Heb je dat diploma, meld het dan bij je bewijzen."),
        )


def fitting_wishes(
    wishes: Iterable[HoursWish], vacancies: Sequence[Vacancy], on: date
) -> dict[int, list[HoursWish]]:
    """Give per vacancy who wants more hours, has the diploma and lives near enough, in order.

    Who waits longest stays first. A wish for fewer hours than the vacancy has still fits: the two
    can talk. Three queries, however many.
    """
    asked = list(wishes)
    held = skills.held_functions([one.worker_id for one in asked], on)
    fits = _diplomas(vacancies)
    trips = organisations.travel_times(
        {
            (one.worker.home_pc4, vacancy.team.location.pc4, one.worker.travel_mode)
            for one in asked
            for vacancy in vacancies
        }
    )
    found: dict[int, list[HoursWish]] = {}
    for vacancy in vacancies:
        found[vacancy.pk] = [
            one
            for one in asked
            if not held.get(one.worker_id, set()).isdisjoint(fits[vacancy.pk])
            and not _is_far(one.worker, trips[_trip(one.worker, vacancy)])
        ]
    return found


def _cards(
    worker: Worker, vacancies: Sequence[Vacancy], said: Mapping[int, Application]
) -> list[VacancyCard]:
    trips = organisations.travel_times({_trip(worker, one) for one in vacancies})
    times = {one.pk: trips[_trip(worker, one)] for one in vacancies}
    return [
        VacancyCard(one, times[one.pk], _is_far(worker, times[one.pk]), said.get(one.pk))
        for one in vacancies
    ]


def _said(worker_id: int) -> dict[int, Application]:
    """Give the newest answer per vacancy."""
    return {one.vacancy_id: one for one in reversed(applications_of(worker_id))}


def _trip(worker: Worker, vacancy: Vacancy) -> tuple[str, str, str]:
    return worker.home_pc4, vacancy.team.location.pc4, worker.travel_mode


def _is_far(worker: Worker, minutes: int | None) -> bool:
    return minutes is not None and minutes > worker.max_travel_minutes


def _nearest(card: VacancyCard) -> tuple[bool, bool, int, int]:
    minutes = card.travel_minutes
    return card.is_far, minutes is None, minutes or 0, card.vacancy.pk
