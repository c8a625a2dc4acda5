"""Writes docs/reference/api-errors.md from the kinds of problems and the refusals of the rooms.

Renew it with: ./run python tests/api/errors_page.py
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
PAGE = TESTS.parent / "docs" / "reference" / "api-errors.md"
INTRODUCTION = """\
# What the API says when it says no

<!-- Written by tests/api/errors_page.py; a test fails when this page is stale. -->

Every refusal is `application/problem+json` (RFC 9457): `type`, `title`, `status`, `code` and
`detail`. `detail` is for people, in Dutch, or in English with `Accept-Language: en`. `code` is for
programs and never changes its meaning. How to ask: [Use the API](../how-to/use-the-api.md).

## Codes

| code | status | means | what to do |
|---|---|---|---|"""
REFUSALS = """
## Refusals

With code `refused` a room of the platform said no. `refusal` says which, and `reason_code`, when it
is not empty, which of its grounds. A refusal about placing somebody also gives `reasons`: the rule,
what it found, and the way out.

| refusal | room | when |
|---|---|---|"""


def page() -> str:
    """Write the page."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    from django.utils import translation

    from rondstroom.api.interface import refusal_name
    from rondstroom.api.problems import KINDS

    yield INTRODUCTION
    with translation.override("en"):
        for code, kind in KINDS.items():
            yield f"| `{code}` | {kind.status} | {kind.title} | {kind.advice} |"
    yield REFUSALS
    for room, refusal in refusals():
        told = " ".join((refusal.__doc__ or "").split())
        yield f"| `{refusal_name(refusal)}` | {room} | {told} |"


def refusals() -> list[tuple[str, type[Exception]]]:
    """Give every refusal that an action of a room can raise, with the room."""
    from django.conf import settings

    found = [
        (room, thing)
        for room in settings.ROOMS
        if room != "journal"
        for thing in vars(import_module(f"rondstroom.rooms.{room}.actions")).values()
        if inspect.isclass(thing) and issubclass(thing, Exception)
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].__name__))


def main() -> None:
    """Write the file."""
    sys.path.insert(0, str(TESTS))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.test")
    import django

    django.setup()
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
