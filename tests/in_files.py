"""How the whole run hands out tests to its processes: a file at a time, the slow ones first.

A plugin, which `run_all.py` loads; `near.py` has an order of its own.
"""

from __future__ import annotations

import hashlib
import os
import time
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

DEMO = "tests/demo/"
"""Its tests share a region that takes twenty seconds to build, so they stay together."""
SLOW = (DEMO, "tests/rooms/matching/test_bulk_agrees.py", "tests/journeys/", "tests/cli/")
"""Where one file may take half a minute: at the end the other process would wait for it."""
UNTIL, TURN = os.environ.get("RONDSTROOM_TESTS_UNTIL"), os.environ.get("RONDSTROOM_TESTS_TURN")


class InFiles(LoadFileScheduling):
    """Gives a process whole files, so that what a module made serves all its tests."""

    def _split_scope(self, nodeid: str) -> str:
        return DEMO if nodeid.startswith(DEMO) else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> InFiles:
    """Keep together what shares something."""
    return InFiles(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow files in front, in an order that pytest-django made before.

    Where a turn is given the files are mixed by it instead: should there be no time for all, it is
    not always the same ones that are left out.
    """
    if TURN:
        items.sort(key=lambda item: hashlib.sha256(f"{TURN}{item.path}".encode()).hexdigest())
    else:
        items.sort(key=lambda item: not item.nodeid.startswith(SLOW))


def pytest_runtest_setup() -> None:
    """Skip what no time is left for."""
    if UNTIL and time.time() > float(UNTIL):
        pytest.skip("no time left: without RONDSTROOM_TEST_MINUTES all run")
