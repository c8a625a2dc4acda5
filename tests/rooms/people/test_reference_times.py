"""On which days and hours somebody can be asked is agreed per engagement."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import Engagement
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db

FRIDAY = (4, time(22), time(8))
TUESDAY = (1, time(7), time(15, 30))


def tie_of(cast: Cast) -> Engagement:
    return cast.sanne.engagements.get()


def lines() -> int:
    return Entry.objects.filter(event="people.engagement.changed").count()


def test_nothing_is_agreed_until_it_is_written_down(cast: Cast) -> None:
    assert queries.agreed_times(tie_of(cast)) is None
    assert queries.times_of(cast.sanne, MONDAY) == []


def test_times_are_kept_in_order_and_only_a_change_is_written(cast: Cast) -> None:
    for times in ([FRIDAY, TUESDAY], [TUESDAY, FRIDAY]):
        actions.agree_times(engagement=tie_of(cast), times=times, **signed())
    assert queries.agreed_times(tie_of(cast)) == (TUESDAY, FRIDAY)
    assert lines() == 1
    ((tie, times),) = queries.times_of(cast.sanne, MONDAY)
    assert (tie.organisation, times) == (cast.de_linde, (TUESDAY, FRIDAY))
    assert actions.agree_times(engagement=tie, times=None, **signed())
    assert queries.times_of(cast.sanne, MONDAY) == []


def test_an_empty_list_says_that_all_may_be_refused(cast: Cast) -> None:
    actions.agree_times(engagement=tie_of(cast), times=[], **signed())
    assert queries.agreed_times(tie_of(cast)) == ()


@pytest.mark.parametrize("times", [[TUESDAY, (1, time(18), time(22))], [(7, time(7), time(9))]])
def test_a_day_twice_or_no_day_is_refused(cast: Cast, times: Any) -> None:
    with pytest.raises(actions.UnableToAgreeTimes, match="hooguit één keer"):
        actions.agree_times(engagement=tie_of(cast), times=times, **signed())
    assert lines() == 0


def test_who_can_be_called_is_on_call_or_agreed_on_times(cast: Cast) -> None:
    called = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    actions.agree_times(engagement=tie_of(cast), times=[TUESDAY], **signed())
    make_worker("Tijs", organisation=cast.molenpoort, form=EngagementForm.ON_CALL)
    found = queries.callable_engagements(cast.de_linde.pk, MONDAY)
    assert [one.worker for one in found] == [called, cast.sanne]
    for one in found:
        actions.end_engagement(engagement=one, ends_on=MONDAY, **signed())
    assert queries.callable_engagements(cast.de_linde.pk, MONDAY) == []
    assert queries.times_of(cast.sanne, MONDAY) == []
    assert len(queries.times_of(cast.sanne, MONDAY - timedelta(days=1))) == 1
