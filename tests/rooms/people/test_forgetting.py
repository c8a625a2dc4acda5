"""PRIV-04: what was said of a day goes thirteen weeks after it, and not a day sooner."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.moments import MONDAY, NOW
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import Availability
from rondstroom.rooms.people.states import DayPart, Wish

pytestmark = pytest.mark.django_db
THIRTEEN_WEEKS = timedelta(weeks=13)


@pytest.fixture(autouse=True)
def nothing_said(cast: Cast) -> None:
    """Let nobody have said anything: what the cast says would be counted too."""
    Availability.objects.all().delete()


def say(cast: Cast, *days: date) -> None:
    wishes: dict[Any, Any] = {(day, DayPart.EVENING): Wish.RATHER_NOT for day in days}
    actions.set_availability(worker=cast.niels, wishes=wishes, **signed())


def test_a_day_is_forgotten_thirteen_weeks_after_it(cast: Cast) -> None:
    today = NOW.date()
    on_the_edge, over = today - THIRTEEN_WEEKS, today - THIRTEEN_WEEKS - timedelta(days=1)
    say(cast, over, on_the_edge, MONDAY)
    assert [one.on_date for one in queries.availability_to_forget(NOW)] == [over]
    assert actions.forget_availability(**signed()) == 1
    left = queries.availability_of(cast.niels.pk, over, MONDAY + timedelta(days=1))
    assert sorted(day for day, _part in left) == [on_the_edge, MONDAY]


def test_the_day_counts_in_amsterdam(cast: Cast) -> None:
    """At half past eleven in the evening in London it is the next day here."""
    over = NOW.date() - THIRTEEN_WEEKS
    say(cast, over)
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert actions.forget_availability(**{**signed(), "at": late}) == 1


def test_the_journal_says_how_many_and_never_whose(cast: Cast) -> None:
    say(cast, *(date(2026, 1, 1) + timedelta(days=n) for n in range(3)))
    actions.forget_availability(**signed())
    line = journal.entries_about("retention").get(event="people.availability.forgotten")
    assert line.data == {"count": 3}
    assert line.actor_name


def test_nothing_to_forget_writes_nothing(cast: Cast) -> None:
    say(cast, MONDAY)
    assert actions.forget_availability(**signed()) == 0
    assert Availability.objects.count() == 1
    assert not journal.entries_about("retention").exists()
