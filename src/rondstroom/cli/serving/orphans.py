"""Letting a process end when the one that started it is killed, so that nothing stays behind."""

from __future__ import annotations

import contextlib
import ctypes
import signal

TELL_ME_WHEN_MY_PARENT_DIES = 1  # PR_SET_PDEATHSIG of prctl(2)


def end_with_parent() -> None:
    """Ask Linux for a stop signal when the parent is gone; other systems cannot do this."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(TELL_ME_WHEN_MY_PARENT_DIES, signal.SIGTERM)
