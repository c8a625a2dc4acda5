"""The file that the tutorial brings in: it fits the demo, and shows how a bad row is told."""

from __future__ import annotations

from datetime import date

import pytest

from demo.conftest import TODAY
from flexpool.periods import day_period, local
from rondstroom.demo import examples
from rondstroom.integrations.spreadsheets import import_shifts
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("region")]

NOW = local(2026, 11, 22, 9)


def bring_in() -> object:
    return import_shifts(
        content=examples.open_shifts(TODAY).encode(),
        file_name=examples.NAME,
        organisation=organisations.organisation_by_name("De Linde"),
        by=identity.account_by_email("ingrid@voorbeeld.invalid"),
        at=NOW,
        dry_run=False,
    )


def test_good_rows_come_in_once_and_the_bad_one_is_named() -> None:
    answer = bring_in()
    assert (answer.understood, answer.created, answer.created_places) == (7, 7, [])
    (rejected,) = answer.rejected
    assert (rejected.column, rejected.value) == ("Van", "25:00")
    again = bring_in()
    assert (again.created, again.updated, again.unchanged) == (0, 0, 7)


def test_the_worker_of_the_tutorial_can_book_one_of_them_at_once() -> None:
    bring_in()
    aylin = people.worker_of(identity.account_by_email("aylin@voorbeeld.invalid"))
    found = matching.shifts_for(aylin, NOW, day_period(date(2026, 12, 28)).starts_at, NOW)
    booked_at_once = [
        card for card in found.may if card.shift.source_key and card.shift.sign_up == "instant"
    ]
    assert len(booked_at_once) >= 2
