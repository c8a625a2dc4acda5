"""All that is known of a worker for the gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills.models import Decision, Proof, Registration
from rondstroom.rooms.skills.queries.proofs import proofs_of

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement


@dataclass(frozen=True)
class File:
    """Proofs that count, answers of registers, decisions and engagements of one worker.

    `kept` holds what the gate has worked out already: many shifts are judged on the same file.
    """

    worker_id: int
    proofs: Sequence[Proof]
    registrations: Sequence[Registration] = ()
    decisions: Sequence[Decision] = ()
    ties: Sequence[Engagement] = ()
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def by_kind(self) -> Mapping[str, list[Proof]]:
        """The proofs under their kind."""
        found: dict[str, list[Proof]] = {}
        for proof in self.proofs:
            if proof.withdrawn_on is None:
                found.setdefault(proof.kind, []).append(proof)
        return found

    def ties_on(self, day: date) -> list[Engagement]:
        """Give the engagements that hold on a day; `ends_on` is the first day no longer."""
        return [
            tie
            for tie in self.ties
            if tie.starts_on <= day and (tie.ends_on is None or day < tie.ends_on)
        ]


def files_of(
    worker_ids: Iterable[int], ties: Mapping[int, Sequence[Engagement]] | None = None
) -> dict[int, File]:
    """Give the files of several workers, every worker named; four queries, three with `ties`."""
    wanted = list(worker_ids)
    proofs = proofs_of(wanted)
    held = people.ties_of(wanted) if ties is None else ties
    answers = _grouped(Registration.objects.filter(worker_id__in=wanted))
    decisions = _grouped(Decision.objects.filter(worker_id__in=wanted))
    return {
        pk: File(
            pk, proofs[pk], answers.get(pk, ()), decisions.get(pk, ()), tuple(held.get(pk, ()))
        )
        for pk in wanted
    }


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.worker_id, []).append(row)
    return found
