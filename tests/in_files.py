"""How tests are handed out to the processes: a file at a time, the demo as a whole."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

TOGETHER = "tests/demo/"
"""Its tests share a region that takes twenty seconds to build."""


class InFiles(LoadFileScheduling):
    """Gives a process whole files, so that what a module made serves all its tests."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER if nodeid.startswith(TOGETHER) else super()._split_scope(nodeid)
