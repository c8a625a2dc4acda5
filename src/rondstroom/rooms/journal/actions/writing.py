"""Writing in the journal, and telling those who react."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from rondstroom.rooms.journal.models import Entry


class Actor(Protocol):
    """Somebody who can be named as the author of a write: an account."""

    pk: Any
    name: str


@dataclass(frozen=True)
class Line:
    """What one line of the journal says beside event, author and moment."""

    subject: str
    organisation_id: int | None = None
    worker_id: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Told(Line):
    """A line as it was written, with its number."""

    entry_id: int = 0


Reaction = Callable[..., None]
_reactions: dict[str, Sequence[Reaction]] = {}
_listeners: dict[str, Sequence[Reaction]] = {}


def set_reactions(
    table: Mapping[str, Sequence[Reaction]],
    listeners: Mapping[str, Sequence[Reaction]] | None = None,
) -> None:
    """Lay down who reacts to which event; called once, by `config/wiring.py`.

    A reaction hears each line by itself; a listener hears all that were written together, once.
    """
    _reactions.clear()
    _reactions.update(table)
    _listeners.clear()
    _listeners.update(listeners or {})


def record(
    *,
    event: str,
    by: Actor,
    at: datetime,
    subject: str,
    organisation_id: int | None = None,
    worker_id: int | None = None,
    **data: Any,
) -> None:
    """Write one line, then let the reactions of this event run in the same transaction.

    `event` is the room, the thing and what happened to it: `rosters.assignment.made`.
    `subject` points to the thing: `shift:12`.
    """
    line = Line(subject, organisation_id, worker_id, data)
    record_many(event=event, by=by, at=at, lines=[line])


def record_many(*, event: str, by: Actor, at: datetime, lines: Iterable[Line]) -> None:
    """Write a line for each thing that the same event happened to, in one statement."""
    if at.tzinfo is None:
        raise ValueError(f"the journal needs a moment with a time zone, not {at.isoformat()}")
    if by.pk is None:
        raise ValueError(f"the journal needs an author for {event}, somebody with an account")
    written = list(lines)
    # No savepoint: who fails here fails with the action, which has one where it needs one.
    with transaction.atomic(savepoint=False):
        entries = Entry.objects.bulk_create(
            Entry(
                at=at,
                event=event,
                actor_id=by.pk,
                actor_name=by.name,
                organisation_id=line.organisation_id,
                worker_id=line.worker_id,
                subject=line.subject,
                data=dict(line.data),
            )
            for line in written
        )
        told = [
            Told(line.subject, line.organisation_id, line.worker_id, line.data, entry.pk)
            for line, entry in zip(written, entries, strict=True)
        ]
        _tell(event, by, at, told)


def _tell(event: str, by: Actor, at: datetime, told: Sequence[Told]) -> None:
    for reaction in _reactions.get(event, ()):
        for line in told:
            reaction(subject=line.subject, by=by, at=at, **line.data)
    for listener in _listeners.get(event, ()):
        listener(event=event, by=by, at=at, lines=told)
