"""The command `rondstroom`: its list, its help, its way of failing."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from rondstroom.cli import main
from rondstroom.cli.shortcomings import UnableToRun


def test_without_arguments_it_lists_the_commands() -> None:
    answer = CliRunner().invoke(main.app, [])
    assert answer.exit_code == 0
    for name in main.COMMANDS:
        assert f"  {name}" in answer.output


def test_listing_imports_neither_django_nor_the_engine() -> None:
    code = (
        "import sys; sys.argv = ['rondstroom']\n"
        "from rondstroom.cli import main\n"
        "try: main.run()\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'django', 'ortools', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", main.COMMANDS)
def test_each_command_can_be_imported_and_helps(name: str) -> None:
    assert isinstance(importlib.import_module(main.COMMANDS[name][0]).app, typer.Typer)
    answer = CliRunner().invoke(main.app, [name, "--help"])
    assert answer.exit_code == 0
    assert f"Usage: root {name}" in answer.output


def test_a_mistyped_command_gets_a_suggestion() -> None:
    answer = CliRunner().invoke(main.app, ["chek"])
    assert answer.exit_code == 2
    assert "Did you mean 'check'" in answer.output


def test_version_is_told() -> None:
    assert CliRunner().invoke(main.app, ["--version"]).output.strip().startswith("0.")


def fail_with(monkeypatch: pytest.MonkeyPatch, fault: Exception, *words: str) -> int | str | None:
    def broken() -> None:
        raise fault

    monkeypatch.setattr(main, "app", broken)
    monkeypatch.setattr(sys, "argv", ["rondstroom", *words])
    with pytest.raises(SystemExit) as left:
        main.run()
    return left.value.code


def test_a_known_shortcoming_shows_its_text_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fail_with(monkeypatch, UnableToRun("Port 8000 is taken.")) == 2
    assert capsys.readouterr().err == "Port 8000 is taken.\n"


def test_an_unforeseen_fault_is_told_to_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fail_with(monkeypatch, ValueError("no such week")) == main.UNFORESEEN
    told = capsys.readouterr().err
    assert "ValueError: no such week" in told
    assert "Traceback" not in told


def test_trace_shows_where_the_fault_arose(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, ValueError("no such week"), "--trace")
    assert "Traceback" in capsys.readouterr().err
