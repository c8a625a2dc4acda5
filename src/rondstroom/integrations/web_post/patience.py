"""So long and no longer: a receiver that drips its answer would hold up all the others."""

from __future__ import annotations

import socket
from threading import Timer
from types import TracebackType


class Patience:
    """Cuts a connection after some seconds in all; a time-out of a socket is per few bytes."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._grip: socket.socket | None = None
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def hold(self, line: socket.socket) -> socket.socket:
        """Keep a grip on a connection, also when TLS takes it over; give it back."""
        self._grip = line.dup()
        return line

    def _cut(self) -> None:
        self.is_over = True
        if self._grip is not None:
            try:
                self._grip.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # the other side was ahead of us

    def __enter__(self) -> Patience:
        """Begin to count."""
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go."""
        self._timer.cancel()
        self._timer.join()
        if self._grip is not None:
            self._grip.close()
