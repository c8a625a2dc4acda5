"""Every few minutes `rondstroom due`, in a process of its own, as long as we serve."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from rondstroom.cli.serving.orphans import end_with_parent

EVERY_SECONDS = 300.0


@dataclass(slots=True)
class Clockwork:
    """Starts the command when it is time, never a second one beside the first."""

    state: Path
    every: float = EVERY_SECONDS
    _next: float = field(init=False)
    _running: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self._next = time.monotonic() + self.every

    def tick(self) -> None:
        """Look at the clock."""
        if self._running is not None and self._running.poll() is None:
            return
        self._running = None
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + self.every
        with (self.state / "due.log").open("ab") as log:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "rondstroom.cli", "due", "--quiet"],
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=end_with_parent,  # safe: this process has no threads
            )

    def end(self) -> None:
        """Ask a running one to stop; what it did not send waits for the next time."""
        if self._running is not None and self._running.poll() is None:
            self._running.terminate()
            self._running.wait()
