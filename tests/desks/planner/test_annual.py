"""Annual hours at the desk: before planning, per team, and as a file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import text_of
from factories.demand import make_shift
from factories.moments import MONDAY
from factories.people import make_annual, make_worker
from factories.settlement import LAST_WEEK, make_worked
from people import Cast
from rondstroom.rooms.people.models import Worker


@pytest.fixture
def mees(cast: Cast) -> Worker:
    """Give somebody who began six days ago with an hour for each day, and worked eight."""
    worker = make_worker("Mees", team=cast.vlinder)
    worker.engagements.update(starts_on=LAST_WEEK)
    make_annual(worker.engagements.get(), hours=365, plus=12, minus=12)
    make_worked(worker, cast.vlinder, day=LAST_WEEK)
    return worker


def test_candidates_say_what_the_shift_does_to_the_year(
    pia: Client, cast: Cast, mees: Worker
) -> None:
    shift = make_shift(cast.vlinder)
    page = text_of(pia.get(reverse("planner:shift", args=[shift.pk])))
    assert page.count("Jaaruren: komt op") == 1
    assert "komt op +8 uur; de ruimte is 12" in page
    make_worked(mees, cast.vlinder, day=MONDAY + timedelta(days=2))
    page = text_of(pia.get(reverse("planner:shift", args=[shift.pk])))
    assert "komt op +14 uur, 2 buiten de ruimte van 12" in page


def test_the_team_and_its_file(pia: Client, cast: Cast, mees: Worker) -> None:
    page = text_of(pia.get(reverse("planner:annual")))
    assert "Jaaruren van PG Vlinder" in page
    assert "Mees" in page and "Niels" not in page
    answer = pia.get(reverse("planner:annual_file"), {"team": cast.vlinder.pk})
    assert answer["Content-Type"].startswith("text/csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Wie;Jaaruren;Gewerkt;Afwezig geteld;Gepland")
    assert lines[1] == "Mees;46;8;0;0;38;2;2;-12;12"
    assert len(lines) == 2


def test_a_team_without_and_a_team_of_another(pia: Client, cast: Cast) -> None:
    assert "Niemand in dit team heeft jaaruren" in text_of(pia.get(reverse("planner:annual")))
    elsewhere = {"team": cast.wijkteam.pk}
    for name in ("annual", "annual_file"):
        assert pia.get(reverse(f"planner:{name}"), elsewhere).status_code == 404


def test_who_leaves_the_corridor_stands_on_top_with_what_to_do(
    pia: Client, cast: Cast, mees: Worker
) -> None:
    other = make_worker("Zara", team=cast.vlinder)
    make_annual(other.engagements.get(), plus=0, minus=0)
    page = text_of(pia.get(reverse("planner:annual")))
    assert page.index("Zara") < page.index("Mees")
    assert "Bied diensten aan" in page
