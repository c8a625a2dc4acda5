"""A database of its own for a benchmark, and figures written so that they can be compared."""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
sys.path[:0] = [str(HERE.parent / "tests"), str(HERE.parent / "src")]


@contextmanager
def database() -> Iterator[str]:
    """Make an empty database where the settings say, give its kind, and take it away after."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.test")
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield connection.vendor
    finally:
        teardown_databases(made, verbosity=0)


def timed(question: Callable[[], object], times: int = 10) -> tuple[float, float, float]:
    """Give median and slowest by the clock, and the median of our own processor time, in ms.

    One time before does not count. The processor time depends less on what else runs.
    """
    question()
    taken, worked = [], []
    for _turn in range(times):
        since, busy = perf_counter(), process_time()
        question()
        taken.append((perf_counter() - since) * 1000)
        worked.append((process_time() - busy) * 1000)
    taken.sort()
    worked.sort()
    return taken[len(taken) // 2], taken[-1], worked[len(worked) // 2]


def asked(doc: str | None) -> argparse.ArgumentParser:
    """Give a parser of what can be asked of every benchmark that draws its problem."""
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--remark", default="", help="what else to say about machine or load")
    return parser


def machine() -> str:
    """Say on what this was measured."""
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}"


def write_part(name: str, title: str, part: str, lines: list[str], results: Path = RESULTS) -> None:
    """Put a part into a results file, in the place of an older part of the same name.

    What else stands there, such as what somebody wrote about the figures, stays.
    """
    path = results / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else f"# {title}\n"
    kept = re.sub(rf"\n## {re.escape(part)}\n.*?(?=\n## |\Z)", "", before, flags=re.DOTALL)
    told = "\n".join([f"## {part}", "", f"{datetime.now(UTC).date()}, {machine()}.", "", *lines])
    path.write_text(f"{kept.rstrip()}\n\n{told}\n", encoding="utf-8")
