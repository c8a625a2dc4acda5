"""Compiles the inner loops on their first call; what is compiled is kept beside the source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Give the same function, compiled for this processor.

    Where nothing can be written, beside the source nor at home, each process compiles for itself.
    """
    try:
        fast: Any = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba finds no folder to keep it in
        fast = numba.njit(nogil=True)(function)
    return fast  # type: ignore[no-any-return]  # called like the one it was made from


def inlined(function: Function) -> Function:
    """Give the same function, to be laid out where compiled loops call it.

    A call counts the references of every array it hands over: too much for an inner loop.
    """
    fast: Any = numba.njit(inline="always", nogil=True)(function)
    return fast  # type: ignore[no-any-return]  # called like the one it was made from


def is_kept(function: Callable[..., Any]) -> bool:
    """Say whether what was compiled of a function is kept, so that a first call takes no time.

    What was kept before its source changed is of no use.
    """
    fast: Any = function
    if fast.stats.cache_path is None:
        return False
    changed = Path(fast.py_func.__code__.co_filename).stat().st_mtime
    kept = Path(fast.stats.cache_path).glob(f"*.{fast.__name__}-*.nbi")
    return any(one.stat().st_mtime >= changed for one in kept)
