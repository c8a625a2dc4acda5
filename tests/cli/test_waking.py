"""Commands wake the platform by themselves: here in a process of their own, as people start them.

Other tests of commands run where Django is awake already, and cannot see that.
"""

from __future__ import annotations

import ast
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from rondstroom.cli import main

NOBODY = ("--organisation", "Nergens")
RUN = [
    ("setu", "give", "requests", "--out", "x.json", *NOBODY),
    ("keys", "make", "X", "--scope", "shifts:read", *NOBODY),
    ("keys", "list", *NOBODY),
]
NEEDS_MODELS = re.compile(r"rondstroom\.(rooms|demo|integrations(?!\.web_push))\b")
SOURCES = sorted(Path(main.__file__).parent.rglob("*.py"))
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(db: None, tmp_path: Path) -> Run:
    """Give a way to run a command on an empty embedded database that is up to date."""
    if connection.vendor != "sqlite":
        pytest.skip("the embedded database is copied; the commands are the same on another")
    source = sqlite3.connect(connection.settings_dict["NAME"])
    copy = sqlite3.connect(tmp_path / "rondstroom.sqlite3")
    source.backup(copy)
    source.close()
    copy.close()
    told = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
    told |= {"RONDSTROOM_STATE": str(tmp_path), "RONDSTROOM_DATABASE": ""}

    def ran(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rondstroom.cli", *words],
            env=told,
            capture_output=True,
            text=True,
            check=False,
        )

    return ran


@pytest.mark.parametrize("words", RUN, ids=" ".join)
def test_a_command_finds_the_platform_awake(words: tuple[str, ...], run: Run) -> None:
    answer = run(*words)
    assert answer.returncode == 2, answer.stderr
    assert "Er zijn nog geen organisaties" in answer.stderr + answer.stdout


def too_early(source: str) -> list[str]:
    """Give the commands that fetch models before anything was called that could wake them."""
    return [
        one.name
        for one in ast.walk(ast.parse(source))
        if isinstance(one, ast.FunctionDef) and one.decorator_list and _fetches_first(one)
    ]


def _fetches_first(command: ast.FunctionDef) -> bool:
    for step in command.body[1:]:  # after the docstring
        if isinstance(step, ast.ImportFrom) and NEEDS_MODELS.match(step.module or ""):
            return True
        if any(isinstance(part, ast.Call) for part in ast.walk(step)):
            return False
    return False


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_no_command_fetches_models_before_it_wakes_the_platform(file: Path) -> None:
    assert too_early(file.read_text("utf-8")) == []


def test_a_command_that_fetches_first_is_seen() -> None:
    early = "    from rondstroom.rooms.identity import actions\n"
    late = "    platform.start()\n"
    command = '@app.command("x")\ndef x() -> None:\n    """X."""\n'
    assert too_early(command + early + late) == ["x"]
    assert too_early(command + late + early) == []
