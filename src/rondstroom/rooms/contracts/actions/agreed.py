"""What two sides agree on, and the refusal when they cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rondstroom.rooms.contracts.states import Authority
from rondstroom.rooms.journal import actions as journal


class UnableToAgree(journal.UnableToAct):
    """The lending agreement cannot be made, signed or ended like this."""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """What two sides agree on beside who they are."""

    starts_on: date
    ends_on: date | None = None
    reference: str = ""
    authority: Authority = Authority.BORROWER
    for_own_enterprise: bool = False
