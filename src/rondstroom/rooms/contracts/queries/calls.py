"""What an engagement says about its hours, as the call rules read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flexpool.contracts.calls.contract import HoursAgreement, HoursKind
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement

KINDS = {EngagementForm.ON_CALL: HoursKind.ZERO, EngagementForm.MIN_MAX: HoursKind.MIN_MAX}
"""The forms of engagement that are on call; the others have fixed hours, or no employer here."""


def hours_agreement(tie: Engagement) -> HoursAgreement:
    """Give how the hours of an engagement are fixed, and when its worker can be asked; no query."""
    times = people.agreed_times(tie)
    return HoursAgreement(
        kind=KINDS.get(EngagementForm(tie.form), HoursKind.FIXED),
        minutes_per_week=tie.minutes_per_week,
        unpredictable=times is not None,
        reference_times=times or (),
    )
