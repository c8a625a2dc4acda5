"""Compiles the inner loops on their first call; what is compiled is kept beside the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Give the same function, compiled for this processor."""
    fast: Any = numba.njit(cache=True, nogil=True)(function)
    return fast  # type: ignore[no-any-return]  # called like the one it was made from
