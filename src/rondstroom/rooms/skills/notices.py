"""What workers are told about their claims. Each of these reacts to an event in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.states import DeclineReason, ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.skills.models import Claim


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
