"""Many at once on real connections: one comes through, each hears clearly; on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import make_account, signed
from factories.moments import MONDAY, SINCE, moment
from factories.organisations import make_organisation, make_region, make_team
from factories.people import make_worker, say
from factories.races import race
from factories.skills import make_function
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.identity import actions as identity
from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.identity.models import Account, Role
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as workers
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.people.states import DayPart, EngagementForm, Wish
from rondstroom.rooms.skills import queries as skills

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CROWD = 12


def came_through(answers: Sequence[Any], refusal: type[Exception]) -> int:
    """Count who came through; everybody else must have had this refusal."""
    refused = [one for one in answers if isinstance(one, refusal)]
    failed = [one for one in answers if isinstance(one, Exception) and one not in refused]
    assert not failed, failed
    return len(answers) - len(refused)


def test_one_of_many_gets_the_key_of_a_shift() -> None:
    team, author = make_team(), signed()
    asked = {
        "team": team,
        "starts_at": moment(MONDAY, "07:00"),
        "ends_at": moment(MONDAY, "15:00"),
        "source_key": "D1",
    }
    raced = race([lambda: demand.create_shift(**asked, **author)] * CROWD)
    assert came_through(raced.answers, demand.UnableToCreateShift) == 1
    shift = Shift.objects.get()
    assert journal.entries_about(f"shift:{shift.pk}").count() == 1


def test_publishing_many_times_at_once_opens_it_once() -> None:
    shift, author = make_shift(state=ShiftState.DRAFT), signed()
    raced = race([lambda: demand.publish_shifts(shift_ids=[shift.pk], **author)] * CROWD)
    assert came_through(raced.answers, demand.UnableToPublishShifts) == CROWD
    assert sorted(len(one) for one in raced.answers) == [0] * (CROWD - 1) + [1]
    events = [line.event for line in journal.entries_about(f"shift:{shift.pk}")]
    assert events.count("demand.shift.published") == 1


def test_cancelling_many_times_at_once_cancels_once() -> None:
    shift, author = make_shift(), signed()
    raced = race(
        [
            lambda: demand.cancel_shift(
                shift=Shift.objects.get(pk=shift.pk), reason="dubbel", **author
            )
        ]
        * CROWD
    )
    assert came_through(raced.answers, demand.UnableToCancelShift) == 1


def test_one_of_many_gets_an_address() -> None:
    author = signed()
    asked = {"email": "otto@voorbeeld.invalid", "name": "Otto"}
    raced = race([lambda: identity.create_account(**asked, **author)] * CROWD)
    assert came_through(raced.answers, identity.UnableToCreateAccount) == 1


def test_the_same_role_many_times_at_once_is_one_role() -> None:
    pia, author = make_account("Pia"), signed()
    asked = {"account": pia, "kind": RoleKind.PLANNER, "organisation_id": 1}
    raced = race([lambda: identity.grant_role(**asked, **author)] * CROWD)
    assert came_through(raced.answers, identity.UnableToGrantRole) == CROWD
    assert Role.objects.count() == 1
    events = [line.event for line in journal.entries_about(f"account:{pia.pk}")]
    assert events.count("identity.role.granted") == 1


def test_the_machine_is_one_however_many_ask_first() -> None:
    raced = race([accounts.machine_account] * CROWD)
    assert len({one.pk for one in raced.answers}) == 1
    assert Account.objects.filter(is_machine=True).count() == 1


def test_one_of_many_gets_the_name_of_an_organisation() -> None:
    asked = {"region": make_region(), "name": "De Linde", "branch": Branch.VVT}
    author = signed()
    raced = race([lambda: organisations.create_organisation(**asked, **author)] * CROWD)
    assert came_through(raced.answers, organisations.UnableToFound) == 1


def test_one_of_many_becomes_the_worker_of_an_address() -> None:
    author = signed()
    asked = {"name": "Aylin", "email": "aylin@voorbeeld.invalid"}
    raced = race([lambda: people.create_worker(**asked, **author)] * CROWD)
    assert came_through(raced.answers, people.UnableToCreateWorker) == 1
    assert Worker.objects.count() == 1


def test_one_of_many_gets_a_personnel_number() -> None:
    crowd = [make_worker(f"Zorg {one}", function="", with_account=False) for one in range(CROWD)]
    molen, author = make_organisation("Molenpoort"), signed()
    raced = race(
        [
            lambda worker=worker: people.engage(
                worker=worker,
                organisation=molen,
                form=EngagementForm.ON_CALL,
                personnel_number="7",
                starts_on=SINCE,
                **author,
            )
            for worker in crowd
        ]
    )
    assert came_through(raced.answers, people.UnableToEngage) == 1
    assert Engagement.objects.filter(organisation=molen).count() == 1


def test_words_said_on_two_telephones_end_as_one_word() -> None:
    aylin = make_worker("Aylin")
    cells = [(MONDAY + timedelta(days=day), part) for day in range(7) for part in DayPart]
    make_function("VIG")
    signed()
    wishes = [Wish.AVAILABLE, Wish.RATHER_NOT, Wish.UNAVAILABLE] * (CROWD // 3)
    raced = race([lambda wish=wish: say(aylin, dict.fromkeys(cells, wish)) for wish in wishes])
    assert came_through(raced.answers, people.UnableToDeclareWork) == CROWD
    said = workers.availability_of(aylin.pk, MONDAY, MONDAY + timedelta(days=7))
    assert set(said) == set(cells)
    assert len(set(said.values())) == 1


def test_reading_goes_on_while_others_write() -> None:
    aylin = make_worker("Aylin", skills=["sonde"])
    cell = {(MONDAY, DayPart.DAY): Wish.AVAILABLE}
    signed()
    writers = [lambda: say(aylin, cell)] * CROWD
    readers = [lambda: len(skills.proofs_of([aylin.pk])[aylin.pk])] * CROWD
    raced = race([*writers, *readers])
    assert [one for one in raced.answers if one is not None] == [6] * CROWD
