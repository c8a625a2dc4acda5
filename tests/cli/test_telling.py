"""What the clock asks, and the key for notifications."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core import mail
from typer.testing import CliRunner

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import NOW
from people import Cast
from rondstroom.cli.main import app
from rondstroom.cli.serving.clockwork import Clockwork
from rondstroom.integrations.web_push import Keys
from rondstroom.rooms.rosters import actions as rosters


def test_due_reminds_and_sends_and_says_how_many(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    answer = CliRunner().invoke(app, ["due"])
    assert answer.exit_code == 0, answer.output
    assert "1 shifts of tomorrow looked at, 2 messages sent" in answer.output
    assert len(mail.outbox) == 1
    again = CliRunner().invoke(app, ["due", "--quiet"])
    assert again.output == ""
    assert len(mail.outbox) == 1


def test_a_new_key_can_be_used() -> None:
    answer = CliRunner().invoke(app, ["pushkey"])
    secret = answer.output.strip().removeprefix("RONDSTROOM_PUSH_KEY=")
    assert Keys.read(secret, "").secret == secret


def test_the_clockwork_waits_for_its_time_and_runs_one_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Running:
        started = 0

        def __init__(self, *_command: object, **_how: object) -> None:
            Running.started += 1
            self.ended = False

        def poll(self) -> int | None:
            return 0 if self.ended else None

        def terminate(self) -> None:
            self.ended = True

        def wait(self) -> int:
            return 0

    monkeypatch.setattr("subprocess.Popen", Running)
    patient = Clockwork(tmp_path, every=3600)
    patient.tick()
    patient.end()
    assert Running.started == 0
    eager = Clockwork(tmp_path, every=0)
    eager.tick()
    eager.tick()
    assert Running.started == 1
    eager.end()
    eager.tick()
    assert Running.started == 2
