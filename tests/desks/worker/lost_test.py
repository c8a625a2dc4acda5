"""Who lost a shift reads at once what else there is, and books it there; nothing leads nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift
from factories.identity import make_role, signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment

WEDNESDAY, SATURDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=5)
MOST_QUERIES = 40


def night(cast: Cast, **fields: Any) -> Shift:
    return make_night_shift(cast.vlinder, **{"day": WEDNESDAY, "sign_up": SignUp.INSTANT} | fields)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def lost(cast: Cast) -> Shift:
    """Give a night that Niels was on and that does not go on."""
    shift = night(cast)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    demand.cancel_shift(shift=shift, reason="bewoner verhuisd", **signed())
    return shift


def from_the_message(client: Client, cast: Cast) -> Any:
    """Open the newest message, and tap where it leads."""
    newest = messages.inbox(cast.niels.account).first()
    assert newest is not None
    page = words(client.get(f"/messages/{newest.pk}/"))
    assert f'href="/worker/{newest.subject.replace("shift:", "shifts/")}/"' in page
    return client.get(f"/worker/{newest.subject.replace('shift:', 'shifts/')}/")


def test_the_message_leads_to_the_shift_and_to_another_that_is_booked_there(
    cast: Cast, sign_in: Any, lost: Shift
) -> None:
    other = night(cast, day=SATURDAY)
    client = sign_in(cast.niels.account)
    answer = from_the_message(client, cast)
    assert answer.status_code == 200
    page = words(answer)
    assert "Deze dienst gaat niet door." in page
    assert "Deze diensten kun je wel werken" in page
    assert f'action="/worker/shifts/{other.pk}/sign-up/"' in page
    assert f'action="/worker/shifts/{lost.pk}/sign-up/"' not in page
    client.post(f"/worker/shifts/{other.pk}/sign-up/")
    assert Assignment.objects.exclude(state="cancelled").get().shift == other


def test_what_may_not_be_worked_is_not_offered_instead(
    cast: Cast, sign_in: Any, lost: Shift
) -> None:
    night(cast, day=SATURDAY, function="VP6")
    page = words(sign_in(cast.niels.account).get(f"/worker/shifts/{lost.pk}/"))
    assert "Deze dienst gaat niet door." in page
    assert "Deze diensten kun je wel werken" not in page
    assert "Bekijk andere diensten" in page


def test_an_answer_no_to_a_request_leads_somewhere_too(cast: Cast, sign_in: Any) -> None:
    shift = night(cast, sign_up=SignUp.REQUEST)
    matching.sign_up(worker=cast.niels, shift=shift, **signed())
    demand.cancel_shift(shift=shift, reason="bewoner verhuisd", **signed())
    answer = from_the_message(sign_in(cast.niels.account), cast)
    assert answer.status_code == 200
    assert "Deze dienst gaat niet door." in words(answer)


def test_who_was_not_told_does_not_find_it_and_reads_where_the_others_are(
    cast: Cast, sign_in: Any, lost: Shift
) -> None:
    tess = make_worker("Tess", team=cast.vlinder)
    for answer in (
        sign_in(tess.account).get(f"/worker/shifts/{lost.pk}/"),
        sign_in(tess.account).post(f"/worker/shifts/{lost.pk}/sign-up/"),
        sign_in(tess.account).get("/worker/shifts/999999/"),
        sign_in(tess.account).post("/worker/shifts/999999/wait/"),
    ):
        assert answer.status_code == 404
        assert "Deze dienst is er niet meer" in words(answer)
        assert 'href="/worker/"' in words(answer)
        assert "23:00" not in words(answer)


def test_what_a_planner_was_told_does_not_open_the_page_of_a_worker(
    cast: Cast, sign_in: Any
) -> None:
    """One account may be both: a message to the planner says nothing about the worker."""
    tess = make_worker("Tess", team=cast.vlinder)
    make_role(tess.account, RoleKind.PLANNER, cast.de_linde)
    shift = night(cast)
    rosters.ask_about(shift=shift, text="Waar is het?", by=cast.niels.account, at=signed()["at"])
    subjects = set(messages.inbox(tess.account).values_list("audience", flat=True))
    assert "worker" not in subjects
    demand.cancel_shift(shift=shift, reason="bewoner verhuisd", **signed())
    assert sign_in(tess.account).get(f"/worker/shifts/{shift.pk}/").status_code == 404


def test_only_who_was_told_as_a_worker_counts_as_told(cast: Cast, lost: Shift) -> None:
    subject = f"shift:{lost.pk}"
    assert messages.was_told(cast.niels.account_id, subject)
    assert not messages.was_told(cast.fatima.account_id, subject)
    assert not messages.was_told(cast.pia.pk, subject)
    assert not messages.was_told(None, subject)
    assert not messages.was_told(cast.niels.account_id, subject + "0")


def test_a_lost_shift_that_is_over_offers_nothing_instead(
    cast: Cast, sign_in: Any, lost: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    night(cast, day=SATURDAY)
    later = lost.ends_at + timedelta(hours=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    page = words(sign_in(cast.niels.account).get(f"/worker/shifts/{lost.pk}/"))
    assert "Deze diensten kun je wel werken" not in page


def test_it_asks_the_database_as_often_for_many_as_for_few(
    cast: Cast, sign_in: Any, lost: Shift
) -> None:
    client = sign_in(cast.niels.account)
    for number in range(6):
        night(cast, day=WEDNESDAY + timedelta(days=number % 3))
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/worker/shifts/{lost.pk}/")
    assert len(asked) <= MOST_QUERIES
