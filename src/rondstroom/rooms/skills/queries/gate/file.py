"""All that is known of a worker for the gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.journal.queries import together
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills.models import Decision, Function, Proof, Registration, Skill
from rondstroom.rooms.skills.queries.proofs import living_proofs
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement


FEW = 3
"""Of so many workers all papers are read in one query."""


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

    @cached_property
    def diplomas(self) -> frozenset[int]:
        """The functions of which there is a diploma, valid or not."""
        held = (one.function_id for one in self.by_kind.get(ProofKind.DIPLOMA, []))
        return frozenset(one for one in held if one is not None)

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
    """Give the files of several workers, every worker named.

    One query for a few workers, three for any number; one more without `ties`.
    """
    wanted = list(worker_ids)
    held = people.ties_of(wanted) if ties is None else ties
    proofs, answers, decisions = map(_grouped, _rows(wanted))
    return {
        pk: File(
            pk,
            proofs.get(pk, ()),
            answers.get(pk, ()),
            decisions.get(pk, ()),
            tuple(held.get(pk, ())),
        )
        for pk in wanted
    }


def _rows(wanted: list[int]) -> Iterable[Iterable[Any]]:
    seen = living_proofs(wanted)
    answers = Registration.objects.filter(worker_id__in=wanted)
    decisions = Decision.objects.filter(worker_id__in=wanted)
    if len(wanted) > FEW:
        return seen.select_related("function", "skill"), answers, decisions
    diplomas, tasks = seen.order_by().values("function_id"), seen.order_by().values("skill_id")
    proofs, functions, skills, *others = together(
        seen,
        Function.objects.filter(pk__in=diplomas),
        Skill.objects.filter(pk__in=tasks),
        answers,
        decisions,
    )
    named = {(type(one), one.pk): one for one in (*functions, *skills)}
    for proof in proofs:
        proof.function = named.get((Function, proof.function_id))
        proof.skill = named.get((Skill, proof.skill_id))
    return sorted(proofs, key=lambda one: (one.kind, one.valid_from, one.pk)), *others


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.worker_id, []).append(row)
    return found
