"""Proofs of workers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from rondstroom.rooms.skills.models import Function, Proof
from rondstroom.rooms.skills.states import Level, ProofKind


def proof(proof_id: int) -> Proof | None:
    """Give one proof, also a withdrawn one."""
    return Proof.objects.select_related("worker").filter(pk=proof_id).first()


def proofs_of(worker_ids: Iterable[int]) -> dict[int, list[Proof]]:
    """Give the proofs of several workers that count; one query, every worker named."""
    found: dict[int, list[Proof]] = {worker_id: [] for worker_id in worker_ids}
    for proof in living_proofs(found).select_related("function", "skill"):
        found[proof.worker_id].append(proof)
    return found


def living_proofs(worker_ids: Iterable[int]) -> QuerySet[Proof]:
    """Give the proofs of several workers that count, in the order in which they are judged."""
    rows = Proof.objects.filter(worker_id__in=list(worker_ids), withdrawn_on__isnull=True)
    return rows.order_by("kind", "valid_from", "pk")


def highest_function(proofs: Iterable[Proof]) -> Function | None:
    """Give the highest function of which these proofs hold a diploma."""
    held = [one.function for one in proofs if one.kind == ProofKind.DIPLOMA and one.function]
    return max(held, key=lambda one: (one.needs_register, one.level or 0), default=None)


def holders_of(function_ids: Iterable[int]) -> QuerySet[Proof, int]:
    """Give the numbers of workers with a diploma of any of these functions, valid or not."""
    rows = Proof.objects.filter(
        kind=ProofKind.DIPLOMA, function_id__in=list(function_ids), withdrawn_on__isnull=True
    )
    return rows.order_by().values_list("worker_id", flat=True)


def skill_holders(skill_ids: Iterable[int]) -> QuerySet[Proof, int]:
    """Give the numbers of workers of whom any of these competences was seen, valid or not."""
    rows = Proof.objects.filter(
        kind=ProofKind.SKILL, skill_id__in=list(skill_ids), withdrawn_on__isnull=True
    )
    return rows.order_by().values_list("worker_id", flat=True)


def supervised_workers() -> QuerySet[Proof, int]:
    """Give the numbers of workers who do anything under supervision."""
    rows = Proof.objects.filter(level=Level.SUPERVISED, withdrawn_on__isnull=True)
    return rows.order_by().values_list("worker_id", flat=True)


def expiring_proofs(worker_ids: Iterable[int], before: date) -> QuerySet[Proof]:
    """Give the proofs whose last valid day lies before a day, first to expire first."""
    return (
        Proof.objects.filter(
            worker_id__in=list(worker_ids), valid_through__lt=before, withdrawn_on__isnull=True
        )
        .select_related("worker", "function", "skill")
        .order_by("valid_through", "pk")
    )


def held_functions(worker_ids: Iterable[int], on: date) -> dict[int, set[int]]:
    """Give the functions of which several workers have a diploma that counts on a day; one query.

    Whether somebody may work a shift is for the gate to say: this is for figures.
    """
    wanted = set(worker_ids)
    rows = Proof.objects.filter(
        Q(valid_through__isnull=True) | Q(valid_through__gte=on),
        kind=ProofKind.DIPLOMA,
        valid_from__lte=on,
        withdrawn_on__isnull=True,
    )
    found: dict[int, set[int]] = {}
    for worker_id, function_id in rows.values_list("worker_id", "function_id"):
        if worker_id in wanted and function_id is not None:
            found.setdefault(worker_id, set()).add(function_id)
    return found
