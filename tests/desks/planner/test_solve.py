"""Doing many at once: seen before it is done, each by itself, and taken back in one go."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.cascade import make_policy
from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.settlement import make_hours, make_worked
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Cascade, Request
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.settlement.models import Hours

SOLVE, HOME = reverse("planner:solve"), reverse("planner:home")


@pytest.fixture
def team(cast: Cast) -> list[Worker]:
    """Two people who can be asked, and a policy of an hour per ring."""
    make_policy(cast.de_linde)
    return [make_worker(name, team=cast.vlinder) for name in ("Tess", "Noor")]


def asked(cast: Cast, worker: Worker, shift: Shift) -> str:
    """Let somebody ask for a shift; give the mark of that line."""
    matching.sign_up(worker=worker, shift=shift, by=worker.account, at=NOW)
    return f"give:{Request.objects.get(worker=worker, shift=shift).pk}"


def living() -> set[str]:
    """Give who works something."""
    rows = Assignment.objects.exclude(state="cancelled")
    return set(rows.values_list("worker__name", flat=True))


def test_nothing_happens_before_it_was_seen(pia: Client, cast: Cast, team: list[Worker]) -> None:
    shift = make_shift(cast.vlinder)
    text = text_of(pia.get(SOLVE, {"line": f"ask:{shift.pk}"}))
    assert "Dit gaat er gebeuren" in text
    assert re.search(r"bereikt achter elkaar \d", text)
    assert not Cascade.objects.exists()


def test_several_kinds_are_done_together_and_undone_together(
    pia: Client, cast: Cast, team: list[Worker]
) -> None:
    shifts = [make_shift(cast.vlinder, day=MONDAY + timedelta(days=n)) for n in (3, 5)]
    wanted = make_shift(cast.vlinder)
    marks = [f"ask:{one.pk}" for one in shifts] + [asked(cast, team[0], wanted)]
    answer = pia.post(SOLVE, {"line": marks})
    assert said(answer) == "3 regels zijn gedaan."
    assert Cascade.objects.filter(state="running").count() == 2
    assert living() == {"Tess"}
    pia.post(reverse("planner:undo"))
    assert Cascade.objects.filter(state="stopped").count() == 2
    assert living() == set()


def test_one_that_cannot_be_done_hinders_no_other(
    pia: Client, cast: Cast, team: list[Worker]
) -> None:
    gone, fine = make_shift(cast.vlinder), make_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    Shift.objects.filter(pk=gone.pk).update(state="draft")
    answer = pia.post(SOLVE, {"line": [f"ask:{gone.pk}", f"ask:{fine.pk}"]}, follow=True)
    assert "staat niet open" in text_of(answer)
    assert "1 regel is gedaan." in text_of(answer)
    assert Cascade.objects.get().shift_id == fine.pk


def test_who_cannot_get_the_shift_any_more_is_not_ticked(
    pia: Client, cast: Cast, team: list[Worker]
) -> None:
    marks = [asked(cast, team[0], make_shift(cast.vlinder))]
    marks += [asked(cast, team[0], make_shift(cast.vlinder, day=MONDAY + timedelta(days=1)))]
    pia.post(SOLVE, {"line": marks[:1]})
    Shift.objects.filter(requests__pk=marks[1].partition(":")[2]).update(
        starts_at=NOW + timedelta(hours=20), ends_at=NOW + timedelta(hours=28)
    )
    page = pia.get(SOLVE, {"line": marks[1]}).content.decode()
    assert "Kan nu niet:" in page
    assert "checked" not in page.partition("<fieldset>")[2].partition("</fieldset>")[0]


def test_the_others_who_asked_are_named_before_the_last_place_goes(
    pia: Client, cast: Cast, team: list[Worker]
) -> None:
    shift = make_shift(cast.vlinder)
    first, _second = (asked(cast, worker, shift) for worker in team)
    assert "die is dan vol, 1 ander leest dat" in text_of(pia.get(SOLVE, {"line": first}))


def test_hours_are_agreed_to_as_they_were_seen(pia: Client, cast: Cast) -> None:
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    mark = f"agree:{row.pk}:{row.version}"
    assert "akkoord met de uren" in text_of(pia.get(SOLVE, {"line": mark}))
    assert said(pia.post(SOLVE, {"line": mark})) == "1 regel is gedaan."
    assert Hours.objects.get().state == "approved"
    stale = pia.post(SOLVE, {"line": f"agree:{row.pk}:9"})
    assert "intussen veranderd" in said(stale)


def test_asking_when_nobody_is_there_is_done_and_needs_no_undo(pia: Client, cast: Cast) -> None:
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    shift = make_shift(cast.vlinder, function="IC-vpk")
    assert "bereikt nu niemand" in text_of(pia.get(SOLVE, {"line": f"ask:{shift.pk}"}))
    pia.post(SOLVE, {"line": f"ask:{shift.pk}"})
    assert Cascade.objects.get().state == "exhausted"
    assert "Maak ongedaan" not in text_of(pia.get(HOME))


def test_nothing_ticked_is_told(pia: Client) -> None:
    assert said(pia.get(SOLVE)) == "Vink eerst aan wat je samen wilt doen."


def test_more_than_twenty_is_too_much_at_once(pia: Client, cast: Cast) -> None:
    shifts = [make_shift(cast.vlinder, day=MONDAY + timedelta(days=n)) for n in range(21)]
    page = pia.get(SOLVE, {"line": [f"ask:{one.pk}" for one in shifts]})
    assert "Je kunt 20 regels samen doen." in text_of(page)
    assert page.content.decode().count('name="line"') == 20


@pytest.mark.parametrize("mark", ["ask", "ask:x", "give:", "agree:1", "drop:1", "ask:99999"])
def test_a_mark_that_means_nothing_does_not_exist(mark: str, pia: Client) -> None:
    assert pia.get(SOLVE, {"line": mark}).status_code == 404
    assert pia.post(SOLVE, {"line": mark}).status_code == 404


def test_what_is_of_another_organisation_does_not_exist(
    bas: Client, cast: Cast, team: list[Worker]
) -> None:
    hours = make_hours(make_worked(cast.niels, cast.vlinder))
    wanted = make_night_shift(cast.vlinder)
    request = asked(cast, cast.niels, wanted)
    for mark in (f"ask:{wanted.pk}", request, f"agree:{hours.pk}:1"):
        assert bas.get(SOLVE, {"line": mark}).status_code == 404
        assert bas.post(SOLVE, {"line": mark}).status_code == 404
    assert living() == {"Niels"}  # only the shift of last week that was worked
