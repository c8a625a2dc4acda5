"""What must be solved today."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desks.planner.reading import text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.web.planner.queue.lines import band

HOME = reverse("planner:home")


def test_open_shifts_stand_by_urgency(pia: Client, cast: Cast) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=7))
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    make_shift(cast.vlinder, places=3)
    text = text_of(pia.get(HOME))
    places = [text.index(word) for word in ("Binnen 24 uur", "Binnen 3 dagen", "Daarna")]
    assert places == sorted(places)
    assert "Open plaatsen 5" in text
    assert "Daarvan binnen 24 uur 3" in text


def test_bounds_of_urgency() -> None:
    bands = [band(NOW + timedelta(hours=one), NOW) for one in (-0.1, 24, 24.5, 72, 73)]
    assert bands == ["late", "urgent", "soon", "soon", "later"]


def test_what_is_full_or_past_or_draft_is_not_there(pia: Client, cast: Cast) -> None:
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    make_shift(cast.vlinder, day=MONDAY - timedelta(days=2))
    make_shift(cast.vlinder, state="draft")
    text = text_of(pia.get(HOME))
    assert "Alles is bezet" in text
    assert "Open plaatsen 0" in text


def test_requests_show_their_term_and_when_it_is_over(pia: Client, cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    early = NOW - timedelta(hours=30)
    matching.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=early)
    text = text_of(pia.get(HOME))
    assert "Niels: ma 23 nov, 23:00 – di 07:15" in text
    assert "waarvan 1 te laat" in text


def test_what_the_law_finds_is_named(pia: Client, cast: Cast) -> None:
    for n in range(8):
        shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n))
        rosters.assign(worker=cast.niels, shift=shift, override_reason="nood", **signed())
    text = text_of(pia.get(HOME))
    assert "Mag niet volgens de wet 0" not in text
    assert "Arbeidstijdenwet Niels: " in text


def test_a_proposal_that_waits_is_linked(pia: Client, cast: Cast) -> None:
    run = PlanningRun.objects.create(
        organisation=cast.de_linde,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=6),
        asked_by=cast.pia,
        asked_at=NOW,
        state="proposed",
    )
    assert reverse("planner:run", args=[run.pk]) in pia.get(HOME).content.decode()


def fill(cast: Cast, *names: str) -> None:
    """Give each of these people a night, beside an open shift and somebody who asks."""
    for name in names:
        worker = make_worker(name, team=cast.vlinder)
        night = make_night_shift(make_team(f"Team {name}", cast.de_linde), places=2)
        rosters.assign(worker=worker, shift=night, **signed())
        late = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2), skills=["medicatie"])
        Request.objects.create(
            worker=worker, shift=late, state="requested", asked_at=NOW, answer_due_at=NOW
        )


def test_few_queries_and_a_light_page_however_much_there_is(pia: Client, cast: Cast) -> None:
    fill(cast, "Anna")
    with CaptureQueriesContext(connection) as few:
        pia.get(HOME)
    fill(cast, *(f"Bert {n}" for n in range(12)))
    with CaptureQueriesContext(connection) as many:
        page = pia.get(HOME)
    assert len(many) == len(few)
    assert len(many) <= 24
    assert len(page.content) <= 100_000
