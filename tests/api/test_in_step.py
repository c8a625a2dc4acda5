"""The walk of "Keep a roster in step" in docs/how-to/use-the-api.md, as a supplier makes it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from api.asking import System, system_of
from factories.skills import make_function
from people import Cast
from rondstroom.config import env

PAGE = (env.REPOSITORY / "docs/how-to/use-the-api.md").read_text("utf-8")
WALK = PAGE.partition("## Keep a roster in step")[2].partition("\n## ")[0]
SCOPES = ["shifts:write", "workers:read", "rosters:read", "assignments:write"]
MINE = {
    "4711": ("2026-12-01T23:00:00+01:00", "2026-12-02T07:15:00+01:00"),
    "4712": ("2026-12-03T23:00:00+01:00", "2026-12-04T07:15:00+01:00"),
}
"""The roster in the other system: its number, begin and end."""


@pytest.fixture
def supplier(cast: Cast) -> System:
    """Give a system with the scopes that the page names, and no others."""
    assert set(re.findall(r"`(\w+:\w+)`", WALK.partition("\n1. ")[0])) == set(SCOPES)
    make_function("VIG")
    return system_of(cast.de_linde, SCOPES)


def words(supplier: System, cast: Cast) -> tuple[int, int]:
    """Give the numbers of the team and of Niels, found as the page says."""
    told = supplier.get("/organisation").body
    team = next(one["id"] for one in told["teams"] if one["name"] == cast.vlinder.name)
    assert "VIG" in {one["code"] for one in told["functions"]}
    people = supplier.get("/workers").body["items"]
    numbers = {tie["personnel_number"]: one["id"] for one in people for tie in one["engagements"]}
    return team, numbers[cast.niels.engagements.get().personnel_number]


def send(supplier: System, team: int, roster: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """Send every shift as the page says; give the shifts of the pool by own number."""
    found = {}
    for number, (begins, ends) in roster.items():
        times = {"starts_at": begins, "ends_at": ends}
        body = {"team": team, **times, "function": "VIG", "source_key": number}
        body |= {"state": "published"}
        sent = supplier.post("/shifts", body, Idempotency_Key=f"{number}-{begins}")
        if sent.status == 409:
            assert sent.body["reason_code"] == "taken"
            (there,) = supplier.get(f"/shifts?source_key={number}").body["items"]
            sent = supplier.ask("PATCH", f"/shifts/{there['id']}", times)
        assert sent.status in {200, 201}, sent.body
        found[number] = sent.body
    return found


def rostered(supplier: System, team: int) -> dict[int, list[int]]:
    """Give who is on which shift, as the comparison of the night sees it."""
    where = f"/rosters?team={team}&starts_on=2026-12-01&ends_on=2026-12-31"
    shifts = supplier.get(where).body["shifts"]
    return {one["shift"]: [person["worker"] for person in one["people"]] for one in shifts}


def test_from_nothing_to_the_same_roster(supplier: System, cast: Cast) -> None:
    team, niels = words(supplier, cast)
    first = send(supplier, team, MINE)
    again = send(supplier, team, MINE)
    assert {number: one["id"] for number, one in again.items()} == {
        number: one["id"] for number, one in first.items()
    }
    pair = {"worker": niels, "shift": first["4711"]["id"]}
    placed = supplier.post("/assignments", pair)
    assert placed.status == 201, placed.body
    assert supplier.post("/assignments", pair).body["id"] == placed.body["id"]
    assert rostered(supplier, team) == {first["4711"]["id"]: [niels], first["4712"]["id"]: []}


def test_what_changes_on_the_other_side_is_taken_over(supplier: System, cast: Cast) -> None:
    team, _niels = words(supplier, cast)
    send(supplier, team, MINE)
    later = ("2026-12-03T22:45:00+01:00", "2026-12-04T07:00:00+01:00")
    changed = send(supplier, team, {"4712": later})["4712"]
    assert changed["starts_at"] == "2026-12-03T21:45:00Z"
    assert len(supplier.get("/shifts").body["items"]) == 2
    gone = supplier.post(f"/shifts/{changed['id']}/cancel", {"reason": "vervalt"})
    assert gone.body["state"] == "cancelled"
    assert changed["id"] not in rostered(supplier, team)


def test_the_addresses_of_the_walk_exist(supplier: System) -> None:
    document = supplier.get("/openapi.json").body["paths"]
    named = set(re.findall(r"(GET|POST)\s+(/[\w/{}]+)", WALK))
    assert len(named) >= 6
    known = {
        re.sub(r"\{\w+\}", "{id}", path.removeprefix("/api/v1")): document[path]
        for path in document
    }
    for method, path in named:
        assert method.lower() in known[path], (method, path)
