"""`rondstroom demo`: builds once, serves at once, stops cleanly, and says what is wrong."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flexpool.periods import local
from rondstroom.cli.serving import assets, demo
from rondstroom.cli.serving.address import Address, answers
from rondstroom.cli.serving.address import _free_port_after as free_port_after
from rondstroom.cli.shortcomings import UnableToRun
from rondstroom.demo import building
from rondstroom.demo.cast import ACCOUNTS, PASSWORD

COMMAND = [sys.executable, "-m", "rondstroom.cli"]
LONG = 120  # seconds; other work may go on beside the tests
NOW = local(2026, 11, 22, 9)


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a state folder in which the demo was built by the command itself."""
    folder = tmp_path_factory.mktemp("state")
    answer = ask(folder, "--no-serve")
    assert answer.returncode == 0, answer.stderr
    assert "Built in" in answer.stderr
    return folder


def surroundings(state: Path) -> dict[str, str]:
    """Give an environment without our settings, and a home that cannot be written."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "TMPDIR"}}
    return {**kept, "RONDSTROOM_STATE": str(state), "HOME": "/nonexistent"}


def ask(state: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "demo", *words],
        env=surroundings(state),
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )


@contextmanager
def served(state: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Serve until the block ends."""
    process = subprocess.Popen(
        [*COMMAND, "demo", "--no-browser", "--port", str(port)],
        env=surroundings(state),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_until(lambda: answers(Address("127.0.0.1", port)) or process.poll() is not None)
        assert process.poll() is None, process.stdout.read()
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        process.wait(LONG)


def wait_until(done: object) -> None:
    end = time.monotonic() + LONG
    while not done():  # type: ignore[operator]  # a question without arguments
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def page(port: int, path: str = "") -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=LONG) as answer:
        return answer.read().decode()


def test_a_second_build_changes_nothing(state: Path) -> None:
    before = (state / "rondstroom.sqlite3").stat().st_size
    answer = ask(state, "--no-serve")
    assert answer.returncode == 0
    assert "Built" not in answer.stderr
    assert (state / "rondstroom.sqlite3").stat().st_size == before


def test_it_serves_with_styles_tells_who_to_be_and_stops_with_its_tasks(state: Path) -> None:
    port = free_port_after(Address("127.0.0.1", 8200))
    with served(state, port) as process:
        home = page(port)
        assert all(account.email in home for account in ACCOUNTS)
        style = re.search(r'href="/(static/[^"]+\.css)"', home)
        assert style is not None
        assert "{" in page(port, style.group(1))
        refused = ask(state, "--no-serve", "--reset")
        assert refused.returncode == 2
        assert f"already runs from this folder, at http://localhost:{port}/" in refused.stderr
        taken = ask(state, "--port", str(port))
        assert taken.returncode == 2
        assert f"Port {port} on 127.0.0.1 is in use" in taken.stderr
        wait_until(lambda: "Starting worker" in (state / "tasks.log").read_text())
    told = process.stdout.read()
    assert f"http://localhost:{port}/" in told
    assert PASSWORD in told
    assert process.returncode == 0
    assert not answers(Address("127.0.0.1", port))
    assert "shutting down gracefully" in (state / "tasks.log").read_text()


def test_the_task_worker_is_started_again_when_it_falls_over(state: Path) -> None:
    port = free_port_after(Address("127.0.0.1", 8300))
    log = state / "tasks.log"
    log.write_text("")
    with served(state, port) as process:
        wait_until(lambda: log.read_text().count("Starting worker") == 1)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        worker = [
            pid for pid in children if "db_worker" in Path(f"/proc/{pid}/cmdline").read_text()
        ]
        os.kill(int(worker[0]), signal.SIGKILL)
        wait_until(lambda: log.read_text().count("Starting worker") == 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child")
def test_nothing_stays_behind_when_it_is_killed(state: Path) -> None:
    address = Address("127.0.0.1", free_port_after(Address("127.0.0.1", 8400)))
    log = state / "tasks.log"
    log.write_text("")
    with served(state, address.port) as process:
        wait_until(lambda: "Starting worker" in log.read_text())
        process.kill()
        wait_until(lambda: not answers(address))
        wait_until(lambda: "shutting down gracefully" in log.read_text())
    assert ask(state, "--no-serve").returncode == 0


def test_reset_builds_anew(state: Path) -> None:
    answer = ask(state, "--no-serve", "--reset")
    assert answer.returncode == 0
    assert "Built in" in answer.stderr


@pytest.mark.parametrize("words", [("--port", "0"), ("--port", "70000")])
def test_what_is_no_port_is_told_before_anything_is_built(
    tmp_path: Path, words: tuple[str]
) -> None:
    answer = ask(tmp_path, *words)
    assert answer.returncode == 2
    assert "is not a port" in answer.stderr
    assert not (tmp_path / "rondstroom.sqlite3").exists()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> list[str]:
    """Leave out what takes long; give what was told and done."""
    settings.STATE_FOLDER = tmp_path
    done: list[str] = []
    monkeypatch.setattr(demo, "_tell", done.append)
    monkeypatch.setattr(assets, "collect_when_changed", lambda: True)
    monkeypatch.setattr(building, "build_region", lambda *_how: done.append("built"))
    return done


def build_when_needed(now: datetime, built_for: date | None, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(building, "built_for", lambda: built_for)
    demo.build_when_needed(now, reset=False)


@pytest.mark.django_db
class TestWhenNeeded:
    """When it builds, and what it tells; on the embedded database only."""

    @pytest.fixture(autouse=True)
    def embedded(self) -> None:
        from django.db import connection

        if connection.vendor != "sqlite":
            pytest.skip("the demo keeps to its embedded database")

    def test_an_empty_database_is_filled(
        self, quick: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build_when_needed(NOW, None, monkeypatch)
        assert "built" in quick

    def test_what_is_there_is_used(self, quick: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        build_when_needed(NOW, NOW.date() - timedelta(days=20), monkeypatch)
        assert quick == []

    def test_weeks_that_are_over_are_told_with_how_to_refresh(
        self, quick: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build_when_needed(NOW, date(2026, 9, 1), monkeypatch)
        (told,) = quick
        assert "made on 01-09-2026, are over" in told
        assert "rondstroom demo --reset" in told

    def test_a_real_installation_is_never_filled_with_a_demo(
        self, quick: list[str], settings: Any
    ) -> None:
        settings.IS_DEMO = False
        with pytest.raises(UnableToRun, match="DJANGO_SETTINGS_MODULE"):
            demo.build_when_needed(NOW, reset=True)
        assert quick == []
