"""What HR and workers are told about claims. Each of these reacts to an event in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.states import DeclineReason, ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.skills.models import Claim


def tell_claim_made(*, claim_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell who checks evidence there that somebody waits; it waits with them until the term."""
    row = queries.claim(claim_id)
    if row is None:
        return
    messages.tell(
        to=[
            account
            for account in identity.accounts_with_role(RoleKind.HR, row.organisation_id)
            if account.pk != row.worker.account_id
        ],
        kind=MessageKind.WAITING,
        words=lambda: _asked(row),
        audience=Audience.HR,
        subject=f"claim:{row.pk}",
        once=_waits(row.pk),
        answer_by=row.due_at,
        by=by,
        at=at,
    )


def settle_claim(*, claim_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """End the waiting with everybody who was told of the claim: it was answered or taken back."""
    messages.settle(once=_waits(claim_id), by=by, at=at)


def _waits(claim_id: int) -> str:
    return f"claim-made:{claim_id}"


def _asked(row: Claim) -> Words:
    """Say that somebody waits, and until when; what exactly stands on the page, not here."""
    about = {"kind": ProofKind(row.kind).label, "house": row.organisation.name}
    about["due"] = date_format(timezone.localtime(row.due_at), "j F Y")
    return Words(
        _("Te controleren: %(kind)s") % about,
        _("Iemand meldde een bewijs bij %(house)s. Geef antwoord vóór %(due)s.") % about,
    )


def tell_claim_answered(*, claim_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell a worker what HR answered; the reason of a no stands in it, with what to do now."""
    row = queries.claim(claim_id)
    account = row.worker.account if row is not None else None
    if row is None or account is None:
        return
    messages.tell(
        to=[account],
        kind=MessageKind.ANSWER,
        words=lambda: _words(row),
        subject="claims",
        once=f"claim:{row.pk}",
        by=by,
        at=at,
    )


def _words(row: Claim) -> Words:
    about = {"kind": ProofKind(row.kind).label, "house": row.organisation.name}
    if not row.decline_reason:
        return Words(
            _("Gecontroleerd: %(kind)s") % about,
            _("%(house)s heeft je bewijs gezien. Het telt nu mee bij je diensten.") % about,
        )
    about["reason"] = DeclineReason(row.decline_reason).label
    return Words(
        _("Niet overgenomen: %(kind)s") % about,
        _("Reden: %(reason)s. Laat %(house)s het goede bewijs zien en meld het opnieuw.") % about,
    )
