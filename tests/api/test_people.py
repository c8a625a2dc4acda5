"""Workers, availability, eligibility, requests, assignments and rosters through the API."""

from __future__ import annotations

import pytest

from api.asking import System
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.people import permissions
from rondstroom.rooms.rosters import actions as rosters

NIGHT = {"start": "23:00", "end": "07:15"}


def test_workers_come_with_their_own_ties_only(linde: System, cast: Cast) -> None:
    names = [one["name"] for one in linde.get("/workers").body["items"]]
    assert names == ["Fatima", "Niels", "Sanne"]
    fatima = linde.get(f"/workers/{cast.fatima.pk}").body
    assert [tie["minutes_per_week"] for tie in fatima["engagements"]] == [12 * 60]
    assert set(fatima) == {"id", "name", "email", "engagements"}
    assert linde.get(f"/workers/{cast.ruud.pk}").status == 404


def test_availability_is_read_without_a_reason(linde: System, cast: Cast) -> None:
    where = f"/workers/{cast.niels.pk}/availability?starts_on=2026-11-23&ends_on=2026-11-24"
    said = linde.get(where).body
    assert {(one["part"], one["wish"]) for one in said} == {
        ("day", "unavailable"),
        ("evening", "unavailable"),
        ("night", "available"),
    }
    assert linde.get(where.replace("11-24", "11-23")).status == 422


def test_who_has_an_account_says_it_there(linde: System, cast: Cast) -> None:
    word = {"items": [{"on_date": "2026-11-23", "part": "day", "wish": "available"}]}
    refused = linde.ask("PUT", f"/workers/{cast.niels.pk}/availability", word)
    assert (refused.status, refused.body["refusal"]) == (409, "says-it-there")
    plain = make_worker("Wim", team=cast.vlinder, with_account=False)
    taken = linde.ask("PUT", f"/workers/{plain.pk}/availability", word)
    assert taken.body == word["items"]
    back = {"items": [{"on_date": "2026-11-23", "part": "day", "wish": None}]}
    assert linde.ask("PUT", f"/workers/{plain.pk}/availability", back).body == []


def test_a_system_passes_on_only_of_its_own_people(
    linde: System, molenpoort: System, cast: Cast
) -> None:
    plain = make_worker("Wim", team=cast.vlinder, with_account=False)
    assert linde.key is not None
    assert molenpoort.key is not None
    where = cast.de_linde.pk
    assert permissions.may_pass_on_availability(plain, linde.key.account, where)
    assert not permissions.may_pass_on_availability(cast.niels, linde.key.account, where)
    theirs = molenpoort.key.account
    assert not permissions.may_pass_on_availability(plain, theirs, cast.molenpoort.pk)
    assert not permissions.may_pass_on_availability(plain, theirs, where)


def test_eligibility_names_every_reason(linde: System, cast: Cast) -> None:
    by_day = make_shift(cast.vlinder)
    found = linde.get(f"/eligibility?worker={cast.niels.pk}&shift={by_day.pk}").body
    assert not found["ok"]
    assert [one["rule"] for one in found["reasons"]] == ["matching.unavailable"]
    by_night = make_night_shift(cast.vlinder)
    found = linde.get(f"/eligibility?worker={cast.niels.pk}&shift={by_night.pk}").body
    assert found["ok"]
    assert (found["tier"], found["wish"]) == (0, "available")


def test_candidates_are_ranked_with_their_reasons(linde: System, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    found = linde.get(f"/shifts/{shift.pk}/candidates").body
    assert "Niels" in [one["name"] for one in found["eligible"]]
    assert all(one["why"] for one in found["eligible"])


def test_a_request_is_accepted(linde: System, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    waiting = linde.get(f"/requests?state=requested&shift={shift.pk}").body["items"]
    assert [one["name"] for one in waiting] == ["Niels"]
    where = f"/requests/{waiting[0]['id']}"
    assert linde.post(f"{where}/accept").body["state"] == "accepted"
    assert linde.get(where).body["state"] == "accepted"
    assert linde.get(f"/shifts/{shift.pk}").body["filled"] == 1
    again = linde.post(f"{where}/decline", {"answer": "toch niet"})
    assert (again.status, again.body["refusal"]) == (409, "unable-to-answer")


def test_no_is_never_said_without_words(linde: System, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    asked = matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    assert asked.request is not None
    where = f"/requests/{asked.request.pk}/decline"
    assert linde.post(where, {"answer": ""}).status == 422
    assert linde.post(where, {"answer": "Al vergeven"}).body["state"] == "declined"


def test_a_worker_is_put_on_and_taken_off(linde: System, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    made = linde.post("/assignments", {"worker": cast.niels.pk, "shift": shift.pk})
    assert (made.status, made.body["name"]) == (201, "Niels")
    listed = linde.get(f"/assignments?worker={cast.niels.pk}").body["items"]
    assert [one["id"] for one in listed] == [made.body["id"]]
    where = f"/assignments/{made.body['id']}"
    assert linde.get(where).body["state"] == "confirmed"
    assert linde.post(f"{where}/cancel", {"reason": "afwezig"}).body["state"] == "cancelled"


def test_gate_and_law_hold_for_systems_too(linde: System, cast: Cast) -> None:
    """A system cannot set the law aside: only a person can, with a reason."""
    shift = make_shift(cast.vlinder, function="Helpende")
    refused = linde.post("/assignments", {"worker": cast.ruud.pk, "shift": shift.pk})
    assert refused.status == 409
    assert any(one["rule"].startswith("gate.") for one in refused.body["reasons"])
    assert all(one["text"] for one in refused.body["reasons"])


def test_a_roster_shows_who_is_on_and_what_was_made_known(linde: System, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=shift, **signed())
    where = f"/rosters?team={cast.vlinder.pk}&starts_on=2026-11-23&ends_on=2026-11-24"
    found = linde.get(where).body
    assert [one["name"] for one in found["shifts"][0]["people"]] == ["Niels"]
    assert found["published"] == []
    rosters.publish_roster(
        team=cast.vlinder,
        starts_on=shift.starts_at.date(),
        ends_on=shift.starts_at.date(),
        **signed(),
    )
    assert linde.get(where).body["published"] == ["2026-11-23"]


@pytest.mark.parametrize("days", ["starts_on=2026-11-24&ends_on=2026-11-23", "starts_on=x"])
def test_days_that_make_no_sense_are_refused(days: str, linde: System, cast: Cast) -> None:
    assert linde.get(f"/rosters?team={cast.vlinder.pk}&{days}").status == 422
