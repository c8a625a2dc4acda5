"""Posting vacancies and longer assignments, and answering some of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flexpool.periods import week_start
from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.states import DayPart, EngagementForm
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

DAY, EVENING, NIGHT = DayPart.DAY, DayPart.EVENING, DayPart.NIGHT
# Function, hours a week, parts of the week, weeks that it lasts (none: for good).
POSTED = (
    ("VIG", 16, ((0, DAY), (1, DAY)), None),
    ("VIG", 12, ((3, EVENING), (5, EVENING)), 26),
    ("Helpende", 24, ((0, DAY), (2, DAY), (4, DAY)), None),
    ("VP4", 20, (), None),
    ("VP6", 16, ((4, NIGHT), (5, NIGHT)), 13),
)
FORMS = (EngagementForm.PERMANENT, EngagementForm.TEMPORARY, EngagementForm.SECONDED)
ANSWERING = 3


def post_vacancies(founded: Founded, workers: dict[str, Worker], writer: Writer) -> int:
    """Let some organisations post a vacancy each, and some people answer; give how many stand."""
    monday = week_start(writer.today) + timedelta(weeks=3)
    number = 0
    for house, (code, hours, pattern, weeks) in zip(
        founded.organisations.values(), POSTED, strict=False
    ):
        team, function = organisations.teams_of(house.pk).first(), skills.function_by_text(code)
        if team is None or function is None:
            continue
        demand.post_vacancy(
            team=team,
            function=function,
            minutes_per_week=hours * 60,
            starts_on=monday,
            ends_on=None if weeks is None else monday + timedelta(weeks=weeks, days=-1),
            pattern=pattern,
            forms=FORMS,
            **writer.this_morning,
        )
        number += 1
    _answer(workers, writer)
    return number


def _answer(workers: dict[str, Worker], writer: Writer) -> None:
    """Let the first who can each answer the vacancy that is nearest."""
    answered = 0
    for worker in workers.values():
        cards = queries.vacancies_for(worker, writer.this_morning["at"]).cards
        near = [one for one in cards if not one.is_far]
        if near and worker.account is not None:
            form = EngagementForm.PERMANENT
            actions.apply_for_vacancy(
                worker=worker, vacancy=near[0].vacancy, form=form, **writer.this_morning
            )
            answered += 1
        if answered == ANSWERING:
            return
