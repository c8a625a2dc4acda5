"""What may never decide who is asked first: change it, and the order stays as it was."""

from __future__ import annotations

from datetime import date

import pytest

from factories.demand import make_shift
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.queries.cascade.reach import reach_of
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement.ranking import lot_of

pytestmark = pytest.mark.django_db


def orders(cast: Cast, day: date = MONDAY) -> tuple[list[int], list[int]]:
    """Give the order in which a ring is asked, and that of the list of candidates."""
    known = Shift.objects.filter(team=cast.vlinder, source_key=f"order:{day}").first()
    shift = known or make_shift(cast.vlinder, day=day, source_key=f"order:{day}")
    ring = reach_of(placement.facts_of_shift(shift), NOW)[Ring.OWN_TEAM]
    return (
        [one.worker.pk for one in ring.people],
        [one.worker_id for one in queries.candidates(shift, NOW).eligible],
    )


@pytest.fixture
def six(cast: Cast) -> list[Worker]:
    """Six people of one team whose numbers are the same."""
    return [make_worker(f"Gelijk {number}", team=cast.vlinder) for number in range(6)]


def test_another_name_changes_nothing(cast: Cast, six: list[Worker]) -> None:
    before = orders(cast)
    for number, worker in enumerate(reversed(six)):
        Worker.objects.filter(pk=worker.pk).update(name=f"Aaaa {number}")
    assert orders(cast) == before


@pytest.mark.parametrize(
    "form", [EngagementForm.TEMPORARY, EngagementForm.FLEX_POOL, EngagementForm.STUDENT]
)
def test_another_form_of_contract_changes_nothing(
    form: EngagementForm, cast: Cast, six: list[Worker]
) -> None:
    before = orders(cast)
    Engagement.objects.filter(worker__in=six[::2]).update(form=form)
    assert orders(cast) == before


def test_another_age_changes_nothing(cast: Cast, six: list[Worker]) -> None:
    before = orders(cast)
    Worker.objects.filter(pk__in=[one.pk for one in six[::2]]).update(youth_until=date(2026, 1, 1))
    assert orders(cast) == before


def test_nothing_is_known_of_sex_origin_or_health() -> None:
    fields = {field.name for field in Worker._meta.get_fields()}
    assert not fields & {"sex", "gender", "origin", "nationality", "birth_date", "pregnant"}


def test_a_larger_contract_that_is_filled_changes_nothing(cast: Cast, six: list[Worker]) -> None:
    """Contract size counts only as hours still owed: nothing is owed here."""
    Engagement.objects.filter(worker__in=six).update(minutes_per_week=0)
    before = orders(cast)
    assert orders(cast) == before
    Engagement.objects.filter(worker=six[3], organisation=cast.de_linde).update(
        minutes_per_week=600
    )
    assert orders(cast)[0][0] == six[3].pk


def test_between_equals_every_shift_draws_anew_and_the_same_each_time(
    cast: Cast, six: list[Worker]
) -> None:
    mine = {one.pk for one in six}
    firsts = set()
    for number in range(12):
        ring, listed = orders(cast, date.fromordinal(MONDAY.toordinal() + number))
        assert ring == [pk for pk in listed if pk in ring]
        firsts.add(next(pk for pk in ring if pk in mine))
    assert len(firsts) > 1
    assert lot_of(1, 2) == lot_of(1, 2) != lot_of(2, 2)
