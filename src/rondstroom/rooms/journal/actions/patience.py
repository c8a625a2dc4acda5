"""Trying again when PostgreSQL broke a knot of locks in which we were the one to give way."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

_DEADLOCK = "40P01"
_TRIES = 5


def patient(action: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Run an atomic action again after a deadlock; nothing of the broken try remains.

    Only the outermost action may try again: inside a transaction the error is passed on.
    """

    @wraps(action)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        for left in reversed(range(_TRIES)):
            try:
                return action(*args, **kwargs)
            except OperationalError as broken:
                is_knot = getattr(broken.__cause__, "sqlstate", "") == _DEADLOCK
                if not is_knot or not left or connection.in_atomic_block:
                    raise
        raise AssertionError("the last try returns or raises")

    return tried
