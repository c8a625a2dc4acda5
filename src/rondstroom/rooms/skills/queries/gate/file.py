"""All that is known of a worker for the gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.journal.queries import Asked
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills.models import Decision, Function, Proof, Registration, Skill
from rondstroom.rooms.skills.queries.proofs import living_proofs
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from rondstroom.rooms.people.models import Engagement


Papers = tuple[dict[int, list[Any]], dict[int, list[Any]], dict[int, list[Any]]]
"""Proofs, answers of registers and decisions, by worker."""


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
    worker_ids: Iterable[int],
    ties: Mapping[int, Sequence[Engagement]] | None = None,
    papers: Papers | None = None,
) -> dict[int, File]:
    """Give the files of several workers, every worker named.

    Three queries for any number, one for a few workers, none of the `papers` that were read
    already; one more without `ties`.
    """
    wanted = list(worker_ids)
    held = people.ties_of(wanted) if ties is None else ties
    if papers is None and len(wanted) <= people.FEW:
        papers = papers_asked(wanted).now()
    proofs, answers, decisions = papers or map(_grouped, _rows(wanted))
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


def _rows(wanted: list[int]) -> tuple[QuerySet[Any], QuerySet[Any], QuerySet[Any]]:
    return (
        living_proofs(wanted).select_related("function", "skill"),
        Registration.objects.filter(worker_id__in=wanted),
        Decision.objects.filter(worker_id__in=wanted),
    )


def papers_asked(wanted: list[int]) -> Asked[Papers]:
    """Give the papers of a few workers, to be read together with what other rooms know."""
    seen, answers, decisions = _rows(wanted)
    diplomas, tasks = seen.order_by().values("function_id"), seen.order_by().values("skill_id")
    functions = Function.objects.filter(pk__in=diplomas)
    skills = Skill.objects.filter(pk__in=tasks)
    return Asked((seen, functions, skills, answers, decisions), _papers)


def _papers(found: list[list[Any]]) -> Papers:
    proofs, functions, skills, answers, decisions = found
    named = {(type(one), one.pk): one for one in (*functions, *skills)}
    for proof in proofs:
        proof.function = named.get((Function, proof.function_id))
        proof.skill = named.get((Skill, proof.skill_id))
    proofs.sort(key=lambda one: (one.kind, one.valid_from, one.pk))
    return _grouped(proofs), _grouped(answers), _grouped(decisions)


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.worker_id, []).append(row)
    return found
