"""Long lists in pages: a cursor says after which number the next page begins."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from ninja import Field, Schema

from rondstroom.api.problems import Problem

Row = TypeVar("Row")
Shown = TypeVar("Shown")
MOST = 200


class Page(Schema, Generic[Shown]):
    """A part of a list. Ask again with `cursor` set to `next` until that is null."""

    items: list[Shown]
    next: str | None = None


class Asked(Schema):
    """Which part of a list is asked."""

    cursor: str | None = Field(None, max_length=40, description="`next` of the page before")
    limit: int = Field(50, ge=1, le=MOST)


def page_of(
    rows: QuerySet[Any], asked: Asked, show: Callable[[Sequence[Any]], list[Any]]
) -> dict[str, Any]:
    """Give one page by number: what is added or changed meanwhile shifts nothing.

    `show` is given all rows of the page at once, so that it asks the database once.
    """
    after = _number(asked.cursor)
    found = list(rows.filter(pk__gt=after).order_by("pk")[: asked.limit + 1])
    here = found[: asked.limit]
    more = len(found) > asked.limit
    return {"items": show(here), "next": _cursor(here[-1].pk) if more else None}


def _cursor(number: int) -> str:
    return base64.urlsafe_b64encode(f"v1:{number}".encode()).decode().rstrip("=")


def _number(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        told = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        version, _sign, number = told.partition(":")
        if version == "v1" and number.isdecimal() and len(number) < 19:
            return int(number)
    except (binascii.Error, UnicodeError, ValueError):
        pass
    text = _("Deze cursor is niet van ons. Begin zonder cursor opnieuw.")
    raise Problem("unreadable", text)
