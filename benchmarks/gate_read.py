"""How long the placement gate takes for one worker on one shift, rows read from the database too.

    ./run demo --no-serve --no-browser
    ./run env PYTHONPATH=tests python benchmarks/gate_read.py

Three hundred seeded pairs of a worker and a coming shift of the demo region, each judged on its
own as if nothing was known: file, employers, shift, what the houses ask and accept, and who could
supervise. Reads only; on the database of the settings.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
from time import perf_counter, process_time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.demo")
django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from rondstroom.rooms.demand.models import Shift  # noqa: E402
from rondstroom.rooms.people import queries as people  # noqa: E402
from rondstroom.rooms.rosters import queries as rosters  # noqa: E402
from rondstroom.rooms.rosters.models import Assignment  # noqa: E402

PAIRS, SEED = 300, 5


def pairs() -> list[Assignment]:
    """Draw workers and coming shifts; nothing is saved."""
    draw, now = random.Random(SEED), timezone.now()
    workers = list(people.all_workers().order_by("pk").values_list("pk", flat=True))
    shifts = list(Shift.objects.filter(starts_at__gt=now).order_by("pk"))
    if not workers or not shifts:
        raise SystemExit("No coming shifts in this database: build the demo region first.")
    drawn = [(draw.choice(workers), draw.choice(shifts)) for _number in range(PAIRS)]
    return [
        Assignment(worker_id=pk, shift=one, starts_at=one.starts_at, ends_at=one.ends_at)
        for pk, one in drawn
    ]


def main() -> None:
    """Judge each pair on its own, and print the times."""
    rows, now = pairs(), timezone.now()
    rosters.standing(rows[:1], now)  # the first opens the connection
    gc.collect()
    gc.freeze()  # as the web server does
    taken, worked, asked, passed = [], [], [], 0
    for row in rows:
        since, busy = perf_counter(), process_time()
        passed += not rosters.standing([row], now)[0].blocks
        worked.append((process_time() - busy) * 1000)
        taken.append((perf_counter() - since) * 1000)
    for row in rows[:50]:
        with CaptureQueriesContext(connection) as seen:
            rosters.standing([row], now)
        asked.append(len(seen))
    print(
        f"{connection.vendor}: {len(rows)} pairs, {passed} pass, {min(asked)}-{max(asked)} queries"
    )
    for name, times in (("clock", taken), ("processor", worked)):
        middle, cuts = statistics.median(times), statistics.quantiles(times, n=20)
        print(f"{name}: median {middle:.1f} ms, p95 {cuts[-1]:.1f} ms, slowest {max(times):.1f} ms")


if __name__ == "__main__":
    main()
