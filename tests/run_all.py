"""Runs every test: the library alone, then the platform on SQLite, then on PostgreSQL.

PostgreSQL is the address in RONDSTROOM_TEST_DATABASE, or a private cluster made from the
server's programs when they are installed. Where there is none, this says so; CI insists.

RONDSTROOM_TEST_MINUTES is the most that all may take: after that no test of the platform begins,
and those that did not are counted as skipped. Those on PostgreSQL, which ran on SQLite before,
come last, each time in another order. Without it everything runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
ON_POSTGRES = ["tests/rooms", "tests/integrations", "tests/desks", "tests/demo"]
OF_THE_LIBRARY = ["unit", "spec", "properties"]  # run in an environment of their own
# Not the files with most tests first: slow files have few, and one at the end leaves a core idle.
ON_BOTH_CORES = ["-n", "2", "-p", "tests.in_files", "--dist", "loadfile", "--no-loadscope-reorder"]
IN_CI = os.environ.get("CI") == "true"
BEGAN, MINUTES = time.time(), os.environ.get("RONDSTROOM_TEST_MINUTES")


def server_programs() -> Path | None:
    """Give the folder with initdb and pg_ctl, newest version first."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def as_server_user(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: give the words that change the user, when needed."""
    if os.getuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


@contextmanager
def private_cluster(programs: Path) -> Iterator[str]:
    """Serve a throw-away cluster on a socket in a temporary folder; give its address."""
    with tempfile.TemporaryDirectory(prefix="rondstroom-pg-") as name:
        folder = Path(name)
        user = as_server_user(folder)
        data = folder / "data"
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
        subprocess.run(
            [
                *user,
                programs / "initdb",
                "--no-sync",
                "-U",
                "rondstroom",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-D",
                data,
            ],
            **quiet,
        )
        options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=300"
        control = [*user, programs / "pg_ctl", "-D", data, "-l", folder / "log"]
        subprocess.run([*control, "-o", options, "-w", "start"], **quiet)
        try:
            yield f"postgres://rondstroom@/postgres?host={folder}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **quiet)


def pytest(title: str, arguments: list[str], **settings: str) -> int:
    """Run pytest in a process of its own; give its exit code."""
    print(f"\n=== {title}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="rondstroom-state-") as state:
        environment = {**os.environ, "RONDSTROOM_STATE": state, **in_time(), **settings}
        code = subprocess.run(
            [sys.executable, "-m", "pytest", *ON_BOTH_CORES, *arguments],
            cwd=REPOSITORY,
            env=environment,
            check=False,
        ).returncode
    print(f"=== {title}: {time.monotonic() - started:.0f} s", flush=True)
    return code


def in_time() -> dict[str, str]:
    """Give until when tests may begin, as a moment; nothing where they may take all the time."""
    return {"RONDSTROOM_TESTS_UNTIL": str(BEGAN + 60 * float(MINUTES))} if MINUTES else {}


def turn() -> dict[str, str]:
    """Give what mixes the order of the tests on PostgreSQL: what was committed last."""
    command = ["git", "rev-parse", "HEAD"]
    told = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    return {"RONDSTROOM_TESTS_TURN": told.stdout.strip()} if MINUTES else {}


def library_alone() -> int:
    """Run the library's tests in an environment without Django."""
    print("\n=== flexpool, in an environment without Django", flush=True)
    return subprocess.run(["./run", "test-library"], cwd=REPOSITORY, check=False).returncode


def on_postgres() -> int:
    """Run what touches the database on PostgreSQL too; the rest would only repeat itself."""
    if MINUTES and time.time() > BEGAN + 60 * float(MINUTES):
        print("\nLEFT OUT for want of time: the platform on PostgreSQL; ./run test runs all")
        return 0
    folders = [folder for folder in ON_POSTGRES if (REPOSITORY / folder).exists()]
    chosen = ["-m", "database", *folders]
    address = os.environ.get("RONDSTROOM_TEST_DATABASE", "")
    programs = server_programs()
    if address:
        return pytest("platform on PostgreSQL", chosen, RONDSTROOM_DATABASE=address, **turn())
    if programs is None:
        print("\nSKIPPED: PostgreSQL is not installed; on Debian: apt-get install postgresql")
        return int(IN_CI)
    with private_cluster(programs) as address:
        return pytest("platform on PostgreSQL", chosen, RONDSTROOM_DATABASE=address, **turn())


def main() -> int:
    """Run all three; give 0 only when all passed."""
    os.environ.pop("RONDSTROOM_DATABASE", None)
    rest = ["tests", *(f"--ignore=tests/{folder}" for folder in OF_THE_LIBRARY)]
    codes = [library_alone(), pytest("the platform on SQLite", rest), on_postgres()]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
