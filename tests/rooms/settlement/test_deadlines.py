"""What runs out is listed, and its desk is reminded a month and a week ahead, each once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.contracts import make_agreement, make_finance, make_supplier, make_supplier_agreement
from factories.identity import make_hr, signed
from factories.moments import NOW, SINCE
from factories.people import make_worker
from factories.work_codes import make_code
from people import Cast
from rondstroom.rooms.contracts import actions as contracts
from rondstroom.rooms.contracts.queries import deadlines_of
from rondstroom.rooms.contracts.states import AdmissionState, DeadlineKind, LetterKind
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import actions
from rondstroom.rooms.settlement.queries import runs_out
from rondstroom.web.inbox.links import href_of

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def listed(cast: Cast) -> list[tuple[DeadlineKind, int]]:
    return [(one.kind, (one.last_day - TODAY).days) for one in runs_out(cast.de_linde.pk, NOW)]


def remind(days: int = 0) -> int:
    return actions.remind_of_deadlines(by=signed()["by"], at=NOW + timedelta(days=days))


@pytest.mark.parametrize(("ends", "found"), [(0, False), (1, True), (91, True), (92, False)])
def test_an_agreement_runs_out_on_its_last_day(cast: Cast, ends: int, found: bool) -> None:
    make_agreement(ends_on=after(ends))
    last = [(DeadlineKind.AGREEMENT, ends - 1)] if found else []
    assert listed(cast) == last
    assert [one.last_day for one in deadlines_of(cast.molenpoort.pk, TODAY, after(90))] == [
        after(ends - 1) for _one in last
    ]


def test_a_paper_of_a_lender_runs_out_as_seen_last(cast: Cast) -> None:
    agreement = make_supplier_agreement(make_supplier(organisation=cast.de_linde))
    for through in (5, 60):
        contracts.write_duty_seen(
            agreement=agreement,
            duty="lending.admission",
            seen_on=SINCE,
            valid_through=after(through),
            admission=AdmissionState.ADMITTED,
            reference="register",
            **signed(),
        )
    assert listed(cast) == [(DeadlineKind.DUTY, 60)]


def test_a_code_runs_out_unless_the_next_takes_over(cast: Cast) -> None:
    make_code(cast.de_linde, ends_on=after(21))
    assert listed(cast) == [(DeadlineKind.CODE, 20)]
    make_code(cast.de_linde, starts_on=after(21))
    assert listed(cast) == []


def test_the_code_of_a_pool_runs_out_for_whom_it_binds(cast: Cast) -> None:
    pool = organisations.pools_of(cast.de_linde.pk, TODAY).first()
    hanna = make_hr(cast.de_linde)
    make_code(pool=pool, ends_on=after(6))
    make_code(cast.de_linde, ends_on=after(21))
    assert listed(cast) == [(DeadlineKind.CODE, 5), (DeadlineKind.CODE, 20)]
    assert runs_out(cast.de_linde.pk, NOW)[0].about == f"{pool.name}: Kast 3"
    remind()
    assert Message.objects.filter(account=hanna).count() == 2
    make_code(pool=pool, starts_on=after(6))
    assert listed(cast) == [(DeadlineKind.CODE, 20)]


def test_a_letter_is_due_until_it_was_sent(cast: Cast) -> None:
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    tie = worker.engagements.get()
    tie.starts_on = date(2025, 11, 1)
    tie.save()
    (found,) = runs_out(cast.de_linde.pk, NOW)
    assert (found.kind, found.last_day, found.worker) == (
        DeadlineKind.LETTER,
        date(2026, 12, 1),
        worker,
    )
    contracts.write_letter_sent(engagement=tie, kind=LetterKind.OFFER, sent_on=TODAY, **signed())
    assert listed(cast) == []


def test_its_desk_hears_a_month_and_a_week_ahead_each_once(cast: Cast) -> None:
    fien, hanna = make_finance(cast.de_linde, "Fien"), make_hr(cast.de_linde)
    make_agreement(ends_on=after(41))
    make_code(cast.de_linde, ends_on=after(41))
    assert remind() == 0
    for days in (10, 10, 20, 33, 40):
        remind(days)
    told = Message.objects.filter(account__in=[fien, hanna]).order_by("pk")
    by_desk = {one: [row for row in told if row.account == one] for one in (fien, hanna)}
    assert {one.name: len(rows) for one, rows in by_desk.items()} == {"Fien": 2, "Hanna": 2}
    assert [href_of(rows[0]) for rows in by_desk.values()] == [
        "/finance/deadlines/",
        "/hr/work-code/",
    ]
    assert all("1 januari 2027" in row.title for row in told)
    assert "Molenpoort" not in "".join(row.title + row.text for row in told)
    assert remind(60) == 0
