"""Diploma, register and conduct as the file states them; what is there already stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.workers.row import WorkerRow
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.skills.models import Function, Proof

LONGEST_REFERENCE = 60


class Proofs:
    """The proofs of the organisation's workers during one import."""

    def __init__(
        self, worker_ids: Iterable[int], file_name: str, *, by: Account, at: datetime
    ) -> None:
        self._known: dict[int, list[Proof]] = dict(queries.proofs_of(worker_ids))
        self._source = _("personeelsbestand %(file)s") % {"file": file_name}
        self._signed: dict[str, Any] = {"by": by, "at": at}

    def has_none(self, worker: Worker) -> None:
        """Spare the look-up for somebody who was made just now."""
        self._known[worker.pk] = []

    def record(self, row: WorkerRow, worker: Worker, *, since: date) -> list[str]:
        """Write down what the row states and is not known yet; give the kinds."""
        known = self._known.get(worker.pk)
        if known is None:
            known = self._known[worker.pk] = list(queries.proofs_of([worker.pk]).get(worker.pk, []))
        wanted: list[tuple[ProofKind, Function | None, date, str]] = [
            (ProofKind.DIPLOMA, function, since, self._source) for function in row.functions
        ]
        if row.register_number:
            wanted.append((ProofKind.REGISTER, None, since, row.register_number))
        if row.conduct_from:
            wanted.append((ProofKind.CONDUCT, None, row.conduct_from, self._source))
        return [
            str(kind)
            for kind, function, valid_from, reference in wanted
            if self._record(worker, known, kind, function, valid_from, reference)
        ]

    def _record(
        self,
        worker: Worker,
        known: list[Proof],
        kind: ProofKind,
        function: Function | None,
        valid_from: date,
        reference: str,
    ) -> bool:
        if any(_same(one, kind, function, valid_from, reference) for one in known):
            return False
        known.append(
            actions.record_proof(
                worker=worker,
                kind=kind,
                function=function,
                valid_from=valid_from,
                reference=reference[:LONGEST_REFERENCE],
                **self._signed,
            )
        )
        return True


def _same(
    proof: Proof, kind: ProofKind, function: Function | None, valid_from: date, reference: str
) -> bool:
    """Tell whether a proof says this already: per kind another thing counts."""
    if proof.kind != kind:
        return False
    if kind is ProofKind.DIPLOMA:
        return proof.function_id == (function.pk if function else None)
    if kind is ProofKind.REGISTER:
        return proof.reference == reference
    return proof.valid_from >= valid_from
