"""The secret link to one's own calendar: shown once, kept as a digest, ended by a new one."""

from __future__ import annotations

import pytest

from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import CalendarKey

pytestmark = pytest.mark.django_db


def test_a_key_opens_ones_own_calendar_only() -> None:
    aylin, bo = make_worker("Aylin"), make_worker("Bo")
    key = actions.make_calendar_key(worker=aylin, **signed())
    others = actions.make_calendar_key(worker=bo, **signed())
    assert queries.worker_by_calendar_key(key) == aylin
    assert queries.worker_by_calendar_key(others) == bo
    assert queries.calendar_key_made_at(aylin.pk) == NOW


@pytest.mark.parametrize("guess", ["", "x", "0" * 32])
def test_a_guess_opens_nothing(guess: str) -> None:
    actions.make_calendar_key(worker=make_worker("Aylin"), **signed())
    assert queries.worker_by_calendar_key(guess) is None


def test_a_new_key_ends_the_old() -> None:
    aylin = make_worker("Aylin")
    old = actions.make_calendar_key(worker=aylin, **signed())
    new = actions.make_calendar_key(worker=aylin, **signed())
    assert old != new
    assert queries.worker_by_calendar_key(old) is None
    assert queries.worker_by_calendar_key(new) == aylin


def test_taking_it_back_ends_the_link_and_twice_is_quiet() -> None:
    aylin = make_worker("Aylin")
    key = actions.make_calendar_key(worker=aylin, **signed())
    for _again in range(2):
        actions.withdraw_calendar_key(worker=aylin, **signed())
    assert queries.worker_by_calendar_key(key) is None
    assert queries.calendar_key_made_at(aylin.pk) is None
    events = [line.event for line in journal.entries_about_worker(aylin.pk)]
    assert events.count("people.calendar-key.withdrawn") == 1


def test_the_secret_itself_is_kept_nowhere() -> None:
    aylin = make_worker("Aylin")
    key = actions.make_calendar_key(worker=aylin, **signed())
    kept = CalendarKey.objects.get(worker=aylin)
    assert len(key) >= 32
    assert key not in kept.digest
    said = str([line.data for line in journal.entries_about_worker(aylin.pk)])
    assert key not in said
