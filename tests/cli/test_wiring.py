"""The one table of reactions: each hears of an event that is written, and can take what it says."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import rondstroom
from rondstroom.config.wiring import LISTENERS, REACTIONS
from rondstroom.rooms.journal.actions import writing

SOURCE = Path(rondstroom.__file__).parent / "rooms"
PAIRS = [
    pytest.param(event, reaction, id=f"{event}: {reaction.__name__}")
    for event, reactions in REACTIONS.items()
    for reaction in reactions
]
GIVEN = {"subject", "by", "at"}


def written_of(event: str) -> str:
    """Give the source of the room that writes an event."""
    room = event.split(".")[0]
    return "\n".join(path.read_text("utf-8") for path in (SOURCE / room).rglob("*.py"))


def test_the_table_is_the_one_that_the_journal_uses() -> None:
    assert writing._reactions == dict(REACTIONS)
    assert writing._listeners == dict(LISTENERS)


@pytest.mark.parametrize("event", REACTIONS)
def test_somebody_writes_the_event(event: str) -> None:
    """Some events end in a word that is filled in: then that word stands elsewhere in the room."""
    room, thing, happened = event.split(".")
    source = written_of(event)
    whole = f'"{event}"' in source
    word = rf'"{happened}"|= "{happened}"|{happened.upper()}\b'
    assert whole or (f"{room}.{thing}.{{" in source and re.search(word, source))


@pytest.mark.parametrize(("event", "reaction"), PAIRS)
def test_a_reaction_takes_whatever_else_the_event_says(event: str, reaction: object) -> None:
    """Events may grow: a reaction that does not know a word must not break the write itself."""
    asked = inspect.signature(reaction).parameters.values()  # type: ignore[arg-type]
    assert any(one.kind is one.VAR_KEYWORD for one in asked)
    needed = {
        one.name
        for one in asked
        if one.kind is one.KEYWORD_ONLY and one.default is one.empty and one.name not in GIVEN
    }
    source = written_of(event)
    assert all(re.search(rf"\b{name}\b", source) for name in needed)
    assert (reaction.__doc__ or "").strip()
