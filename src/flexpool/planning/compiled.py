"""Compiles the inner loops on their first call; what is compiled is kept beside the source."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import numba

Function = TypeVar("Function", bound=Callable[..., Any])
COMPILED_IN = (
    "solvers/column_generation/pricing",
    "solvers/row_descent",
    "regions/rows",
    "regions/settling",
)
"""Folders of loops and of what they are made of."""


def compiled(function: Function) -> Function:
    """Give the same function, compiled for this processor.

    Where nothing can be written, beside the source nor at home, each process compiles for itself.
    """
    try:
        fast: Any = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba finds no folder to keep it in
        fast = numba.njit(nogil=True)(function)
    _stamp(fast)
    return fast  # type: ignore[no-any-return]  # called like the one it was made from


def _stamp(fast: Any) -> None:
    """Let what is kept be of no use once any of the sources changed.

    A compiled function holds those that it calls, while numba asks its own file only: after an
    update half of the old loops would go on.
    """
    kept = getattr(fast._cache, "_cache_file", None)
    if kept is not None:
        kept._source_stamp = kept._source_stamp, _sources()


@lru_cache
def _sources() -> tuple[float, int]:
    """Give when the sources of compiled loops changed last, and how large they are together."""
    here = Path(__file__).parent
    found = [one.stat() for folder in COMPILED_IN for one in (here / folder).rglob("*.py")]
    return max((one.st_mtime for one in found), default=0.0), sum(one.st_size for one in found)


def inlined(function: Function) -> Function:
    """Give the same function, to be laid out where compiled loops call it.

    A call counts the references of every array it hands over: too much for an inner loop.
    """
    fast: Any = numba.njit(inline="always", nogil=True)(function)
    return fast  # type: ignore[no-any-return]  # called like the one it was made from


def is_kept(function: Callable[..., Any]) -> bool:
    """Say whether what was compiled of a function is kept, so that a first call takes no time.

    What was kept before its source changed, or that of any other, is of no use.
    """
    fast: Any = function
    if fast.stats.cache_path is None:
        return False
    changed = max(Path(fast.py_func.__code__.co_filename).stat().st_mtime, _sources()[0])
    kept = Path(fast.stats.cache_path).glob(f"*.{fast.__name__}-*.nbi")
    return any(one.stat().st_mtime >= changed for one in kept)
