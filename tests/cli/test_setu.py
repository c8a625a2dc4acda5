"""`rondstroom setu`: messages out and in as files, the right code to end with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from factories.demand import make_night_shift
from factories.moments import MONDAY
from factories.settlement import LAST_WEEK, make_approved, make_billing, make_worked
from people import Cast
from rondstroom.cli import main
from rondstroom.rooms.demand.models import Shift

DAYS = ("--from", MONDAY.isoformat(), "--to", "2026-12-06")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main.app, ["setu", *map(str, words)])


def give(cast: Cast, kind: str, out: Path, *more: str) -> Result:
    return run("give", kind, "--organisation", "De Linde", "--out", out, *DAYS, *more)


@pytest.fixture
def file(tmp_path: Path, cast: Cast) -> Path:
    """Give the messages of one open shift."""
    make_night_shift(cast.vlinder, source_key="L001")
    out = tmp_path / "requests.json"
    assert give(cast, "requests", out).exit_code == 0
    return out


def test_what_is_given_is_taken_and_changes_nothing(file: Path) -> None:
    assert len(json.loads(file.read_text("utf-8"))) == 1
    done = run("take", file, "--organisation", "De Linde")
    assert done.exit_code == 0
    [answer] = json.loads(done.stdout)
    assert answer == {"created": 0, "changed": 0, "unchanged": 1, "refused": []}


@pytest.mark.parametrize("kind", ["assignments", "constraints"])
def test_the_other_messages_are_given_too(kind: str, cast: Cast, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert give(cast, kind, out).exit_code == 0
    told: list[Any] = json.loads(out.read_text("utf-8"))
    assert bool(told) == (kind == "constraints")
    if told:
        done = run("take", out, "--organisation", "De Linde")
        assert done.exit_code == 3  # these have an account, and say it themselves


def test_agreed_hours_are_given_as_timecards(cast: Cast, tmp_path: Path) -> None:
    make_approved(make_worked(cast.niels, cast.vlinder), cast.pia)
    out = tmp_path / "cards.json"
    days = ("--from", LAST_WEEK.isoformat(), "--to", LAST_WEEK.isoformat())
    words = ("give", "timecards", "--organisation", "De Linde", "--out", out, *days)
    assert run(*words).exit_code == 0
    assert len(json.loads(out.read_text("utf-8"))) == 1
    assert run(*words, "--as", cast.pia.email).exit_code == 3


def test_a_refused_message_is_told_and_the_others_are_taken(file: Path) -> None:
    Shift.objects.all().delete()
    good = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps([{"documentId": {}}, *good]), encoding="utf-8")
    done = run("take", file, "--organisation", "De Linde")
    assert done.exit_code == 1
    first, second = json.loads(done.stdout)
    assert first["refused"] == [{"line": "", "why": "documentId.value ontbreekt"}]
    assert second["created"] == 1


@pytest.mark.parametrize("content", ["", "geen json", "[" * 100_000])
def test_what_is_no_json_is_said(content: str, tmp_path: Path, cast: Cast) -> None:
    file = tmp_path / "x.json"
    file.write_text(content, encoding="utf-8")
    done = run("take", file, "--organisation", "De Linde")
    assert done.exit_code == 2
    assert "is geen JSON" in done.stderr


def test_files_days_and_people_that_are_not_there(cast: Cast, file: Path) -> None:
    nowhere = file.parent / "nergens" / "x.json"
    assert run("take", nowhere, "--organisation", "De Linde").exit_code == 2
    assert give(cast, "requests", nowhere).exit_code == 2
    assert give(cast, "requests", file, "--from", "gisteren").exit_code == 2
    assert give(cast, "requests", file, "--to", "2020-01-01").exit_code == 2
    assert run("take", file, "--organisation", "Nergens").exit_code == 2
    assert run("take", file, "--organisation", "De Linde", "--as", "x@y.nl").exit_code == 3


def test_the_planner_of_another_organisation_may_not(cast: Cast, file: Path) -> None:
    outsider = ("--as", cast.bas.email)
    assert give(cast, "requests", file, *outsider).exit_code == 3
    done = run("take", file, "--organisation", "De Linde", *outsider)
    assert done.exit_code == 3
    assert "Alleen wie roostert bij De Linde" in done.stderr


def test_what_a_hirer_pays_is_written_with_what_it_does_not_tell(
    cast: Cast, tmp_path: Path
) -> None:
    out = tmp_path / "pay.json"
    asked = ("pay-equity", "--organisation", "De Linde", "--on", "2026-12-01", "--out", out)
    refused = run(*asked)
    assert (refused.exit_code, out.exists()) == (2, False)
    assert "KvK-nummer" in refused.stderr
    make_billing(cast.de_linde)
    done = run(*asked)
    assert done.exit_code == 0
    assert "Staat er niet in: functies met hun schaal" in done.stdout
    assert json.loads(out.read_text("utf-8"))["documentId"]["schemeAgencyId"] == "Customer"
    assert run(*asked, "--as", "pia@voorbeeld.invalid").exit_code == 3
    assert run("pay-equity", "--organisation", "De Linde", "--out", tmp_path).exit_code == 2
