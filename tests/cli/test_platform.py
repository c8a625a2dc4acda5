"""Waking the platform: an embedded database follows by itself, a server only when told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import management
from django.db import connection

from rondstroom.cli import platform
from rondstroom.cli.shortcomings import UnableToRun


@pytest.mark.django_db
def test_a_database_that_is_up_to_date_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(management, "call_command", pytest.fail)
    told: list[str] = []
    platform.start(told.append)
    assert platform.waiting_migrations() == 0
    assert told == []


@pytest.fixture
def lagging(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the database lag three behind; give the commands that are called."""
    called: list[str] = []
    monkeypatch.setattr(platform, "waiting_migrations", lambda: 3)
    monkeypatch.setattr(management, "call_command", lambda name, **_how: called.append(name))
    return called


def test_an_embedded_database_follows(lagging: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(connection._connections[connection._alias]), "vendor", "sqlite")
    told: list[str] = []
    platform.bring_database_up_to_date(told.append)
    platform.bring_database_up_to_date()
    assert lagging == ["migrate", "migrate"]
    assert told == ["Laying out the database …"]


def test_a_database_server_is_never_changed_unasked(
    lagging: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(connection._connections[connection._alias]), "vendor", "postgresql")
    with pytest.raises(UnableToRun, match=r"3 migrations behind[^$]*manage migrate"):
        platform.bring_database_up_to_date()
    assert lagging == []


def ask(code: str, state: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "RONDSTROOM_STATE": str(state), **settings}
    return subprocess.run(
        [sys.executable, "-c", code], env=kept, capture_output=True, text=True, check=False
    )


def test_the_settings_are_those_of_the_demo_unless_others_were_chosen(tmp_path: Path) -> None:
    code = (
        "from rondstroom.cli import platform; platform.wake()\n"
        "from django.conf import settings; print(settings.IS_DEMO, settings.STATE_FOLDER)"
    )
    assert ask(code, tmp_path).stdout.split() == ["True", str(tmp_path)]
    chosen = "rondstroom.config.settings.production"
    secret = {"RONDSTROOM_SECRET": "x" * 50, "RONDSTROOM_HOSTS": "localhost"}
    answer = ask(code, tmp_path, DJANGO_SETTINGS_MODULE=chosen, **secret)
    assert answer.stdout.split()[0] == "False"


def test_an_empty_folder_becomes_a_database_that_works(tmp_path: Path) -> None:
    code = (
        "from rondstroom.cli import platform; platform.start(print)\n"
        "from rondstroom.rooms.organisations import queries\n"
        "print(queries.all_organisations().count())"
    )
    answer = ask(code, tmp_path)
    assert answer.stdout.splitlines() == ["Laying out the database …", "0"], answer.stderr


def test_a_setting_that_is_missing_is_told_without_a_trace(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['rondstroom', 'judge']\nfrom rondstroom.cli.main import run; run()"
    )
    answer = ask(code, tmp_path, DJANGO_SETTINGS_MODULE="rondstroom.config.settings.production")
    assert answer.returncode == 2
    assert answer.stderr.startswith("Set RONDSTROOM_SECRET in the environment")
    blocked = tmp_path / "file"
    blocked.write_text("")
    answer = ask(code, blocked / "state")
    assert answer.returncode == 2
    assert "cannot be made (Not a directory). Set RONDSTROOM_STATE" in answer.stderr


@pytest.mark.parametrize(
    ("screen", "told"),
    [({}, "False"), ({"DISPLAY": ":0"}, "True"), ({"WAYLAND_DISPLAY": "wayland-0"}, "True")],
)
def test_a_screen_is_noticed(tmp_path: Path, screen: dict[str, str], told: str) -> None:
    code = (
        "import sys; sys.platform = 'linux'\n"
        "from rondstroom.config.settings import demo; print(demo.HAS_SCREEN)"
    )
    assert ask(code, tmp_path, **screen).stdout.strip() == told
