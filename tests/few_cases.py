"""A few cases of each test of a desk: what a second database adds shows in those.

A plugin, which `run_all.py` loads where SQLite runs them all as well. Rooms, where the questions to
the database are, keep every case.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

DESKS = "tests/desks/"
MOST = 3


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the first, the middle and the last case of each."""
    cases: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        name = item.nodeid.partition("[")[0] if item.nodeid.startswith(DESKS) else item.nodeid
        cases[name].append(item)
    kept = {id(one) for all_of in cases.values() for one in few(all_of)}
    gone = [item for item in items if id(item) not in kept]
    items[:] = [item for item in items if id(item) in kept]
    config.hook.pytest_deselected(items=gone)


def few(cases: list[pytest.Item]) -> list[pytest.Item]:
    """Give the first, the middle and the last."""
    if len(cases) <= MOST:
        return cases
    return [cases[0], cases[len(cases) // 2], cases[-1]]
