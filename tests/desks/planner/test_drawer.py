"""One shift: candidates with reasons, putting people on it, taking them off, undoing."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast, build_cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment

UNDO = reverse("planner:undo")


def page(browser: Client, shift: Shift, **headers: Any) -> str:
    """Read the page of a shift."""
    answer = browser.get(reverse("planner:shift", args=[shift.pk]), headers=headers)
    assert answer.status_code == 200
    return text_of(answer)


def put(browser: Client, shift: Shift, worker: Worker, **fields: str) -> Any:
    """Press the button that puts somebody on a shift."""
    address = reverse("planner:assign", args=[shift.pk])
    return browser.post(address, {"worker": worker.pk, **fields})


def living() -> list[str]:
    """Give who works something."""
    rows = Assignment.objects.exclude(state="cancelled").select_related("worker")
    return sorted(row.worker.name for row in rows)


def test_who_can_comes_first_then_who_almost_can_with_what_is_missing(
    pia: Client, cast: Cast
) -> None:
    text = page(pia, make_shift(cast.vlinder, function="Helpende"))
    can, almost = text.split("Bijna")
    assert "Fatima" in can
    assert "Ruud" in almost
    assert "VOG" in almost
    assert "Zet in Fatima" in can


def test_the_drawer_is_the_same_without_its_frame(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    part = pia.get(
        reverse("planner:shift", args=[shift.pk]),
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/planner/week/?team=1"},
    ).content.decode()
    assert "<html" not in part
    assert 'name="next" value="/planner/week/?team=1"' in part


def test_putting_somebody_on_and_undoing_it(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    answer = put(pia, shift, cast.niels, next="/planner/week/")
    assert answer["Location"] == "/planner/week/"
    assert said(answer) == "Niels werkt ma 23 nov, 23:00 – di 07:15."
    assert living() == ["Niels"]
    assert "Maak ongedaan" in page(pia, shift)
    assert said(pia.post(UNDO)).startswith("Ongedaan gemaakt: Niels werkt")
    assert living() == []
    happened = Entry.objects.exclude(event="messages.message.sent")
    events = list(happened.values_list("event", flat=True))
    assert events[-2:] == ["rosters.assignment.made", "rosters.assignment.cancelled"]
    assert said(pia.post(UNDO)) == "Er is niets om ongedaan te maken."


def test_the_way_back_never_leads_to_another_site(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    answer = put(pia, shift, cast.niels, next="https://kwaad.invalid/")
    assert answer["Location"] == reverse("planner:shift", args=[shift.pk])


def test_twice_the_same_button_books_once(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    put(pia, shift, cast.niels)
    put(pia, shift, cast.niels)
    assert living() == ["Niels"]


def test_a_full_shift_refuses_in_words_also_with_a_reason(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    put(pia, shift, cast.niels)
    assert "vol" in said(put(pia, shift, cast.fatima))
    assert "vol" in said(put(pia, shift, cast.fatima, override="yes", override_reason="toch"))
    assert living() == ["Niels"]


def test_what_stands_in_the_way_needs_a_typed_reason_that_is_kept(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder)  # by day, and Niels said: nights only
    assert "Kan dan niet" in said(put(pia, shift, cast.niels))
    assert "Schrijf op waarom" in said(put(pia, shift, cast.niels, override="yes"))
    assert living() == []
    assert "Toch inzetten Niels" in page(pia, shift)
    why = "Niels belde: deze dag kan toch"
    put(pia, shift, cast.niels, override="yes", override_reason=why)
    assert living() == ["Niels"]
    made = Entry.objects.get(event="rosters.assignment.made")
    assert made.actor_name == "Pia"
    assert why in str(Assignment.objects.get().reasons)
    assert why in page(pia, shift)


def test_a_proof_that_is_missing_is_never_set_aside(pia: Client, cast: Cast) -> None:
    shift = make_shift(cast.vlinder, function="Helpende")
    assert "Toch inzetten Ruud" not in page(pia, shift)
    answer = put(pia, shift, cast.ruud, override="yes", override_reason="VOG komt morgen")
    assert "VOG" in said(answer)
    assert living() == []


def test_a_place_more_and_back(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    address = reverse("planner:add_place", args=[shift.pk])
    assert said(pia.post(address)) == "De dienst heeft nu 2 plaatsen."
    pia.post(UNDO)
    shift.refresh_from_db()
    assert shift.places == 1


def test_taking_off_and_putting_back(pia: Client, cast: Cast) -> None:
    made = rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    address = reverse("planner:unassign", args=[made.pk])
    assert said(pia.post(address, {"reason": "ruil"})).startswith("Niels werkt niet meer")
    assert living() == []
    assert Entry.objects.get(event="rosters.assignment.cancelled").data["reason"] == "ruil"
    pia.post(UNDO)
    assert living() == ["Niels"]


def test_undoing_what_the_world_has_overtaken_is_refused_in_words(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    made = rosters.assign(worker=cast.niels, shift=shift, **signed())
    pia.post(reverse("planner:unassign", args=[made.pk]))
    rosters.assign(worker=cast.fatima, shift=shift, **signed())
    assert said(pia.post(UNDO)).startswith("Ongedaan maken kan niet meer.")
    assert living() == ["Fatima"]


def test_who_asked_gets_the_place_by_the_same_button(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    assert "Wie vroeg deze dienst Niels" in page(pia, shift)
    put(pia, shift, cast.niels)
    assert Request.objects.get().state == "accepted"


def test_a_person_out_of_sight_cannot_be_put_on(pia: Client, cast: Cast) -> None:
    stranger = make_worker("Vreemdeling", team=cast.elsewhere)
    shift = make_night_shift(cast.vlinder)
    assert put(pia, shift, stranger).status_code == 404
    address = reverse("planner:assign", args=[shift.pk])
    for odd in ("", "iemand", "999999"):
        assert pia.post(address, {"worker": odd}).status_code == 404
    assert living() == []


def test_history_tells_who_did_what(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    put(pia, shift, cast.niels)
    text = page(pia, shift)
    assert "dienst gemaakt" in text
    assert "(Pia)" in text


def test_a_shift_that_is_over_or_cancelled_offers_nothing(pia: Client, cast: Cast) -> None:
    for shift in (make_shift(cast.vlinder, day=MONDAY.replace(day=2)),):
        text = page(pia, shift)
        assert "Zet in" not in text
        assert "Laat vervallen" not in text


def test_a_free_day_shows_what_would_fit_and_why_not(pia: Client, cast: Cast) -> None:
    make_night_shift(cast.vlinder)
    make_shift(cast.vlinder, function="VP4")
    address = reverse("planner:free", args=[cast.niels.pk])
    asked = {"team": cast.vlinder.pk, "day": MONDAY.isoformat()}
    text = text_of(pia.get(address, asked))
    assert "Niels, ma 23 nov" in text
    assert text.count("Zet in") == 1
    assert "07:00 – 15:30" in text
    assert pia.get(address, {**asked, "day": "ooit"}).status_code == 404
    empty = pia.get(address, {**asked, "day": "2026-12-24"})
    assert "heeft die dag geen open dienst" in text_of(empty)


def test_queries_do_not_grow_with_candidates(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, places=3)
    make_worker("Anna", team=cast.vlinder)
    page(pia, shift)
    with CaptureQueriesContext(connection) as few:
        page(pia, shift)
    for n in range(12):
        make_worker(f"Bert {n}", team=cast.vlinder)
    with CaptureQueriesContext(connection) as many:
        page(pia, shift)
    assert len(many) == len(few)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_planners_at_once_fill_the_last_place_once() -> None:
    cast = build_cast()
    shift = make_night_shift(cast.vlinder)
    together = threading.Barrier(2)

    def press(worker: Worker) -> None:
        browser = sign_in(cast.pia)
        together.wait()
        assert put(browser, shift, worker).status_code == 302
        connections.close_all()

    threads = [threading.Thread(target=press, args=[who]) for who in (cast.niels, cast.fatima)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(living()) == 1


def test_taking_off_who_is_on_call_says_what_is_paid_all_the_same(pia: Client, cast: Cast) -> None:
    mira = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    made = rosters.assign(worker=mira, shift=make_night_shift(cast.vlinder), **signed())
    answer = pia.post(reverse("planner:unassign", args=[made.pk]), {"reason": "vol"})
    assert "Mira krijgt deze dienst toch betaald" in said(answer)
    assert "te laat afgezegd door de organisatie" in pia.get("/planner/hours/").content.decode()
