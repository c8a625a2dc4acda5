"""Every endpoint: closed without a key, without the right, and to another organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from api.asking import System, system_of
from factories.cascade import make_policy
from factories.demand import make_shift, make_vacancy
from factories.identity import signed
from people import Cast
from rondstroom.api.interface import api
from rondstroom.rooms.identity import actions as identity
from rondstroom.rooms.identity.models import Delivery
from rondstroom.rooms.identity.states import SCOPES
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Offer
from rondstroom.rooms.rosters import actions as rosters
from snapshot import once


def endpoints() -> list[tuple[str, str, str]]:
    """Give method, address and scope of every endpoint there is."""
    return sorted(
        (method, path.replace("{", "<").replace("}", ">"), operation.view_func.scope)
        for _prefix, router in api._routers
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    )


ENDPOINTS = endpoints()


@dataclass(frozen=True)
class Things:
    """One thing of each kind, all of De Linde."""

    numbers: dict[str, int]
    bodies: dict[str, Any]


@pytest.fixture
@once
def things(cast: Cast, linde: System) -> Things:
    assert linde.key is not None
    hook, _secret = identity.subscribe(
        key=linde.key, url="https://voorbeeld.invalid/", events=["shift.created"], **signed()
    )
    shift = make_shift(cast.vlinder, start="23:00", end="07:15")
    asked = matching.sign_up(
        worker=cast.niels, shift=shift, by=cast.niels.account, at=signed()["at"]
    )
    other = make_shift(cast.vlinder, start="23:00", end="07:15", day=shift.starts_at.date())
    made = rosters.assign(worker=cast.fatima, shift=other, **signed())
    assert asked.request is not None
    make_policy(cast.de_linde)
    early = make_shift(cast.vlinder, start="22:45", end="07:15")
    matching.start_cascade(shift=early, **signed())
    offered = Offer.objects.order_by("pk")[0]
    numbers = {
        "shift_id": shift.pk,
        "worker_id": cast.niels.pk,
        "offer_id": offered.pk,
        "request_id": asked.request.pk,
        "assignment_id": made.pk,
        "vacancy_id": make_vacancy(cast.vlinder).pk,
        "webhook_id": hook.pk,
        "delivery_id": Delivery.objects.filter(webhook=hook).first().pk,
        "team": cast.vlinder.pk,
    }
    moments = {"starts_at": "2026-12-01T07:00+01:00", "ends_at": "2026-12-01T15:00+01:00"}
    number = {"value": f"P{cast.niels.pk}"}
    message = {"documentId": {"value": "1"}, "customer": {}}
    bodies = {
        "POST /setu/planning-requests": message
        | {"positionProfile": {"positionLocation": {"name": "De Linde"}}},
        "POST /setu/planning-assignments": message
        | {"assignedWorker": {"assignedStatus": True, "workerId": number}},
        "POST /setu/planning-constraints": message | {"worker": {"workerId": [number]}},
        "POST /shifts": {"team": cast.vlinder.pk, **moments},
        "PATCH /shifts/<shift_id>": {"remarks": "anders"},
        "POST /shifts/<shift_id>/cancel": {"reason": "vervalt"},
        "PUT /workers/<worker_id>/availability": {"items": []},
        "POST /requests/<request_id>/decline": {"answer": "nee"},
        "POST /assignments": {"worker": cast.niels.pk, "shift": shift.pk},
        "POST /assignments/<assignment_id>/cancel": {"reason": "afwezig"},
        "POST /webhooks": {"url": "https://voorbeeld.invalid/", "events": ["shift.created"]},
    }
    return Things(numbers, bodies)


def asked(system: System, things: Things, method: str, path: str) -> Any:
    """Ask an endpoint about De Linde's things."""
    where = path
    for name, number in things.numbers.items():
        where = where.replace(f"<{name}>", str(number))
    queries = {
        "/eligibility": f"?worker={things.numbers['worker_id']}&shift={things.numbers['shift_id']}",
        "/rosters": f"?team={things.numbers['team']}&starts_on=2026-11-23&ends_on=2026-11-29",
        "/workers/<worker_id>/availability": "?starts_on=2026-11-23&ends_on=2026-11-30",
    }
    where += queries.get(path, "") if method == "GET" else ""
    body = things.bodies.get(f"{method} {path}", {}) if method != "GET" else None
    return system.ask(method, where, body)


def test_every_endpoint_says_its_scope() -> None:
    assert len(ENDPOINTS) >= 28
    assert {scope for _method, _path, scope in ENDPOINTS} - {""} <= set(SCOPES)
    assert [path for _method, path, scope in ENDPOINTS if not scope] == ["/organisation"]
    for method, _path, scope in ENDPOINTS:
        assert (method == "GET") == (not scope.endswith(":write"))


@pytest.mark.parametrize(("method", "path", "scope"), ENDPOINTS)
def test_a_stranger_hears_nothing(method: str, path: str, scope: str, things: Things) -> None:
    for stranger in (System(), System("rs_zomaar")):
        answer = asked(stranger, things, method, path)
        assert (answer.status, answer.body["code"]) == (401, "no-key")
        assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(("method", "path", "scope"), ENDPOINTS)
def test_a_key_without_the_right_is_told_which_one(
    method: str, path: str, scope: str, cast: Cast, things: Things
) -> None:
    resource = scope.partition(":")[0]
    rest = [one for one in SCOPES if not one.startswith(f"{resource}:")]
    answer = asked(system_of(cast.de_linde, rest), things, method, path)
    if not scope:
        assert answer.status == 200
        return
    assert (answer.status, answer.body["code"]) == (403, "missing-scope")
    assert answer.body["scope"] == scope
    if scope.endswith(":write") and f"{resource}:read" in SCOPES:
        looking = asked(system_of(cast.de_linde, [f"{resource}:read"]), things, method, path)
        assert looking.status == 403


NAMES_A_THING = [one for one in ENDPOINTS if "<" in one[1] or one[1] in {"/eligibility"}]


@pytest.mark.parametrize(("method", "path", "scope"), NAMES_A_THING)
def test_what_is_another_organisations_does_not_exist(
    method: str, path: str, scope: str, things: Things, molenpoort: System
) -> None:
    answer = asked(molenpoort, things, method, path)
    assert (answer.status, answer.body["code"]) == (404, "not-found")


@pytest.mark.parametrize(
    "path",
    [
        "/shifts",
        "/requests",
        "/offers",
        "/vacancies",
        "/assignments?starts_from=2026-11-01T00:00%2B01:00",
        "/webhooks",
    ],
)
def test_lists_hold_only_ones_own(
    path: str, things: Things, linde: System, molenpoort: System
) -> None:
    assert linde.get(path).body["items"]
    assert molenpoort.get(path).body["items"] == []


def test_a_team_or_worker_of_another_cannot_be_named(
    cast: Cast, things: Things, molenpoort: System
) -> None:
    answer = molenpoort.post("/shifts", things.bodies["POST /shifts"])
    assert (answer.status, answer.body["errors"][0]["field"]) == (422, "team")
    assert (
        molenpoort.get(
            f"/rosters?team={cast.vlinder.pk}&starts_on=2026-11-23&ends_on=2026-11-29"
        ).status
        == 422
    )
    own = make_shift(cast.wijkteam)
    answer = molenpoort.post("/assignments", {"worker": cast.niels.pk, "shift": own.pk})
    assert answer.status == 404


@pytest.mark.parametrize(("method", "path", "scope"), ENDPOINTS)
def test_with_the_right_it_opens(
    method: str, path: str, scope: str, things: Things, linde: System
) -> None:
    answer = asked(linde, things, method, path)
    # What a room refuses for its own reasons is a 409: the door itself was open.
    assert answer.status in {200, 201, 204, 409}, answer.body


def test_a_withdrawn_key_opens_nothing(linde: System) -> None:
    assert linde.key is not None
    identity.withdraw_key(key=linde.key, **signed())
    assert linde.get("/organisation").status == 401
