"""`rondstroom judge`: what stands in the database, over all employers together."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.organisations import make_organisation, make_team
from factories.people import make_worker
from rondstroom.cli import main
from rondstroom.cli.shortcomings import UnableToRun
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions

pytestmark = pytest.mark.django_db

WEEK = ["--from", f"{MONDAY}", "--to", "2026-11-29"]


def ask(*words: str) -> Result:
    return CliRunner().invoke(main.app, ["judge", *words], catch_exceptions=False)


def put(shift: Shift, worker: Worker | None = None, override_reason: str = "") -> Worker:
    who = worker or make_worker("Aylin")
    actions.assign(worker=who, shift=shift, override_reason=override_reason, **signed())
    return who


def test_a_lawful_roster_ends_well() -> None:
    put(make_shift())
    answer = ask(*WEEK)
    assert answer.exit_code == 0
    assert "0 findings from 2026-11-23 through 2026-11-29" in answer.output


def test_a_breach_is_told_with_name_and_article() -> None:
    aylin = put(make_shift())
    put(make_night_shift(), worker=aylin, override_reason="noodgeval")
    answer = ask(*WEEK)
    assert answer.exit_code == 1
    assert "Aylin: " in answer.output
    assert "ATW" in answer.output


def test_another_language_and_json() -> None:
    aylin = put(make_shift())
    put(make_night_shift(), worker=aylin, override_reason="noodgeval")
    answer = ask(*WEEK, "--json", "--lang", "en")
    found = json.loads(answer.output)["findings"]
    assert {one["worker"] for one in found} == {"Aylin"}
    assert {one["severity"] for one in found} >= {"breach"}
    assert any("hours" in one["message"] or "rest" in one["message"] for one in found)


def test_one_organisation_shows_only_those_who_work_there() -> None:
    aylin = put(make_shift())
    put(make_night_shift(), worker=aylin, override_reason="noodgeval")
    make_team("SEH", make_organisation("Rijnzicht"))
    assert ask(*WEEK, "--organisation", "rijnzicht").exit_code == 0
    assert ask(*WEEK, "--organisation", "De Linde").exit_code == 1


def test_what_cannot_be_asked_is_told() -> None:
    with pytest.raises(UnableToRun, match="no organisation 'Nergens'"):
        ask("--organisation", "Nergens")
    with pytest.raises(UnableToRun, match="lies before the first"):
        ask("--from", "2026-12-01", "--to", "2026-11-01")
