"""One job at two organisations, laid as one roster by the engine."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    browser: Client = sign_in(cast.coen)
    return browser


@pytest.fixture
def pool(cast: Cast) -> Worker:
    """Somebody of Molenpoort who offers four weeks by day to De Linde and Rijnzicht too."""
    others = [cast.de_linde, cast.rijnzicht]
    worker = make_worker("Pool", team=cast.wijkteam, willing_for=others)
    parts = (DayPart.DAY, DayPart.EVENING)
    days = [MONDAY + timedelta(days=number) for number in range(27)]
    say(worker, {(day, part): Wish.AVAILABLE for day in days for part in parts})
    return worker


def page_of(worker: Worker) -> str:
    return f"/region/people/{worker.pk}/combination/"


def asked(cast: Cast, hours: int = 8) -> dict[str, Any]:
    return {"first": cast.de_linde.pk, "second": cast.molenpoort.pk, "hours": hours}


def test_two_organisations_become_one_roster(coen: Client, cast: Cast, pool: Worker) -> None:
    kept = make_shift(cast.wijkteam, day=MONDAY + timedelta(days=3))
    rosters.assign(worker=pool, shift=kept, **signed())
    for week in range(4):
        team = cast.vlinder if week % 2 else cast.wijkteam
        make_shift(team, day=MONDAY + timedelta(weeks=week, days=1))
    answer = coen.post(page_of(pool), asked(cast))
    assert answer.context["laid"].is_enough
    assert dict(answer.context["shares"]) == {"De Linde": 4 * 60, "Molenpoort": 4 * 60}
    lines = answer.context["lines"]
    assert [one.is_new for one in lines] == [True, False, True, True, True]
    assert [one.shift.starts_at for one in lines] == sorted(one.shift.starts_at for one in lines)
    page = text_of(answer)
    assert "Dit past: 8 uur per week erbij." in page
    assert "staat vast" in page


def test_a_search_that_was_cut_off_says_so(
    coen: Client, cast: Cast, pool: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    monkeypatch.setattr("rondstroom.rooms.rosters.actions.plan.boosting.WORK", 1e-9)
    page = text_of(coen.post(page_of(pool), asked(cast)))
    assert "Het zoeken stopte voor het einde" in page
    assert "0 minuten per week erbij" not in page


def test_nothing_is_booked_and_looking_is_written_down(
    coen: Client, cast: Cast, pool: Worker
) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    coen.post(page_of(pool), asked(cast))
    assert not Assignment.objects.exists()
    line = journal.entries_about(f"worker:{pool.pk}").get(event="rosters.more.imagined")
    assert line.actor_id == cast.coen.pk


def test_other_organisations_do_not_count(coen: Client, cast: Cast, pool: Worker) -> None:
    make_shift(cast.intensive_care, day=MONDAY + timedelta(days=1))
    answer = coen.post(page_of(pool), asked(cast))
    assert answer.context["lines"] == []
    assert "Nu zijn er diensten voor 0 minuten per week erbij" in text_of(answer)


def test_elsewhere_only_what_was_offered_counts(coen: Client, cast: Cast, pool: Worker) -> None:
    last = MONDAY + timedelta(days=27)  # nothing was said about this day
    make_shift(cast.vlinder, day=last)
    assert coen.post(page_of(pool), asked(cast)).context["lines"] == []
    say(pool, {(last, DayPart.DAY): Wish.AVAILABLE})
    assert len(coen.post(page_of(pool), asked(cast)).context["lines"]) == 1


def test_rest_between_the_two_is_kept(coen: Client, cast: Cast, pool: Worker) -> None:
    """An evening at one and the early morning after at the other are never both laid."""
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), start="15:00", end="23:15")
    make_shift(cast.wijkteam, day=MONDAY + timedelta(days=2), start="07:00", end="15:30")
    answer = coen.post(page_of(pool), asked(cast, hours=8))
    assert len(answer.context["lines"]) == 1


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"second": "first"}, "Kies twee verschillende organisaties."),
        ({"hours": 3}, ""),
        ({"first": 99999}, ""),
        ({"first": "x"}, ""),
        ({"second": ""}, ""),
    ],
)
def test_a_wrong_form_says_so(
    change: dict[str, Any], text: str, coen: Client, cast: Cast, pool: Worker
) -> None:
    told = asked(cast) | change
    if told["second"] == "first":
        told["second"] = told["first"]
    answer = coen.post(page_of(pool), told)
    assert answer.status_code == 422
    assert text in text_of(answer)


def test_only_places_within_reach_can_be_chosen(coen: Client, cast: Cast, pool: Worker) -> None:
    answer = coen.get(page_of(pool))
    names = [name for _pk, name in answer.context["form"].fields["first"].choices]
    assert names == ["De Linde", "Molenpoort", "Rijnzicht"]
    assert (
        coen.post(page_of(pool), asked(cast) | {"second": cast.zonder_pool.pk}).status_code == 422
    )


def test_who_is_not_open_to_the_region_does_not_exist_here(coen: Client, cast: Cast) -> None:
    for worker in (cast.niels, cast.fatima):
        assert coen.get(page_of(worker)).status_code == 404


@pytest.mark.parametrize("who", ["pia", "bas", "petra", "otto"])
def test_nobody_else_may(who: str, cast: Cast, sign_in: Any, pool: Worker) -> None:
    assert sign_in(getattr(cast, who)).get(page_of(pool)).status_code == 403


def test_a_stranger_goes_to_the_door(cast: Cast, stranger: Client, pool: Worker) -> None:
    assert "/accounts/login/" in stranger.get(page_of(pool)).headers["Location"]
