"""SETU Planning v2 over the API: as the command does it, once, for one organisation, no absence."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from api.asking import System, system_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker, say
from people import Cast
from rondstroom.integrations import setu_planning as setu
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as wishes
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment

REQUESTS, ASSIGNMENTS = "/setu/planning-requests", "/setu/planning-assignments"
CONSTRAINTS = "/setu/planning-constraints"
SPAN = f"?starts_on={MONDAY}&ends_on={MONDAY + timedelta(days=30)}"
NOTHING = {"created": 0, "changed": 0, "unchanged": 0, "refused": []}


def given(system: System, where: str) -> list[dict[str, Any]]:
    """Give the messages of a month."""
    answer = system.get(f"{where}{SPAN}")
    assert answer.status == 200, answer.body
    found: list[dict[str, Any]] = answer.body
    return found


def test_requests_go_out_and_come_back_without_a_change(cast: Cast, linde: System) -> None:
    make_night_shift(cast.vlinder, places=2, source_key="L001", reason="ziekte")
    make_shift(cast.wijkteam)
    messages = given(linde, REQUESTS)
    assert len(messages) == 1
    assert "ziekte" not in json.dumps(messages)
    answer = linde.post(REQUESTS, messages[0])
    assert (answer.status, answer.body) == (200, NOTHING | {"unchanged": 1})


def test_a_message_makes_changes_and_ends_a_shift(cast: Cast, linde: System) -> None:
    shift = make_night_shift(cast.vlinder, source_key="L001")
    [message] = given(linde, REQUESTS)
    message["singlePlanningLine"][0]["lineId"]["value"] = "L002"
    assert linde.post(REQUESTS, message).body == NOTHING | {"created": 1}
    message["singlePlanningLine"][0]["positionQuantity"] = 3
    assert linde.post(REQUESTS, message).body == NOTHING | {"changed": 1}
    made = Shift.objects.get(source_key="L002")
    assert (made.places, made.state, made.team) == (3, "published", shift.team)
    message["actionCode"] = "DELETE"
    assert linde.post(REQUESTS, message).body == NOTHING | {"changed": 1}
    made.refresh_from_db()
    assert made.state == "cancelled"


def test_the_same_question_under_one_key_is_done_once(cast: Cast, linde: System) -> None:
    make_night_shift(cast.vlinder, source_key="L001")
    [message] = given(linde, REQUESTS)
    message["singlePlanningLine"][0]["lineId"]["value"] = "L002"
    key = {"Idempotency_Key": "bericht-1"}
    first, again = (linde.post(REQUESTS, message, **key) for _twice in range(2))
    assert first.body == again.body == NOTHING | {"created": 1}
    assert again.headers["Idempotency-Replayed"] == "true"
    other = linde.post(REQUESTS, message | {"actionCode": "DELETE"}, **key)
    assert (other.status, other.body["code"]) == (409, "idempotency-key-reused")


def test_who_comes_goes_out_comes_in_and_never_says_why_not(cast: Cast, linde: System) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    made = rosters.assign(worker=cast.niels, shift=shift, **signed())
    [message] = given(linde, ASSIGNMENTS)
    assert message["assignedWorker"]["assignedStatus"] is True
    assert linde.post(ASSIGNMENTS, message).body == NOTHING | {"unchanged": 1}
    rosters.cancel(assignment=made, reason="griep", **signed())
    [gone] = given(linde, ASSIGNMENTS)
    assert (gone["assignedWorker"]["assignedStatus"], gone["actionCode"]) == (False, "DELETE")
    assert "griep" not in json.dumps(gone)
    assert linde.post(ASSIGNMENTS, message).body == NOTHING | {"created": 1}
    assert Assignment.objects.exclude(state="cancelled").get().worker == cast.niels


def test_availability_goes_out_and_absence_never(cast: Cast, linde: System) -> None:
    worker = make_worker("Zonder", team=cast.vlinder, with_account=False)
    say(worker, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    people.report_absence(
        worker=worker,
        organisation=cast.de_linde,
        starts_on=MONDAY + timedelta(days=1),
        ends_on=MONDAY + timedelta(days=2),
        **signed(),
    )
    number = f"P{worker.pk}"
    told = {one["worker"]["workerId"][0]["value"]: one for one in given(linde, CONSTRAINTS)}
    message = told[number]
    assert len(message["singleAvailabilityLine"]) == 1
    assert linde.post(CONSTRAINTS, message).body == NOTHING | {"unchanged": 1}
    message["singleAvailabilityLine"][0]["availabilityStatus"] = "NotAvailable"
    message["singleAvailabilityLine"][0]["reason"] = "ziek"
    assert linde.post(CONSTRAINTS, message).body == NOTHING | {"changed": 1}
    kept = wishes.availability_of(worker.pk, MONDAY, MONDAY + timedelta(days=1))
    assert kept == {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE}
    assert "ziek" not in json.dumps(given(linde, CONSTRAINTS))


def test_who_has_an_account_says_it_oneself(cast: Cast, linde: System) -> None:
    message = next(
        one
        for one in given(linde, CONSTRAINTS)
        if one["worker"]["workerId"][0]["value"] == f"P{cast.niels.pk}"
    )
    answer = linde.post(CONSTRAINTS, message)
    assert (answer.status, answer.body["code"]) == (409, "refused")
    assert answer.body["refusal"] == "message-not-allowed"
    assert "zegt zelf wanneer" in answer.body["detail"]


def test_a_line_that_cannot_be_is_told_and_the_others_go_on(cast: Cast, linde: System) -> None:
    make_night_shift(cast.vlinder, source_key="L001")
    [message] = given(linde, REQUESTS)
    good = message["singlePlanningLine"][0]
    message["singlePlanningLine"] = [
        good | {"lineId": {"value": "L002"}, "positionQuantity": 0},
        good | {"lineId": {"value": "L003"}},
    ]
    body = linde.post(REQUESTS, message).body
    assert (body["created"], [one["line"] for one in body["refused"]]) == (1, ["L002"])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"documentId": {}}, "documentId.value"),
        ({"positionProfile": None}, "positionProfile"),
        ({"singlePlanningLine": {}}, "singlePlanningLine"),
        ({"singlePlanningLine": [{}]}, "singlePlanningLine[0].lineId"),
        ({"singlePlanningLine": [{}] * 501}, "singlePlanningLine"),
        ({"customer": "wij"}, "customer"),
        ({"documentId": {"value": "a\x00b"}}, "documentId.value"),
        ({"documentId": {"value": "a\ud800b"}}, "documentId.value"),
    ],
)
def test_what_breaks_the_standard_is_named_by_its_place(
    change: dict[str, Any], field: str, cast: Cast, linde: System
) -> None:
    make_night_shift(cast.vlinder, source_key="L001")
    [message] = given(linde, REQUESTS)
    answer = linde.post(REQUESTS, message | change)
    assert (answer.status, answer.body["code"]) == (422, "invalid")
    assert field in {answer.body["errors"][0]["field"], f"body.{field}"}


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:59:00-05:00"])
def test_a_moment_of_another_age_is_refused(moment: str, cast: Cast, linde: System) -> None:
    make_night_shift(cast.vlinder, source_key="L001")
    [message] = given(linde, REQUESTS)
    message["singlePlanningLine"][0]["startDateTime"] = moment
    assert linde.post(REQUESTS, message).status == 422


@pytest.mark.parametrize(
    "span",
    [
        "?starts_on=2026-12-02&ends_on=2026-12-01",
        "?starts_on=2026-01-01&ends_on=2026-12-31",
        "?starts_on=gisteren",
    ],
)
@pytest.mark.parametrize("where", [REQUESTS, ASSIGNMENTS, CONSTRAINTS])
def test_days_out_of_order_or_too_many(where: str, span: str, cast: Cast, linde: System) -> None:
    assert linde.get(f"{where}{span}").status == 422


def test_nothing_of_another_organisation_goes_out_or_comes_in(
    cast: Cast, linde: System, molenpoort: System
) -> None:
    shift = make_night_shift(cast.vlinder, source_key="L001")
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    [message] = given(linde, REQUESTS)
    [comes] = given(linde, ASSIGNMENTS)
    assert given(molenpoort, REQUESTS) == given(molenpoort, ASSIGNMENTS) == []
    assert molenpoort.post(REQUESTS, message).status == 422
    assert molenpoort.post(ASSIGNMENTS, comes).status == 422
    assert all(
        one["worker"]["workerId"][0]["value"] != f"P{cast.niels.pk}"
        for one in given(molenpoort, CONSTRAINTS)
    )


def test_each_kind_needs_its_own_right(cast: Cast) -> None:
    system = system_of(cast.de_linde, ["shifts:read"])
    assert system.get(f"{REQUESTS}{SPAN}").status == 200
    assert system.get(f"{ASSIGNMENTS}{SPAN}").status == 403
    assert system.get(f"{CONSTRAINTS}{SPAN}").status == 403
    assert system.post(REQUESTS, {"documentId": {}, "customer": {}}).status == 403


def test_the_command_and_the_api_give_the_same(cast: Cast, linde: System) -> None:
    make_night_shift(cast.vlinder)
    found = setu.requests_out(
        organisation=cast.de_linde,
        by=cast.pia,
        starts_at=Shift.objects.get().starts_at,
        ends_at=Shift.objects.get().ends_at,
    )
    assert given(linde, REQUESTS) == json.loads(json.dumps(found))
