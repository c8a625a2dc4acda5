"""Outside the agreed days and hours a call may be refused: said, and nothing is blocked."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_engagement, make_worker
from people import Cast
from rondstroom.rooms.matching import queries
from rondstroom.rooms.people import actions
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db

RULE = "contracts.reference-times"
MONDAYS = [(0, time(7), time(16))]
TUESDAYS = [(1, time(7), time(16))]


def agree(worker: Worker, organisation: Any, times: Any) -> None:
    tie = worker.engagements.get(organisation=organisation)
    actions.agree_times(engagement=tie, times=times, **signed())


def warned(worker: Worker, shift: Any) -> list[str]:
    answer = queries.eligibility(worker, shift, NOW)
    assert answer.ok
    return [one.rule for one in answer.warnings if one.severity == "policy"]


@pytest.mark.parametrize(
    ("times", "found"), [(None, []), (MONDAYS, []), (TUESDAYS, [RULE]), ([], [RULE])]
)
def test_a_call_on_another_day_may_be_refused(cast: Cast, times: Any, found: list[str]) -> None:
    worker = make_worker(organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    agree(worker, cast.de_linde, times)
    assert warned(worker, make_shift(cast.vlinder)) == found


def test_the_engagement_of_the_shift_goes_before_another(cast: Cast) -> None:
    worker = make_worker(organisation=cast.de_linde, willing_for=[cast.rijnzicht])
    make_engagement(worker, cast.molenpoort)
    agree(worker, cast.molenpoort, TUESDAYS)
    assert warned(worker, make_shift(cast.vlinder)) == []
    agree(worker, cast.de_linde, TUESDAYS)
    assert warned(worker, make_shift(cast.vlinder)) == [RULE]
    lent = make_shift(cast.wijkteam)
    assert warned(worker, lent) == [RULE]


def test_who_is_lent_is_called_by_an_employer(cast: Cast) -> None:
    worker = make_worker(organisation=cast.molenpoort, willing_for=[cast.de_linde])
    agree(worker, cast.molenpoort, TUESDAYS)
    assert warned(worker, make_shift(cast.vlinder)) == [RULE]
    make_engagement(worker, cast.zonder_pool)
    assert warned(worker, make_shift(cast.vlinder)) == []


def test_a_planner_reads_it_with_the_way_out(cast: Cast) -> None:
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    agree(worker, cast.de_linde, MONDAYS)
    found = queries.candidates(make_night_shift(cast.vlinder), NOW).eligible
    (mira,) = [one for one in found if one.worker_id == worker.pk]
    (reason,) = mira.eligibility.warnings
    assert "weigeren mag" in reason.text
    assert "na een ja" in reason.remedy
