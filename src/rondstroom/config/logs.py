"""What goes into the log of a real installation: where it went wrong, and nobody's data."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from types import TracebackType
from typing import TypeAlias

from django.db import DatabaseError

Caught: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Discreet(logging.Formatter):
    """Leaves out what PostgreSQL tells of the row that it refused.

    Below its first line a refusal shows the row itself: "Failing row contains (12, Niels, …)".
    """

    def formatException(self, caught: Caught) -> str:  # noqa: N802  (logging's own name)
        """Give the traceback with the first line only of what the database said."""
        text = super().formatException(caught)
        for fault in _with_causes(caught[1]):
            if isinstance(fault, DatabaseError) or hasattr(fault, "diag"):
                whole = str(fault)
                text = text.replace(whole, whole.partition("\n")[0])
        return text


def _with_causes(fault: BaseException | None) -> Iterator[BaseException]:
    """Give a fault and what it came from; psycopg's own is behind that of Django."""
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__ or fault.__context__
