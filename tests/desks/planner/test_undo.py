"""Undoing: in order, not too deep, by who did it, and only while that person may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desks.planner.conftest import sign_in
from desks.planner.reading import said
from factories.demand import make_night_shift
from factories.identity import make_planner
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.identity.models import Role
from rondstroom.rooms.rosters.models import Assignment

UNDO = reverse("planner:undo")


def fill(browser: Client, cast: Cast, count: int) -> list[str]:
    """Put a different person on each of some nights; give the names."""
    names = []
    for n in range(count):
        worker = make_worker(f"Bert {n}", team=cast.vlinder)
        shift = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=n))
        browser.post(reverse("planner:assign", args=[shift.pk]), {"worker": worker.pk})
        names.append(worker.name)
    return names


def living() -> set[str]:
    """Give who works something."""
    rows = Assignment.objects.exclude(state="cancelled")
    return set(rows.values_list("worker__name", flat=True))


def test_the_last_step_goes_first(pia: Client, cast: Cast) -> None:
    names = fill(pia, cast, 3)
    for left in ({*names[:2]}, {*names[:1]}, set()):
        pia.post(UNDO)
        assert living() == left


def test_ten_steps_are_kept_and_no_more(pia: Client, cast: Cast) -> None:
    names = fill(pia, cast, 12)
    for _press in range(12):
        answer = pia.post(UNDO)
    assert living() == set(names[:2])
    assert said(answer) == "Er is niets om ongedaan te maken."


def test_one_planner_does_not_undo_what_another_did(pia: Client, cast: Cast) -> None:
    (name,) = fill(pia, cast, 1)
    colleague = sign_in(make_planner(cast.de_linde, "Nora"))
    assert said(colleague.post(UNDO)) == "Er is niets om ongedaan te maken."
    assert living() == {name}


def test_who_no_longer_plans_undoes_nothing(pia: Client, cast: Cast) -> None:
    (name,) = fill(pia, cast, 1)
    Role.objects.filter(account=cast.pia).delete()
    assert pia.post(UNDO).status_code == 403
    assert living() == {name}


def test_who_plans_elsewhere_now_finds_nothing(pia: Client, cast: Cast) -> None:
    (name,) = fill(pia, cast, 1)
    Role.objects.filter(account=cast.pia).update(organisation_id=cast.molenpoort.pk)
    assert pia.post(UNDO).status_code == 404
    assert living() == {name}


def test_undoing_leads_back_to_where_one_was(pia: Client, cast: Cast) -> None:
    fill(pia, cast, 1)
    week = f"{reverse('planner:week')}?team={cast.vlinder.pk}"
    assert pia.post(UNDO, {"next": week})["Location"] == week


def test_the_button_is_there_while_it_is_fresh_in_mind(
    pia: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(pia, cast, 1)
    week = f"{reverse('planner:week')}?team={cast.vlinder.pk}"
    assert "Maak ongedaan" in pia.get(week).content.decode()
    later = NOW + timedelta(minutes=11)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "Maak ongedaan" not in pia.get(week).content.decode()
