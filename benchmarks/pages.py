"""How long the pages that everybody opens take in a large region, as a browser would ask them.

    ./run python benchmarks/pages.py

The region of lists.py with one pool of 40 organisations: 5,000 workers and 20,000 shifts in six
weeks. Runs on the database of the settings; writes benchmarks/results/pages.md.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import timedelta
from time import perf_counter, process_time
from typing import Any
from unittest import mock

from lists import _region
from stage import database, write_part

TITLE = "Pages in a large region"
TURNS = 20


def main() -> None:
    """Fill the region, open each page many times, and write the figures."""
    with database() as vendor:
        from factories.moments import NOW

        lines = [
            "| page | queries | median | p95 | processor p95 | to stay within |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        with mock.patch("django.utils.timezone.now", return_value=NOW):
            questions = _questions()
            gc.collect()
            gc.freeze()  # as the web server does: what is loaded is not looked through again
            for name, within, question in questions:
                lines.append(_measured(name, within, question))
                print(lines[-1], flush=True)
        write_part("pages.md", TITLE, vendor, lines)


def _questions() -> list[tuple[str, str, Callable[[int], Any]]]:
    """Give the pages with the bound that the issue names, and how to open them once more."""
    from factories.identity import make_account, make_role
    from factories.moments import MONDAY, NOW
    from rondstroom.rooms.identity.states import RoleKind
    from rondstroom.rooms.matching import queries

    worker, _shift = _region(1)
    worker.account = make_account("Aylin")
    worker.save()
    shift = queries.shifts_for(worker, NOW, NOW + timedelta(days=7), NOW).may[0].shift
    desk = _browser(make_role(make_account("Saskia"), RoleKind.COORDINATOR, None))
    phone = _browser(worker.account)
    day = f"?day={MONDAY.isoformat()}"

    def opened(browser: Any, path: str) -> Callable[[int], Any]:
        def ask(_turn: int) -> None:
            assert browser.get(path).status_code == 200

        return ask

    return [
        ("shift page", "100 ms, 20 queries", opened(phone, f"/worker/shifts/{shift.pk}/")),
        ("a day of the region", "500 ms", opened(desk, f"/region/{day}&days=1")),
        ("a week of the region", "500 ms", opened(desk, f"/region/{day}")),
        ("who is unused in a week", "500 ms", opened(desk, f"/region/people/{day}")),
        ("lending in a week", "500 ms", opened(desk, f"/region/lending/{day}")),
        ("sign-up", "100 ms", _sign_ups()),
        ("sign-up, posted", "100 ms", _posted()),
        ("shift list", "150 ms, 15 queries", opened(phone, "/worker/")),
    ]


def _browser(account: Any) -> Any:
    from django.test import Client

    browser = Client(headers={"accept-language": "nl"})
    browser.force_login(account)
    return browser


def _posted() -> Callable[[int], Any]:
    """Give the same as browsers ask it, each of somebody who signed in before."""
    crowd, shift = _crowd("Phone", with_account=True)
    phones = [_browser(one.account) for one in crowd]

    def post(turn: int) -> None:
        answer = phones[turn].post(f"/worker/shifts/{shift.pk}/sign-up/")
        assert answer.url.endswith("/outcome/"), answer

    return post


def _sign_ups() -> Callable[[int], Any]:
    """Give who signs up for what: each turn another person for a place of their own."""
    from factories.identity import signed
    from rondstroom.rooms.matching import actions

    crowd, shift = _crowd("Snel", with_account=False)

    def sign_up(turn: int) -> None:
        made = actions.sign_up(worker=crowd[turn], shift=shift, **signed())
        assert made.assignment is not None, made

    return sign_up


def _crowd(name: str, *, with_account: bool) -> tuple[list[Any], Any]:
    from factories.demand import make_night_shift
    from factories.moments import MONDAY
    from factories.organisations import make_organisation, make_team
    from factories.people import make_worker
    from rondstroom.rooms.demand.states import SignUp

    team, every = make_team("Team 0", make_organisation("Organisatie 0")), range(TURNS + 2)
    crowd = [make_worker(f"{name} {n}", team=team, with_account=with_account) for n in every]
    return crowd, make_night_shift(team, day=MONDAY, places=len(crowd), sign_up=SignUp.INSTANT)


def _measured(name: str, within: str, question: Callable[[int], Any]) -> str:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    question(0)
    with CaptureQueriesContext(connection) as seen:
        question(1)
    asked = len(seen)  # at once: the next request forgets them
    taken, worked = [], []
    for turn in range(2, TURNS + 2):
        since, busy = perf_counter(), process_time()
        question(turn)
        taken.append((perf_counter() - since) * 1000)
        worked.append((process_time() - busy) * 1000)
    taken.sort()
    worked.sort()
    late = int(TURNS * 0.95) - 1
    return (
        f"| {name} | {asked} | {taken[TURNS // 2]:.0f} ms | {taken[late]:.0f} ms "
        f"| {worked[late]:.0f} ms | {within} |"
    )


if __name__ == "__main__":
    main()
