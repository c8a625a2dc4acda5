"""An engagement in the words of the call rules: how hours are fixed, and when one can be asked."""

from __future__ import annotations

from datetime import time

import pytest

from factories.identity import signed
from factories.people import make_worker
from flexpool.contracts.calls.contract import HoursKind
from people import Cast
from rondstroom.rooms.contracts.queries import hours_agreement
from rondstroom.rooms.people import actions
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        (EngagementForm.ON_CALL, HoursKind.ZERO),
        (EngagementForm.MIN_MAX, HoursKind.MIN_MAX),
        (EngagementForm.PERMANENT, HoursKind.FIXED),
    ],
)
def test_the_form_says_how_hours_are_fixed(
    cast: Cast, form: EngagementForm, kind: HoursKind
) -> None:
    tie = make_worker(organisation=cast.de_linde, form=form).engagements.get()
    found = hours_agreement(tie)
    assert (found.kind, found.minutes_per_week, found.unpredictable) == (kind, 24 * 60, False)
    actions.agree_times(engagement=tie, times=[(0, time(7), time(15))], **signed())
    found = hours_agreement(tie)
    assert found.unpredictable
    assert found.reference_times == ((0, time(7), time(15)),)
