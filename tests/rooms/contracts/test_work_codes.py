"""Work codes: versions of organisations and pools, four eyes, and which one binds on a day."""

from __future__ import annotations

from datetime import date, time, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.contracts import make_agreement
from factories.identity import make_account, make_hr, make_role, signed
from factories.moments import MONDAY, NOW, SINCE
from factories.work_codes import make_code
from flexpool.contracts.work_code.code import WorkCode
from people import Cast
from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.contracts.models import WorkCodeVersion
from rondstroom.rooms.contracts.states import CODE_TRANSITIONS, CodeState, RateKind
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.organisations.models import Pool

pytestmark = pytest.mark.django_db

FULL = WorkCode(
    evening_from=time(19),
    morning_until=time(6, 30),
    anw_least=Fraction(1, 5),
    anw_most=Fraction(2, 5),
    notice_days=28,
    employer_hours=72,
    worker_hours=48,
    training_minutes=24 * 60,
    cao="vvt",
    scales={"VIG": "35"},
    pay_least=Fraction(1),
    pay_most=Fraction(11, 10),
)


def drawn(code: WorkCode = FULL, **more: Any) -> actions.DrawnUp:
    told: dict[str, Any] = {"starts_on": SINCE, "reference": "Kast 3", **more}
    return actions.DrawnUp(code=code, **told)


def refused(cast: Cast, words: str, code: WorkCode = FULL, after: int = 0, **more: Any) -> None:
    with pytest.raises(actions.UnableToSetCode, match=words):
        actions.propose_code(
            organisation=cast.de_linde, drawn=drawn(code, **more), after=after, **signed()
        )


def test_a_code_holds_once_somebody_else_approved(cast: Cast) -> None:
    row = actions.propose_code(
        organisation=cast.de_linde, drawn=drawn(), after=0, by=cast.pia, at=NOW
    )
    assert queries.work_code_on(MONDAY, cast.de_linde.pk) is None
    with pytest.raises(actions.UnableToSetCode, match="zelf op"):
        actions.approve_code(row=row, by=cast.pia, at=NOW)
    actions.approve_code(row=row, by=cast.petra, at=NOW)
    assert queries.work_code_on(MONDAY, cast.de_linde.pk) == FULL
    assert queries.work_code_on(SINCE - timedelta(days=1), cast.de_linde.pk) is None
    assert queries.work_code_on(MONDAY, cast.molenpoort.pk) is None
    found = queries.work_code(row.pk)
    assert found is not None
    assert (found.owner, found.state) == ("De Linde", CodeState.APPROVED)
    lines = Entry.objects.filter(subject=f"code:{row.pk}").values_list("event", "organisation_id")
    assert list(lines) == [
        ("contracts.code.proposed", cast.de_linde.pk),
        ("contracts.code.approved", cast.de_linde.pk),
    ]
    for decide in (actions.approve_code, actions.decline_code):
        with pytest.raises(actions.UnableToSetCode, match="al beslist"):
            decide(row=row, by=cast.petra, at=NOW)


def test_who_drew_it_up_may_take_it_back(cast: Cast) -> None:
    row = make_code(cast.de_linde, approved=False)
    actions.decline_code(row=row, **signed())
    assert queries.work_code_on(MONDAY, cast.de_linde.pk) is None
    assert CODE_TRANSITIONS[CodeState.DECLINED] == frozenset()


def test_the_database_keeps_four_eyes(cast: Cast) -> None:
    row = make_code(cast.de_linde, approved=False)
    rows = WorkCodeVersion.objects.filter(pk=row.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(state=CodeState.APPROVED, decided_by=row.proposed_by, decided_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(pool=Pool.objects.get())


def test_the_newest_that_has_begun_holds_until_its_end(cast: Cast) -> None:
    make_code(cast.de_linde, notice_days=21)
    make_code(cast.de_linde, notice_days=28, starts_on=MONDAY, ends_on=date(2026, 12, 1))
    make_code(cast.de_linde, notice_days=35, approved=False)
    days = {
        on: code.notice_days if code else None
        for on in (MONDAY - timedelta(days=1), MONDAY, date(2026, 11, 30), date(2026, 12, 1))
        for code in [queries.work_code_on(on, cast.de_linde.pk)]
    }
    assert list(days.values()) == [21, 28, 28, None]
    versions = queries.work_codes_of(organisation_id=cast.de_linde.pk)
    assert [one.version for one in versions] == [3, 2, 1]


def test_a_pool_binds_its_members_beside_their_own_code(cast: Cast) -> None:
    pool = Pool.objects.get()
    row = make_code(pool=pool, notice_days=28, worker_hours=24)
    make_code(cast.de_linde, notice_days=21, employer_hours=72)
    everybody = [one.pk for one in organisations.all_organisations()]
    with CaptureQueriesContext(connection) as seen:
        codes = queries.work_codes_on(MONDAY, everybody)
    assert len(seen) == 2
    assert codes == {
        cast.de_linde.pk: WorkCode(notice_days=28, employer_hours=72, worker_hours=24),
        cast.molenpoort.pk: WorkCode(notice_days=28, worker_hours=24),
        cast.rijnzicht.pk: WorkCode(notice_days=28, worker_hours=24),
    }
    assert row.owner == pool.name
    members = organisations.members_of_pools(MONDAY, [pool.pk])[pool.pk]
    told = Entry.objects.filter(subject=f"code:{row.pk}", event="contracts.code.approved")
    assert sorted(told.values_list("organisation_id", flat=True)) == members
    assert [one.pk for one in queries.work_codes_of(pool_id=pool.pk)] == [row.pk]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (WorkCode(), "geen enkele afspraak"),
        (WorkCode(anw_least=Fraction(1, 2), anw_most=Fraction(2, 5)), "boven de bovengrens"),
        (WorkCode(notice_days=92), "te lang"),
        (WorkCode(training_minutes=400 * 60 + 1), "te lang"),
        (WorkCode(pay_most=Fraction(11, 10)), "een cao"),
    ],
)
def test_what_is_no_code_is_refused(cast: Cast, code: WorkCode, words: str) -> None:
    refused(cast, words, code)


def test_a_code_without_paper_or_out_of_order_is_refused(cast: Cast) -> None:
    refused(cast, "getekende afspraak", reference=" ")
    refused(cast, "eindigt voor", ends_on=SINCE)
    refused(cast, "te lang: er passen", reference="x" * 201)
    refused(cast, "net een nieuwe versie", after=1)
    assert not WorkCodeVersion.objects.exists()


def test_two_who_draw_up_at_once_leave_one_version(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_code(cast.de_linde)
    monkeypatch.setattr("rondstroom.rooms.contracts.actions.work_code._check", lambda *_told: None)
    refused(cast, "net een nieuwe versie", after=0)


def test_who_may_draw_up_and_decide(cast: Cast) -> None:
    hanna, here = make_hr(cast.de_linde), cast.de_linde.pk
    board = make_role(make_account("Bea"), RoleKind.ADMINISTRATOR, cast.de_linde)
    may = permissions.may_draw_up_code
    assert may(hanna, organisation_id=here)
    assert may(board, organisation_id=here)
    assert not may(hanna, organisation_id=cast.molenpoort.pk)
    assert not any(may(one, organisation_id=here) for one in (cast.pia, cast.coen, cast.otto))
    assert may(cast.coen)
    assert not may(hanna)
    row = make_code(cast.de_linde, approved=False)
    row.proposed_by = hanna
    assert permissions.may_decide_code(board, row)
    assert not permissions.may_decide_code(hanna, row)
    assert not permissions.may_decide_code(cast.pia, row)


def test_only_a_wage_is_judged_by_the_code_of_whoever_employs(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    band = {"cao": "vvt", "scales": {"VIG": "35"}, "pay_most": Fraction(1)}
    make_code(cast.de_linde, **band)
    told = (agreement, "VIG", RateKind.COST, 30_00, MONDAY)
    assert queries.pay_notes(*told) == ()
    make_code(cast.molenpoort, **band)
    (found,) = queries.pay_notes(*told)
    assert found.rule.id == "work-code.pay-band"
    assert queries.pay_notes(agreement, "VIG", RateKind.AGREED, 30_00, MONDAY) == ()
    assert queries.pay_notes(agreement, "", RateKind.COST, 30_00, MONDAY) == ()
    row = queries.holding_code(MONDAY, organisation_id=cast.molenpoort.pk)
    assert row is not None
    assert queries.rules_of(row).pay_most == 1
