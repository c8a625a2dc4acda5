"""What contracts ask before it costs money: calls, cancelling, offers, notices and chains."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_engagement, make_worker
from factories.settlement import make_worked
from people import Cast
from rondstroom.rooms.contracts import actions
from rondstroom.rooms.contracts.models import Letter
from rondstroom.rooms.contracts.queries import letters_about
from rondstroom.rooms.contracts.states import LetterKind
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import queries

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def rules(cast: Cast) -> list[str]:
    return [one.finding.rule.source_ref for one in queries.obligations_of(cast.de_linde.pk, NOW)]


def tied(worker: Worker, organisation: Any, form: EngagementForm, **days: date) -> Any:
    """Give a worker an engagement in a form, from a day up to a day."""
    number = f"{worker.name}-{days['starts_on']}"
    fields: dict[str, Any] = {"minutes_per_week": 0, "personnel_number": number, **days}
    return make_engagement(worker, organisation, form=form, **fields)


def called(row: Any) -> None:
    """Say that somebody was called today, not asked for it."""
    row.called_at = NOW
    row.save(update_fields=["called_at"])


@pytest.fixture
def mira(cast: Cast) -> Worker:
    """Give somebody on call at De Linde since the start of November 2025, and nothing else."""
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    row = worker.engagements.get()
    row.starts_on = date(2025, 11, 1)
    row.save()
    return worker


def test_fixed_people_ask_nothing(cast: Cast) -> None:
    assert rules(cast) == []


def test_twelve_months_on_call_ask_an_offer_of_the_average(cast: Cast, mira: Worker) -> None:
    for week in range(26):
        make_worked(mira, cast.vlinder, day=date(2025, 12, 1) + timedelta(weeks=week))
    (found,) = queries.obligations_of(cast.de_linde.pk, NOW)
    assert (found.finding.rule.source_ref, found.letter) == ("O5", LetterKind.OFFER)
    assert found.finding.due_on == date(2026, 12, 1)
    hours = 26 * 8 / (365 / 7)
    assert f"{hours:.3f}".rstrip("0").replace(".", ",")[:4] in found.finding.message.nl


def test_a_letter_settles_it_and_is_written_once(cast: Cast, mira: Worker) -> None:
    engagement = mira.engagements.get()
    for _again in range(2):
        actions.write_letter_sent(
            engagement=engagement, kind=LetterKind.OFFER, sent_on=TODAY, **signed()
        )
    assert Letter.objects.count() == 1
    assert letters_about([engagement.pk, 0]) == {(engagement.pk, LetterKind.OFFER): TODAY}
    assert rules(cast) == []
    lines = journal.entries_about(f"engagement:{engagement.pk}")
    assert [line.event for line in lines].count("contracts.letter.sent") == 1


def test_a_letter_of_another_kind_or_before_its_time_does_not(cast: Cast, mira: Worker) -> None:
    engagement = mira.engagements.get()
    for kind, day in [(LetterKind.NOTICE, TODAY), (LetterKind.OFFER, date(2026, 10, 31))]:
        actions.write_letter_sent(engagement=engagement, kind=kind, sent_on=day, **signed())
    assert rules(cast) == ["O5"]


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2025, 10, 31)])
def test_a_letter_of_tomorrow_or_before_the_contract_is_refused(mira: Worker, day: date) -> None:
    with pytest.raises(actions.UnableToWriteLetter, match="kan niet op"):
        actions.write_letter_sent(
            engagement=mira.engagements.get(), kind=LetterKind.OFFER, sent_on=day, **signed()
        )


def test_a_short_call_and_one_within_the_term_cost_money(cast: Cast) -> None:
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    make_worked(worker, cast.vlinder, day=MONDAY, start="07:00", end="09:00", break_minutes=0)
    make_worked(worker, cast.vlinder, day=MONDAY + timedelta(days=5), break_minutes=30)
    make_worked(worker, cast.vlinder, day=MONDAY - timedelta(days=1), start="01:00", end="02:00")
    found = queries.obligations_of(cast.de_linde.pk, NOW)
    costs = {one.finding.rule.source_ref: one.finding.minutes for one in found}
    assert costs == {"O2": 60, "O4": 120}
    assert {one.shift.starts_at.date() for one in found} == {MONDAY}


def test_a_call_on_another_day_than_agreed_may_be_refused(cast: Cast, mira: Worker) -> None:
    tie, later = mira.engagements.get(), MONDAY + timedelta(days=7)
    actions.write_letter_sent(engagement=tie, kind=LetterKind.OFFER, sent_on=TODAY, **signed())
    called(make_worked(mira, cast.vlinder, day=later))
    assert rules(cast) == []
    people.agree_times(engagement=tie, times=[(1, time(7), time(16))], **signed())
    (found,) = queries.obligations_of(cast.de_linde.pk, NOW)
    assert (found.finding.rule.source_ref, found.finding.minutes) == ("O6", 0)
    assert found.shift.starts_at.date() == later
    people.agree_times(engagement=tie, times=[(0, time(7), time(16))], **signed())
    assert rules(cast) == []


def test_unpredictable_times_are_called_too(cast: Cast) -> None:
    worker = make_worker("Tijs", organisation=cast.de_linde)
    called(make_worked(worker, cast.vlinder, day=MONDAY))
    assert rules(cast) == []
    people.agree_times(engagement=worker.engagements.get(), times=[], **signed())
    assert set(rules(cast)) == {"O3", "O4", "O6"}


def test_calls_under_ones_own_contract_at_another_organisation_count(cast: Cast) -> None:
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    make_worked(worker, cast.wijkteam, day=MONDAY)
    assert rules(cast) == ["O4"]
    assert queries.obligations_of(cast.molenpoort.pk, NOW) == []


def test_the_notice_of_the_end_is_asked_a_month_ahead(cast: Cast) -> None:
    worker = make_worker("Tijs", organisation=cast.rijnzicht, form=EngagementForm.PERMANENT)
    days = {"starts_on": date(2026, 2, 1), "ends_on": date(2027, 1, 1)}
    row = tied(worker, cast.de_linde, EngagementForm.TEMPORARY, **days)
    (found,) = queries.obligations_of(cast.de_linde.pk, NOW)
    assert (found.finding.rule.source_ref, found.letter) == ("T2", LetterKind.NOTICE)
    actions.write_letter_sent(engagement=row, kind=LetterKind.NOTICE, sent_on=TODAY, **signed())
    assert rules(cast) == []


def test_contracts_at_earlier_employers_count_and_stay_nameless(cast: Cast) -> None:
    worker = make_worker("Tijs", organisation=cast.rijnzicht, form=EngagementForm.PERMANENT)
    spans = [(1, 3), (3, 5), (5, 8)]
    for first, last in spans:
        days = {"starts_on": date(2026, first, 1), "ends_on": date(2026, last, 1)}
        tied(worker, cast.molenpoort, EngagementForm.TEMPORARY, **days)
    days = {"starts_on": date(2026, 8, 1), "ends_on": date(2027, 6, 1)}
    tied(worker, cast.de_linde, EngagementForm.TEMPORARY, **days)
    (found,) = queries.obligations_of(cast.de_linde.pk, NOW)
    assert (found.finding.rule.source_ref, found.is_next) == ("T1", False)
    assert found.finding.due_on == date(2026, 8, 1)
    assert "een eerdere werkgever in de pool" in found.finding.message.nl
    assert "Molenpoort" not in found.finding.message.nl


def test_the_next_contract_is_told_before_it_is_signed(cast: Cast) -> None:
    worker = make_worker("Tijs", organisation=cast.rijnzicht, form=EngagementForm.PERMANENT)
    for first, last in [((2026, 1), (2026, 4)), ((2026, 4), (2026, 8)), ((2026, 8), (2027, 1))]:
        days = {"starts_on": date(*first, 1), "ends_on": date(*last, 1)}
        tied(worker, cast.de_linde, EngagementForm.TEMPORARY, **days)
    found = queries.obligations_of(cast.de_linde.pk, NOW)
    assert [(one.finding.rule.source_ref, one.is_next) for one in found] == [("T1", True)]
    assert found[0].finding.due_on == date(2027, 1, 1)


def test_a_contract_from_before_the_figures_is_only_judged_ahead(cast: Cast) -> None:
    worker = make_worker("Tijs", organisation=cast.rijnzicht, form=EngagementForm.PERMANENT)
    days = {"starts_on": date(2024, 1, 1), "ends_on": date(2027, 1, 15)}
    tied(worker, cast.de_linde, EngagementForm.TEMPORARY, **days)
    found = {one.finding.rule.source_ref for one in queries.obligations_of(cast.de_linde.pk, NOW)}
    assert found == {"T1", "T2"}


def test_it_asks_as_often_however_many(cast: Cast, mira: Worker) -> None:
    make_worked(mira, cast.vlinder, day=MONDAY)
    with CaptureQueriesContext(connection) as first:
        queries.obligations_of(cast.de_linde.pk, NOW)
    for name in ("Ada", "Bo", "Cas"):
        one = make_worker(name, organisation=cast.de_linde, form=EngagementForm.ON_CALL)
        make_worked(one, cast.vlinder, day=MONDAY)
    with CaptureQueriesContext(connection) as more:
        assert len(queries.obligations_of(cast.de_linde.pk, NOW)) == 5
    assert len(more) == len(first)


@pytest.mark.parametrize(
    ("form", "asks"),
    [
        (EngagementForm.PERMANENT, []),
        (EngagementForm.TEMPORARY, []),
        (EngagementForm.FLEX_POOL, []),
        (EngagementForm.STUDENT, []),
        (EngagementForm.RESERVE, []),
        (EngagementForm.AGENCY, []),
        (EngagementForm.SECONDED, []),
        (EngagementForm.SELF_EMPLOYED, []),
        (EngagementForm.MIN_MAX, ["O4"]),
        (EngagementForm.ON_CALL, ["O4"]),
    ],
    ids=str,
)
def test_only_contracts_on_call_pay_a_late_cancelling(
    cast: Cast, form: EngagementForm, asks: list[str]
) -> None:
    worker = make_worker("Mira", organisation=cast.de_linde, form=form)
    make_worked(worker, cast.vlinder, day=MONDAY)
    assert rules(cast) == asks


def test_four_days_before_the_start_cancelling_is_free(cast: Cast) -> None:
    worker = make_worker("Mira", organisation=cast.de_linde, form=EngagementForm.ON_CALL)
    day = TODAY + timedelta(days=4)
    make_worked(worker, cast.vlinder, day=day, start="13:00", end="17:00", break_minutes=0)
    assert rules(cast) == []
    make_worked(
        worker,
        cast.vlinder,
        day=day,
        start="08:00",
        end="11:59",
        break_minutes=0,
        rest_hours=0,
    )
    assert rules(cast) == ["O4"]
