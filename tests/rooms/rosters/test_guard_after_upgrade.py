"""A database in use follows a new release, and keeps the guards that stand on its tables."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from factories.demand import make_night_shift
from factories.identity import signed
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.rosters import actions

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE_TASKS = ("demand", "0005_parts_of_a_shift")


@pytest.fixture
def upgraded(cast: Cast) -> Any:
    """Give a shift with two people on it that was there before the release."""
    night = make_night_shift(cast.vlinder, places=2)
    for worker in (cast.niels, cast.fatima):
        actions.assign(worker=worker, shift=night, **signed())
    call_command("migrate", *BEFORE_TASKS, verbosity=0)
    call_command("migrate", "demand", verbosity=0)
    return night


def test_shifts_in_use_get_their_tasks_and_keep_their_guard(upgraded: Shift) -> None:
    assert Shift.objects.get(pk=upgraded.pk).tasks == []
    connection.check_constraints()
    with pytest.raises(IntegrityError, match="rosters_shift_keeps_places"), transaction.atomic():
        Shift.objects.filter(pk=upgraded.pk).update(places=1)
