"""A worker puts in a claim; HR looks at the evidence and answers, always."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.actions.proofs import record_proof
from rondstroom.rooms.skills.models import Claim, Proof
from rondstroom.rooms.skills.states import (
    CLAIM_TRANSITIONS,
    CLAIMABLE,
    ClaimState,
    DeclineReason,
    Method,
    ProofKind,
)

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Worker

REGISTER_DIGITS = 11


class UnableToClaim(journal.UnableToAct):
    """The claim names nothing that can be looked at."""


class UnableToAnswerClaim(journal.UnableToAct):
    """The claim was answered already, or this person may not be the second to look."""


@transaction.atomic
def make_claim(
    *,
    worker: Worker,
    organisation: Organisation,
    kind: ProofKind,
    valid_from: date,
    by: Account,
    at: datetime,
    **more: Any,
) -> Claim:
    """Ask HR of an organisation to look at evidence; the same claim twice is kept once.

    `more` as the claim names it: function, skill, valid_through, reference. Journal:
    `skills.claim.made`, without the reference.
    """
    about: dict[str, Any] = {"worker": worker, "organisation": organisation}
    about |= {"kind": ProofKind(kind), "valid_from": valid_from}
    row = Claim(**about, **more)
    row.made_at, row.reference = at, " ".join(row.reference.split())
    row.due_at = at + timedelta(days=queries.policy_of(organisation.pk).claim_days)
    _check(row)
    there = Claim.objects.filter(**about, function=row.function, skill=row.skill)
    same = there.filter(state__in=queries.WAITING).first()
    if same:
        return same
    row.save()
    _write_down("made", row, by, at)
    return row


def _check(row: Claim) -> None:
    journal.check_lengths(row, UnableToClaim)
    if row.kind not in CLAIMABLE:
        raise UnableToClaim(_("Dit legt personeelszaken zelf vast. Vraag het daar na."), "kind")
    if row.kind == ProofKind.DIPLOMA and row.function is None:
        raise UnableToClaim(_("Kies de functie die bij het diploma hoort."), "function")
    if row.kind == ProofKind.SKILL and row.skill is None:
        raise UnableToClaim(_("Kies de bekwaamheid die je kunt laten zien."), "skill")
    if row.kind == ProofKind.REGISTER:
        row.reference = "".join(row.reference.split())
        if len(row.reference) != REGISTER_DIGITS or not row.reference.isdigit():
            raise UnableToClaim(
                _("Vul je BIG-nummer in: elf cijfers, zoals op je registratie."), "reference"
            )
    if row.valid_through is not None and row.valid_through < row.valid_from:
        text = _("De laatste dag ligt voor de eerste. Kijk de dagen na.")
        raise UnableToClaim(text, "valid_through")


@transaction.atomic
def take_claim(*, claim: Claim, by: Account, at: datetime) -> Claim:
    """Let somebody of HR see to a claim, so that it has an owner. Journal: `skills.claim.taken`."""
    row = _waiting(claim)
    if row.owner_id != by.pk:
        row.owner = by
        row.save(update_fields=["owner"])
        _write_down("taken", row, by, at)
    return row


@transaction.atomic
def confirm_claim(*, claim: Claim, method: str = "", by: Account, at: datetime) -> Claim:
    """Say that the evidence was seen; it becomes a proof when enough people looked.

    Where the organisation asks four eyes for this kind, the first yes is one look and somebody
    else gives the second. Journal: `skills.claim.looked` or `skills.claim.confirmed`.
    """
    row = _waiting(claim)
    needs_two = row.kind in queries.policy_of(row.organisation_id).four_eyes
    if needs_two and row.first_look_id is None:
        row.first_look = by
        return _answer(row, ClaimState.ONE_LOOK, "looked", by, at)
    if needs_two and row.first_look_id == by.pk:
        raise UnableToAnswerClaim(
            _("Jij keek al naar het bewijs van %(name)s. Vraag een collega om de tweede controle.")
            % {"name": row.worker.name},
            "same-person",
        )
    row.proof = _proven(row, method, by, at)
    return _answer(row, ClaimState.CONFIRMED, "confirmed", by, at)


def _proven(row: Claim, method: str, by: Account, at: datetime) -> Proof:
    return record_proof(
        worker=row.worker,
        kind=ProofKind(row.kind),
        valid_from=row.valid_from,
        valid_through=row.valid_through,
        function=row.function,
        skill=row.skill,
        issuer=row.organisation,
        reference=row.reference,
        method=Method(method) if method else "",
        by=by,
        at=at,
    )


@transaction.atomic
def decline_claim(*, claim: Claim, reason: DeclineReason, by: Account, at: datetime) -> Claim:
    """Say why the claim is not taken over, from the closed list. Journal: `skills.claim.declined`.

    The worker reads the reason with what to do now.
    """
    row = _waiting(claim)
    row.decline_reason = DeclineReason(reason)
    return _answer(row, ClaimState.DECLINED, "declined", by, at, reason=str(row.decline_reason))


@transaction.atomic
def withdraw_claim(*, claim: Claim, by: Account, at: datetime) -> Claim:
    """Take back a claim that was not answered yet. Journal: `skills.claim.withdrawn`."""
    return _answer(_waiting(claim), ClaimState.WITHDRAWN, "withdrawn", by, at)


def _waiting(claim: Claim) -> Claim:
    """Give the claim, locked; a refusal names the answer that it got before."""
    locked = Claim.objects.select_for_update(of=("self",))
    row = locked.select_related("worker", "organisation", "function", "skill").get(pk=claim.pk)
    if not CLAIM_TRANSITIONS[ClaimState(row.state)]:
        raise UnableToAnswerClaim(
            _("Hierop is al geantwoord: %(state)s. Vernieuw de lijst.")
            % {"state": ClaimState(row.state).label},
            "answered",
        )
    return row


def _answer(
    row: Claim, state: ClaimState, happened: str, by: Account, at: datetime, **data: Any
) -> Claim:
    row.state = state
    if state != ClaimState.ONE_LOOK:
        row.answered_by, row.answered_at = by.name, at
    row.save()
    _write_down(happened, row, by, at, **data)
    return row


def _write_down(happened: str, row: Claim, by: Account, at: datetime, **data: Any) -> None:
    journal.record(
        event=f"skills.claim.{happened}",
        by=by,
        at=at,
        subject=f"claim:{row.pk}",
        organisation_id=row.organisation_id,
        worker_id=row.worker_id,
        claim_id=row.pk,
        kind=str(row.kind),
        **data,
    )
