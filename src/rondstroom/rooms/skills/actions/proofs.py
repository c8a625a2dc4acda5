"""Writing down that evidence was seen, and that it counts no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills.models import Function, Proof, Skill
from rondstroom.rooms.skills.states import Level, ProofKind, WithdrawalReason

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Location, Organisation
    from rondstroom.rooms.people.models import Worker


class UnableToRecordProof(journal.UnableToAct):
    """The proof does not prove anything like this."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A proof as it was seen, not yet in the database.

    `issuer` is the organisation that looked; `organisation` the one of an agreement, `location`
    the one of an induction; `code` the profession in the register or the profile of a VOG.
    """

    worker: Worker
    kind: ProofKind
    function: Function | None = None
    skill: Skill | None = None
    issuer: Organisation | None = None
    organisation: Organisation | None = None
    location: Location | None = None
    valid_from: date
    valid_through: date | None = None
    code: str = ""
    method: str = ""
    level: str = ""
    supervised_by: str = ""
    reference: str = ""

    def row(self, *, by: Account, at: datetime) -> Proof:
        """Give the row to be saved, checked."""
        row = Proof(**vars(self), seen_by=by.name, seen_on=at.astimezone(AMSTERDAM).date())
        _check_proof(row)
        return row


@transaction.atomic
def record_proof(
    *, worker: Worker, kind: ProofKind, valid_from: date, by: Account, at: datetime, **more: Any
) -> Proof:
    """Write down that evidence was seen, by whom, valid from and through which day.

    `more` is what `Evidence` names besides. The same proof twice is kept once. Journal:
    `skills.proof.recorded`, without the reference; then `skills.files.changed`.
    """
    asked = Evidence(worker=worker, kind=ProofKind(kind), valid_from=valid_from, **more)
    asked = replace(asked, reference=asked.reference.strip(), code=asked.code.strip())
    return _kept(asked.row(by=by, at=at), by=by, at=at)


def _kept(row: Proof, *, by: Account, at: datetime) -> Proof:
    """Save a proof, or give the same one that is there already."""
    same = Proof.objects.filter(worker=row.worker, kind=row.kind, valid_from=row.valid_from)
    for known in same.filter(withdrawn_on__isnull=True):
        if _content(known) == _content(row):
            return known
    row.save()
    journal.record_many(event="skills.proof.recorded", by=by, at=at, lines=[_line(row)])
    tell_of_change([row.worker_id], by=by, at=at)
    return row


@transaction.atomic
def record_proofs(*, seen: Iterable[Evidence], by: Account, at: datetime) -> int:
    """Write down much evidence in a few statements; give how much was not there yet.

    Journal: `skills.proof.recorded` for each that is new; then `skills.files.changed`.
    """
    rows = {_content(row): row for row in [one.row(by=by, at=at) for one in seen]}
    workers = {row.worker_id for row in rows.values()}
    living = Proof.objects.filter(worker_id__in=workers, withdrawn_on__isnull=True)
    there = {_content(proof) for proof in living}
    new = Proof.objects.bulk_create(row for key, row in rows.items() if key not in there)
    lines = [_line(row) for row in new]
    journal.record_many(event="skills.proof.recorded", by=by, at=at, lines=lines)
    tell_of_change({row.worker_id for row in new}, by=by, at=at)
    return len(new)


@transaction.atomic
def withdraw_proof(*, proof: Proof, reason: WithdrawalReason, by: Account, at: datetime) -> Proof:
    """Let a proof count no more, with a reason from the closed list; twice changes nothing.

    It stays as a trace. Journal: `skills.proof.withdrawn`, then `skills.files.changed`.
    """
    row = Proof.objects.select_for_update().get(pk=proof.pk)
    if row.withdrawn_on is not None:
        return row
    row.withdrawn_on = at.astimezone(AMSTERDAM).date()
    row.withdrawal = WithdrawalReason(reason)
    row.save(update_fields=["withdrawn_on", "withdrawal"])
    journal.record_many(event="skills.proof.withdrawn", by=by, at=at, lines=[_line(row)])
    tell_of_change([row.worker_id], by=by, at=at)
    return row


def tell_of_change(worker_ids: Iterable[int], *, by: Account, at: datetime) -> None:
    """Tell whoever placed these workers that the gate may answer otherwise now; one line."""
    changed = sorted(set(worker_ids))
    if changed:
        journal.record(
            event="skills.files.changed", by=by, at=at, subject="files", worker_ids=changed
        )


def _content(proof: Proof) -> tuple[object, ...]:
    """Give what makes a proof another proof: all but who saw it, and when."""
    return (
        proof.worker_id,
        proof.kind,
        proof.function_id,
        proof.skill_id,
        proof.issuer_id,
        proof.organisation_id,
        proof.location_id,
        proof.valid_from,
        proof.valid_through,
        proof.code,
        proof.method,
        proof.level,
        proof.supervised_by,
        proof.reference,
    )


def check_level(proof: Proof) -> None:
    """Refuse a level of anything but a competence, and supervision by nobody or without need."""
    if proof.level and proof.kind != ProofKind.SKILL:
        raise UnableToRecordProof(_("Een niveau hoort bij een bekwaamheid."), "level")
    if (proof.level == Level.SUPERVISED) != bool(proof.supervised_by):
        raise UnableToRecordProof(
            _("Kies wie er begeleidt, en alleen bij een bekwaamheid onder begeleiding."),
            "supervised_by",
        )


def _line(proof: Proof) -> journal.Line:
    """Give the journal's line about a proof."""
    data = {"kind": proof.kind, "valid_through": proof.valid_through}
    return journal.Line(f"worker:{proof.worker_id}", proof.issuer_id, proof.worker_id, data)


def _check_proof(proof: Proof) -> None:
    """Refuse a proof that names nothing, or is over before it begins."""
    journal.check_lengths(proof, UnableToRecordProof)
    check_level(proof)
    words = {"kind": ProofKind(proof.kind).label, "name": proof.worker.name}
    named, refusal = _named(proof)
    if named is None:
        raise UnableToRecordProof(refusal % words)
    if proof.valid_through is not None and proof.valid_through < proof.valid_from:
        raise UnableToRecordProof(
            _("Bewijs %(kind)s van %(name)s is verlopen op %(day)s, vóór de eerste dag.")
            % {**words, "day": date_format(proof.valid_through, "j F Y")}
        )


def _named(proof: Proof) -> tuple[object, str]:
    """Give what a proof of its kind must name, and the refusal when it does not."""
    refusals: dict[ProofKind, tuple[object, str]] = {
        ProofKind.DIPLOMA: (
            proof.function,
            _("Het diploma van %(name)s noemt geen functie. Kies de functie erbij."),
        ),
        ProofKind.SKILL: (
            proof.skill,
            _("Het bewijs van %(name)s noemt geen bekwaamheid. Kies de bekwaamheid erbij."),
        ),
        ProofKind.AGREEMENT: (
            proof.organisation,
            _("De overeenkomst van %(name)s noemt geen organisatie. Kies de organisatie erbij."),
        ),
        ProofKind.INDUCTION: (
            proof.location,
            _("Het inwerken van %(name)s noemt geen locatie. Kies de locatie erbij."),
        ),
    }
    return refusals.get(ProofKind(proof.kind), (True, ""))
