"""Many questions at once on real connections: done once, and everybody hears; on both databases."""

from __future__ import annotations

from typing import Any

import pytest

from api.asking import Answer, System, system_of
from factories.demand import make_shift
from factories.organisations import make_team
from factories.people import make_worker
from factories.races import race
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.identity.models import KeptAnswer
from rondstroom.rooms.rosters.models import Assignment

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CROWD = 8
TIMES = {"starts_at": "2026-12-01T07:00:00+01:00", "ends_at": "2026-12-01T15:00:00+01:00"}


@pytest.fixture(autouse=True)
def no_hurry(settings: Any) -> None:
    """Let a system ask as much as it wants."""
    settings.API_RATE = 10_000_000


def answered(raced: Any) -> list[Answer]:
    """Give the answers; nothing may have been raised."""
    raised = [one for one in raced.answers if isinstance(one, Exception)]
    assert not raised, raised
    return list(raced.answers)


def new_system() -> tuple[System, int]:
    """Give a system and the number of a team of its organisation."""
    team = make_team()
    return system_of(team.location.organisation), team.pk


def test_the_same_key_many_times_at_once_makes_one_shift() -> None:
    system, team = new_system()
    body = {"team": team, **TIMES}
    raced = race([lambda: system.post("/shifts", body, Idempotency_Key="een")] * CROWD)
    answers = answered(raced)
    assert {one.status for one in answers} == {201}
    assert len({one.body["id"] for one in answers}) == 1
    assert Shift.objects.count() == KeptAnswer.objects.count() == 1


def test_the_same_source_key_many_times_at_once_makes_one_shift() -> None:
    """Without an idempotency key the number in the sender's own system still holds."""
    system, team = new_system()
    body = {"team": team, "source_key": "4711", **TIMES}
    answers = answered(race([lambda: system.post("/shifts", body)] * CROWD))
    assert sorted(one.status for one in answers) == [201] + [409] * (CROWD - 1)
    refused = {one.body["reason_code"] for one in answers if one.status == 409}
    assert refused == {"taken"}
    assert Shift.objects.count() == 1


def test_one_place_goes_to_one_worker() -> None:
    system, team_id = new_system()
    shift = make_shift(make_team(), places=1)
    assert shift.team_id == team_id
    workers = [make_worker(f"Werker {number}", team=shift.team) for number in range(CROWD)]

    def put_on(worker_id: int) -> Any:
        return lambda: system.post("/assignments", {"worker": worker_id, "shift": shift.pk})

    answers = answered(race([put_on(one.pk) for one in workers]))
    assert sorted(one.status for one in answers) == [201] + [409] * (CROWD - 1)
    assert all(one.body["detail"] for one in answers if one.status == 409)
    assert Assignment.objects.count() == 1


def test_a_key_is_used_by_many_at_once() -> None:
    system, _team = new_system()
    answers = answered(race([lambda: system.get("/organisation")] * CROWD))
    assert {one.status for one in answers} == {200}
