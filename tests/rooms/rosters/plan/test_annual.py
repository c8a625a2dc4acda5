"""Annual hours reach the engine as a balance in a corridor, in the place of hours a week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_annual, make_worker
from factories.rosters import raw_assignment
from factories.settlement import LAST_WEEK
from flexpool.contracts.annual import AnnualHours
from flexpool.planning import History
from flexpool.planning.problem import Contract, Limit
from people import Cast
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.actions.plan import problem, question
from rondstroom.rooms.rosters.actions.plan.limits import in_corridor
from rondstroom.rooms.rosters.models import PlanningRun

pytestmark = pytest.mark.django_db
SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
def anna(cast: Cast) -> Worker:
    """Give a carer of PG Vlinder with 16 hours a week on paper."""
    return make_worker("Anna", team=cast.vlinder, minutes_per_week=16 * 60)


def asked(cast: Cast, worker: Worker) -> tuple[Contract, History | None]:
    """Give the limits of a worker in the problem of PG Vlinder for the week."""
    days = {"starts_on": MONDAY, "ends_on": SUNDAY}
    run = PlanningRun(organisation=cast.de_linde, team=cast.vlinder, **days)
    found = problem.asked(question.load(run, NOW), "week").problem
    (who,) = [one for one in found.workers if one.id == str(worker.pk)]
    return who.contract, who.history


def test_hours_a_week_are_a_goal_without_annual_hours(cast: Cast, anna: Worker) -> None:
    make_shift(cast.vlinder)
    contract, _history = asked(cast, anna)
    assert contract.minutes is not None
    assert contract.balance is None


def test_the_balance_of_the_eve_and_what_is_owed_over_the_days(cast: Cast, anna: Worker) -> None:
    make_annual(anna.engagements.get(), plus=10, minus=20)
    make_shift(cast.vlinder)
    raw_assignment(anna, make_shift(cast.vlinder, day=LAST_WEEK))
    raw_assignment(anna, make_shift(cast.vlinder, day=MONDAY + timedelta(days=3)))
    away = {"starts_on": MONDAY - timedelta(days=2), "ends_on": MONDAY}
    people.report_absence(worker=anna, organisation=cast.de_linde, **away, **signed())
    contract, history = asked(cast, anna)
    assert (contract.minutes, contract.owed_minutes) == (None, 7 * 240)
    assert contract.balance is not None
    assert (contract.balance.minimum, contract.balance.maximum) == (-1200, 600)
    assert history is not None
    assert history.balance == 480 + 2 * 240 - 326 * 240 + 480


@pytest.mark.parametrize(
    ("ends_on", "owed"), [(date(2027, 1, 1), 14 * 240), (date(2026, 12, 31), 6 * 240)]
)
def test_days_of_the_next_year_are_owed_while_the_contract_goes_on(
    ends_on: date, owed: int
) -> None:
    year = AnnualHours(
        minutes=365 * 240, plus=60, minus=60, starts_on=date(2026, 1, 1), ends_on=ends_on
    )
    days = (date(2026, 12, 25), date(2027, 1, 7))
    contract, history = in_corridor(
        Contract(minutes=Limit(maximum=1)), History(minutes=60), year, days, -30
    )
    assert (contract.owed_minutes, history.balance) == (owed, 30)
