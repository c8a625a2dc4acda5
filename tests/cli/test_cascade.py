"""`rondstroom cascade advance`: for timers, safe to run again and again."""

from __future__ import annotations

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from factories.cascade import make_policy
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.organisations import make_team
from factories.people import make_worker
from rondstroom.cli import main
from rondstroom.rooms.matching import actions, tasks
from rondstroom.rooms.matching.states import CascadeState

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def long_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening before the shift: every ring's time is over by then."""
    made = signed()["at"].replace(hour=20)
    monkeypatch.setattr(timezone, "now", lambda: made)


def test_a_ring_whose_time_is_over_is_closed_once() -> None:
    team = make_team()
    make_policy(team.location.organisation, rings=("own_team",))
    make_worker("Tess", team=team)
    cascade = actions.start_cascade(shift=make_shift(team, day=MONDAY), **signed())
    run = CliRunner()
    first = run.invoke(main.app, ["cascade", "advance"], catch_exceptions=False)
    assert "1 cascades moved on." in first.output
    again = run.invoke(main.app, ["cascade", "advance"], catch_exceptions=False)
    assert "0 cascades moved on." in again.output
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.EXHAUSTED
    assert tasks.advance.call(cascade.pk) == CascadeState.EXHAUSTED
