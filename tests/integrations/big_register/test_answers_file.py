"""Answers of the register from a file: read whole or not at all, and only about who is in it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from factories.registers import NUMBER
from factories.skills import make_proof
from rondstroom.cli import main
from rondstroom.integrations.big_register import UnreadableAnswers, read_answers
from rondstroom.ports.professional_register import RegisterUnreachable
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.models import Registration
from rondstroom.rooms.skills.states import ProofKind, RegisterOutcome

HEAD = "number;profession;surname;initials;starts_on;ends_on;measure;suspension"
LINE = f"{NUMBER};30;Kaya;A.;2012-02-01;2031-01-31;;"


def test_a_line_becomes_an_entry() -> None:
    (one,) = read_answers(f"{HEAD}\n{LINE}\n").lookup(NUMBER)
    assert (one.profession, one.surnames, one.initials) == ("30", ("Kaya",), "A.")
    assert (one.starts_on, one.ends_on) == (date(2012, 2, 1), date(2031, 1, 31))
    assert not one.measures


def test_what_is_not_in_the_file_was_not_looked_up() -> None:
    told = read_answers(f"\ufeff{HEAD}\n{LINE}")
    assert told.knows(NUMBER)
    assert told.lookup(NUMBER)
    assert not told.knows("00099999999")
    with pytest.raises(RegisterUnreachable):
        told.lookup("00099999999")


@pytest.mark.parametrize(("word", "is_suspension"), [("ja", True), ("nee", False), ("", False)])
def test_a_measure_is_kept_by_its_name(word: str, is_suspension: bool) -> None:
    text = f"{HEAD}\n{NUMBER};30;Kaya;A.;2012-02-01;;B7;{word}"
    (one,) = read_answers(text).lookup(NUMBER)
    assert (one.measures[0].about, one.measures[0].is_suspension) == ("B7", is_suspension)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Kolommen ontbreken"),
        ("number;surname\n1;x", "profession"),
        (f"{HEAD}\n123;30;Kaya;A.;;;;", "Regel 2: “123” is geen BIG-nummer"),
        (f"{HEAD}\n{LINE}\n{NUMBER};30;;A.;;;;", "Regel 3: naam"),
        (f"{HEAD}\n{NUMBER};30;Kaya;A.;1-2-2012;;;", "geen dag"),
    ],
)
def test_one_bad_line_and_nothing_counts(text: str, words: str) -> None:
    with pytest.raises(UnreadableAnswers, match=words):
        read_answers(text)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_the_command_keeps_answers_and_leaves_others_alone(tmp_path: Path) -> None:
    aylin, other = make_worker("Aylin Kaya", function="VP4"), make_worker("Bo", function="VP4")
    make_proof(aylin, ProofKind.REGISTER, reference=NUMBER)
    actions.record_by_hand(
        worker=other, number="00099999999", outcome=RegisterOutcome.ACTIVE, **signed()
    )
    file = tmp_path / "answers.csv"
    file.write_text(f"{HEAD}\n{LINE}\n", encoding="utf-8")
    for changed in (1, 0):
        done = CliRunner().invoke(main.app, ["register", "check", str(file)])
        assert done.exit_code == 0
        assert f"1 registrations checked, {changed} changed." in done.output
    row = Registration.objects.get(worker=aylin)
    assert (row.outcome, row.source, row.ends_on) == ("active", "file", date(2031, 1, 31))
    assert row.checked_at - NOW < timedelta(seconds=1)
    assert Registration.objects.get(worker=other).source == "by_hand"


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("onzin", encoding="utf-8")
    for path in (file, tmp_path / "missing.csv"):
        done = CliRunner().invoke(main.app, ["register", "check", str(path)])
        assert done.exit_code == 2
        assert "Niets ingelezen." in done.output
    assert not Registration.objects.exists()
