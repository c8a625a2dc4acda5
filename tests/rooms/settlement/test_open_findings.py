"""One list of call rules, contracts and the work code, law before policy."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.settlement import make_worked
from factories.work_codes import make_code
from people import Cast
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries as people_queries
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement.queries import open_findings
from rondstroom.rooms.settlement.states import FindingKind

pytestmark = pytest.mark.django_db


def test_law_comes_first_and_each_says_its_team(cast: Cast) -> None:
    assert open_findings(cast.de_linde.pk, NOW) == []
    worker = make_worker("Mira", team=cast.vlinder, form=EngagementForm.ON_CALL)
    row = worker.engagements.get()
    row.starts_on = date(2025, 11, 1)
    row.save()
    called = make_worked(worker, cast.vlinder, day=MONDAY)
    make_code(cast.de_linde, training_minutes=600)
    found = open_findings(cast.de_linde.pk, NOW)
    of_mira = [one for one in found if one.worker == worker]
    assert [(one.kind, one.finding.rule.source_ref) for one in of_mira] == [
        (FindingKind.CALL, "O4"),
        (FindingKind.CONTRACT, "O5"),
        (FindingKind.CODE, "WC4"),
    ]
    assert [one.shift for one in of_mira] == [called.shift, None, None]
    assert {one.team for one in of_mira} == {cast.vlinder}
    assert found[2:] == [one for one in found if one.kind == FindingKind.CODE]
    assert open_findings(cast.molenpoort.pk, NOW) == []


def test_the_queries_do_not_grow_with_people(cast: Cast) -> None:
    make_code(cast.de_linde, notice_days=28, training_minutes=600)
    counts = []
    for names in (["Anna"], ["Bea", "Cato", "Dirk"]):
        for number, name in enumerate(names):
            worker = make_worker(name, team=cast.vlinder, form=EngagementForm.ON_CALL)
            make_worked(worker, cast.vlinder, day=MONDAY + timedelta(days=number))
        with CaptureQueriesContext(connection) as seen:
            open_findings(cast.de_linde.pk, NOW)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_engagements_of_a_day_come_with_their_team(cast: Cast) -> None:
    worker = make_worker("Mira", team=cast.vlinder)
    tie = worker.engagements.get()
    assert tie in people_queries.engagements_at(cast.de_linde.pk, MONDAY)
    people.end_engagement(engagement=tie, ends_on=MONDAY, **signed())
    assert tie not in people_queries.engagements_at(cast.de_linde.pk, MONDAY)
