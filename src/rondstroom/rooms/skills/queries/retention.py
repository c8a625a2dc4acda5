"""What of people is kept longer than its term: evidence, claims, readings and shares (PRIV-04)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills.models import Claim, Decision, Proof, Reading, Registration, Share
from rondstroom.rooms.skills.queries.gate import months_later
from rondstroom.rooms.skills.states import ClaimState, ProofKind

Kept = dict[str, QuerySet[Any]]


def past_their_term(at: datetime) -> Kept:
    """Give what is to be deleted at a moment, by what it is; dates are days in Amsterdam."""
    on = at.astimezone(AMSTERDAM).date()
    return {
        **_of_who_left(_months_ago(on, "after_leaving_months")),
        "claims": _answered_claims(on, at),
        "readings": Reading.objects.filter(read_at__lt=_morning(_months_ago(on, "reading_months"))),
        "shares": _ended_shares(_months_ago(on, "ended_share_months")),
    }


def _of_who_left(before: date) -> Kept:
    """Give what was seen of those who left by a day; what was seen since has its own term.

    An answer of the register goes with the number that was asked: it is renewed by itself.
    """
    gone = {"worker_id__in": people.workers_who_left(before)}
    seen_since = Proof.objects.filter(
        worker_id=OuterRef("worker_id"), kind=ProofKind.REGISTER, seen_on__gt=before
    )
    return {
        "proofs": Proof.objects.filter(**gone, seen_on__lte=before),
        "registrations": Registration.objects.filter(~Exists(seen_since), **gone),
        "decisions": Decision.objects.filter(**gone, decided_at__lt=_morning(before)),
    }


def _answered_claims(on: date, at: datetime) -> QuerySet[Claim]:
    """Give the claims with an answer; one that waits is kept until it has one."""
    declined = Q(state__in=(ClaimState.DECLINED, ClaimState.WITHDRAWN))
    return Claim.objects.filter(
        declined & Q(answered_at__lt=at - _weeks(on, "declined_claim_weeks"))
        | Q(state=ClaimState.CONFIRMED, answered_at__lt=at - _weeks(on, "confirmed_claim_weeks"))
    )


def _ended_shares(before: date) -> QuerySet[Share]:
    """Give the shares that were taken back, replaced or ran out before a day."""
    return Share.objects.filter(Q(ended_at__lt=_morning(before)) | Q(through__lt=before))


def _weeks(on: date, name: str) -> timedelta:
    return timedelta(weeks=_term(on, name))


def _months_ago(on: date, name: str) -> date:
    return months_later(on, -_term(on, name))


def _term(on: date, name: str) -> int:
    return int(lookup(f"verification.retention.{name}", on).value)


def _morning(day: date) -> datetime:
    """Give the first moment of a day here."""
    return datetime.combine(day, time(), AMSTERDAM)
