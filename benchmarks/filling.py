"""What it takes a planner to fill fifty imported open shifts on the demo region.

    ./run python benchmarks/filling.py [--shifts 50] [--seed 1]

Drives the planner's own pages: the file is tried and brought in, the shifts are asked around in
bulk, workers answer (each says yes with the chance below), and what stays open is given to the
first candidate, shift by shift. Actions are counted twice: forms sent, and what the log says.
The minutes are those the pages took: nobody reads or thinks here. Writes
benchmarks/results/filling.md.
"""

from __future__ import annotations

import argparse
import random
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any
from unittest import mock

from stage import database, write_part

TITLE = "Fifty imported open shifts on the demo region"
SAYS_YES = 0.15
BULK = 20
TEAMS = ("Somatiek 1", "PG Vlinder")
TIMES = (("07:00", "15:30"), ("15:00", "23:15"), ("23:00", "07:15"))
FUNCTIONS = ("VIG", "VIG", "Helpende")
HEADING = "Dienstnr;Locatie;Afdeling;Datum;Van;Tot;Pauze (min);Functie;Aantal"


class Planner:
    """A planner's browser that counts the forms it sends, on a clock that runs."""

    def __init__(self, account: Any, begins: datetime) -> None:
        from django.test import Client

        self.browser = Client(headers={"accept-language": "nl"})
        self.browser.force_login(account)
        self.begins, self.since, self.skipped = begins, perf_counter(), timedelta()
        self.forms, self.waited = 0, 0.0

    def now(self) -> datetime:
        """Give the time of day: what passed here, and what was skipped while people answered."""
        return self.begins + self.skipped + timedelta(seconds=perf_counter() - self.since)

    def send(self, path: str, form: Any) -> Any:
        """Send a form."""
        self.forms += 1
        return self._timed(lambda: self.browser.post(path, form))

    def look(self, path: str, asked: Any) -> Any:
        """Open a page."""
        return self._timed(lambda: self.browser.get(path, asked))

    def _timed(self, ask: Any) -> Any:
        since = perf_counter()
        answer = ask()
        self.waited += perf_counter() - since
        assert answer.status_code in (200, 302), (answer.status_code, answer.content[:300])
        return answer


def main() -> None:
    """Fill the shifts and write down what it took."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--shifts", type=int, default=50)
    reader.add_argument("--seed", type=int, default=1)
    asked = reader.parse_args()
    with database() as vendor:
        from django.test.utils import setup_test_environment

        from flexpool.periods import local
        from rondstroom.demo.building import build_region
        from rondstroom.rooms.identity import queries as identity

        setup_test_environment()  # so that answers tell what their pages were made of
        now = local(2026, 11, 22, 9)
        build_region(1, now.date(), lambda _text: None)
        planner = Planner(identity.account_by_email("ingrid@voorbeeld.invalid"), now)
        with mock.patch("django.utils.timezone.now", planner.now):
            steps = _fill(planner, asked.shifts, random.Random(asked.seed))
            lines = [*steps, "", *_told(planner, asked.shifts)]
        print("\n".join(lines))
        write_part("filling.md", TITLE, vendor, lines)


def _fill(planner: Planner, count: int, chance: random.Random) -> list[str]:
    lines = ["| step | forms so far | shifts filled |", "| --- | ---: | ---: |"]
    steps = [
        ("tried and brought in", lambda: _bring_in(planner, _file(planner.begins, count))),
        ("asked around in bulk, workers answered", lambda: _ask(planner, chance)),
        ("given to the first candidate", lambda: _assign(planner)),
    ]
    for name, step in steps:
        step()
        shifts = _shifts()
        filled = len(shifts) - len(_open(shifts))
        lines.append(f"| {name} | {planner.forms} | {filled} of {len(shifts)} |")
    return lines


def _file(begins: datetime, count: int) -> bytes:
    monday = begins.date() - timedelta(days=begins.weekday()) + timedelta(weeks=2)
    rows = []
    for number in range(count):
        start, end = TIMES[number % 3]
        day = monday + timedelta(days=number // 4)
        team, function = TEAMS[number % 2], FUNCTIONS[number // 2 % 3]
        rows.append(f"B{number:03};De Linde;{team};{day:%d-%m-%Y};{start};{end};30;{function};1")
    return "\n".join([HEADING, *rows, ""]).encode()


def _bring_in(planner: Planner, content: bytes) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("open-diensten.csv", content)
    seen = planner.send("/planner/import/", {"file": file, "kind": "shifts"})
    assert not seen.context["answer"].rejected, seen.context["answer"].rejected
    packet = {"packet": seen.context["packet"], "kind": "shifts", "import": "yes"}
    planner.send("/planner/import/", packet)


def _ask(planner: Planner, chance: random.Random) -> None:
    marks = [f"ask:{pk}" for pk in _open(_shifts())]
    for first in range(0, len(marks), BULK):
        part = {"line": marks[first : first + BULK]}
        planner.look("/planner/solve/", part)
        planner.send("/planner/solve/", part)
    _answer(planner, chance)


def _answer(planner: Planner, chance: random.Random) -> None:
    """Let workers answer and rings close, hour after hour, for a week or until all ended."""
    from rondstroom.rooms.identity import queries as identity
    from rondstroom.rooms.matching import actions, queries
    from rondstroom.rooms.people import queries as people

    machine = identity.machine_account()
    answered: set[int] = set()
    workers = list(people.all_workers().filter(account__isnull=False).select_related("account"))
    for _hour in range(7 * 4):
        planner.skipped += timedelta(hours=6)
        for worker in workers:
            for offer in queries.living_offers(worker.pk):
                if offer.pk in answered:
                    continue
                answered.add(offer.pk)
                if chance.random() < SAYS_YES:
                    _say_yes(actions, offer, worker, planner.now() - timedelta(hours=5))
        actions.advance_cascades(by=machine, at=planner.now())


def _say_yes(actions: Any, offer: Any, worker: Any, at: datetime) -> None:
    from rondstroom.rooms.journal.actions import UnableToAct

    try:
        actions.answer_offer(offer=offer, wants=True, by=worker.account, at=at)
    except UnableToAct as refused:
        print(f"  {worker.name}: {refused}")


def _assign(planner: Planner) -> None:
    from rondstroom.rooms.demand import queries as demand
    from rondstroom.rooms.matching import queries

    for pk in _open(_shifts()):
        shift = demand.shift(pk)
        planner.look(f"/planner/shift/{pk}/", {})
        found = queries.candidates(shift, planner.now()).eligible
        if found:
            planner.send(f"/planner/shift/{pk}/assign/", {"worker": str(found[0].worker_id)})


def _shifts() -> list[Any]:
    from rondstroom.rooms.demand import queries as demand
    from rondstroom.rooms.organisations import queries as organisations

    [here] = [one for one in organisations.all_organisations() if one.name == "De Linde"]
    return [one for one in demand.all_shifts_of(here.pk) if one.source_key.startswith("B")]


def _open(shifts: list[Any]) -> list[int]:
    from rondstroom.rooms.rosters import queries as rosters

    filled = rosters.filled_places([one.pk for one in shifts])
    return [one.pk for one in shifts if filled[one.pk] < one.places]


def _told(planner: Planner, count: int) -> list[str]:
    from rondstroom.rooms.matching import queries

    [first, *_rest] = _shifts()
    starts = planner.begins + timedelta(days=7)
    found = queries.effort_of(first.organisation_id, starts, starts + timedelta(weeks=6))
    each = planner.forms / count
    lines = [
        f"Forms sent {planner.forms}: {each:.2f} per shift; pages took {planner.waited:.0f} s.",
        "",
        "By the log, all filled shifts of those weeks that stood open:",
        "",
        "| filled with | shifts | actions per shift | minutes per shift | at most 3 actions |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    return lines + [
        f"| {source.value} | {one.shifts} | {float(one.actions):.2f} | {float(one.minutes):.2f} "
        f"| {one.within} |"
        for source, one in found.items()
        if one.shifts
    ]


if __name__ == "__main__":
    main()
