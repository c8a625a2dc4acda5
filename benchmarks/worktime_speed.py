"""How fast the working-time law is judged: a year of 1,000 people, and one more shift.

Run: `./run python benchmarks/worktime_speed.py [--workers 1000] [--file roster.csv]`.
Writes a seeded roster file, judges it through the command line, and times `findings_if_added`.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from datetime import time as wall_clock
from pathlib import Path

import numpy as np

from flexpool.periods import shift_period
from flexpool.staffing import Shift
from flexpool.worktime import WorkRecord, load_profile

FIRST_DAY = date(2026, 1, 5)
WEEKS = 52
KINDS = {
    "early": (wall_clock(7), wall_clock(15, 30), 30),
    "late": (wall_clock(15), wall_clock(23), 30),
    "night": (wall_clock(22, 45), wall_clock(7, 15), 45),
    "long": (wall_clock(7), wall_clock(19, 30), 60),
}


def year_of(chance: np.random.Generator) -> Iterator[tuple[date, str]]:
    """Give the days and kinds of shifts of one person who works in blocks of one kind."""
    day = FIRST_DAY + timedelta(days=int(chance.integers(0, 7)))
    end = FIRST_DAY + timedelta(weeks=WEEKS)
    while day < end:
        kind = str(chance.choice(list(KINDS), p=[0.45, 0.3, 0.2, 0.05]))
        for _ in range(int(chance.integers(2, 6))):
            if day < end:
                yield day, kind
            day += timedelta(days=1)
        day += timedelta(days=int(chance.integers(1, 4)))


def shifts_of(chance: np.random.Generator) -> list[Shift]:
    """Give the year of one person as shifts."""
    return [
        Shift(shift_period(day, *KINDS[kind][:2]), break_minutes=KINDS[kind][2])
        for day, kind in year_of(chance)
    ]


def write_roster(path: Path, workers: int, seed: int) -> int:
    """Write the years of many people; give the number of shifts."""
    chance = np.random.default_rng(seed)
    count = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["worker", "start", "end", "break_minutes"])
        for worker in range(workers):
            for day, kind in year_of(chance):
                start, end, pause = KINDS[kind]
                last = day + timedelta(days=1) if end <= start else day
                rows.writerow(
                    [f"w{worker:04}", f"{day}T{start:%H:%M}", f"{last}T{end:%H:%M}", pause]
                )
                count += 1
    return count


def time_file(path: Path) -> tuple[float, float]:
    """Give the seconds that the command needs for a file, on the wall and of the processor."""
    began, before = time.perf_counter(), os.times()
    runner = "import sys; from rondstroom.cli.main import run; sys.argv[0] = 'rondstroom'; run()"
    command = [sys.executable, "-c", runner, "check", str(path), "--json"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    processor = after.children_user + after.children_system
    processor -= before.children_user + before.children_system
    return time.perf_counter() - began, processor


def time_added(profile: str, seed: int, people: int = 10, tries: int = 50) -> list[float]:
    """Give the seconds that each question about one more shift takes."""
    chance = np.random.default_rng(seed)
    seconds = []
    for _ in range(people):
        shifts = shifts_of(chance)
        record = WorkRecord(shifts, load_profile(profile))
        assert record.raw_findings is not None
        for _ in range(tries):
            day = FIRST_DAY + timedelta(days=int(chance.integers(0, WEEKS * 7)))
            start, end, pause = KINDS[str(chance.choice(list(KINDS)))]
            added = Shift(shift_period(day, start, end), break_minutes=pause)
            began = time.perf_counter()
            record.findings_if_added(added)
            seconds.append(time.perf_counter() - began)
    return seconds


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--workers", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--file", type=Path)
    chosen = options.parse_args()
    for profile in ("default", "care"):
        times = time_added(profile, chosen.seed)
        print(
            f"one more shift, {profile}: median {statistics.median(times) * 1000:.2f} ms, "
            f"95 % {statistics.quantiles(times, n=20)[-1] * 1000:.2f} ms, "
            f"most {max(times) * 1000:.2f} ms"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.file or Path(folder) / "roster.csv"
        count = write_roster(path, chosen.workers, chosen.seed)
        wall, processor = time_file(path)
        print(
            f"check {count} shifts of {chosen.workers} people: {wall:.1f} s, "
            f"{processor:.1f} s of processor time"
        )


if __name__ == "__main__":
    main()
