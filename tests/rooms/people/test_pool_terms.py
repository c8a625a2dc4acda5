"""A side entrant works from the pool for two years at most, and it is kept where to after that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.identity import make_hr, signed
from factories.moments import MONDAY, NOW, moment
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.people import actions, notices, queries
from rondstroom.rooms.people.models import PoolTerm
from rondstroom.rooms.people.states import WentTo

pytestmark = pytest.mark.django_db

FIRST = date(2026, 2, 1)


def begun(cast: Cast, starts_on: date = FIRST, ends_on: date | None = None) -> PoolTerm:
    return actions.begin_pool_term(
        worker=cast.ruud,
        organisation=cast.molenpoort,
        starts_on=starts_on,
        ends_on=ends_on,
        **signed(),
    )


@pytest.mark.parametrize(
    ("first", "until"),
    [
        (date(2026, 2, 1), date(2028, 2, 1)),
        (date(2024, 2, 29), date(2026, 3, 1)),
        (date(2026, 12, 31), date(2028, 12, 31)),
    ],
)
def test_without_an_end_it_is_two_years(first: date, until: date, cast: Cast) -> None:
    assert begun(cast, first).ends_on == until


@pytest.mark.parametrize(
    ("ends_on", "fits"),
    [
        (date(2028, 2, 1), True),
        (date(2028, 2, 2), False),
        (date(2026, 2, 2), True),
        (date(2026, 2, 1), False),
    ],
)
def test_two_years_and_no_day_more(ends_on: date, fits: bool, cast: Cast) -> None:
    if fits:
        assert begun(cast, FIRST, ends_on).ends_on == ends_on
        return
    with pytest.raises(
        actions.UnableToSetPoolTerm, match="Ruud kan tot 1 februari 2028"
    ) as refusal:
        begun(cast, FIRST, ends_on)
    assert refusal.value.code == "ends_on"


def test_one_term_at_a_time_and_all_together_two_years(cast: Cast) -> None:
    row = begun(cast)
    with pytest.raises(actions.UnableToSetPoolTerm, match="werkt al vanuit de pool"):
        begun(cast, date(2027, 1, 1))
    actions.leave_pool(term=row, left_on=date(2027, 2, 1), went_to=WentTo.OTHER_WORK, **signed())
    assert queries.pool_term_of(cast.ruud.pk) is None
    again = begun(cast, date(2027, 6, 1))
    assert again.ends_on == date(2029, 6, 1) - timedelta(days=365)
    assert queries.pool_term_until(cast.ruud.pk, date(2027, 6, 1)) == again.ends_on
    actions.leave_pool(term=again, left_on=again.ends_on, went_to=WentTo.UNKNOWN, **signed())
    with pytest.raises(actions.UnableToSetPoolTerm, match="al twee jaar"):
        begun(cast, date(2029, 1, 1))


def test_where_to_is_kept_corrected_and_counted(cast: Cast) -> None:
    row = begun(cast)
    for went_to, employer in [
        (WentTo.TRAINING, cast.de_linde),  # no employer with this answer
        (WentTo.EMPLOYER, cast.de_linde),
        (WentTo.EMPLOYER, cast.de_linde),
    ]:
        row = actions.leave_pool(
            term=row, left_on=MONDAY, went_to=went_to, employer=employer, **signed()
        )
        assert row.employer == (employer if went_to == WentTo.EMPLOYER else None)
    lines = list(journal.entries_about(f"worker:{cast.ruud.pk}"))
    told = [one.data["went_to"] for one in lines if one.event == "people.pool-term.left"]
    assert told == ["training", "employer"]  # the same again is once
    assert list(queries.left_pool([cast.molenpoort.pk], FIRST)) == [row]
    flow = queries.flow_out([cast.molenpoort.pk], FIRST, MONDAY)
    assert (flow.now, flow.past_term, flow.gone) == (0, 0, 1)
    assert (flow.left, flow.others, flow.employers, flow.to_employer) == ({}, 1, {}, None)
    assert queries.flow_out([cast.de_linde.pk], FIRST, MONDAY).gone == 0
    assert queries.flow_out([cast.molenpoort.pk], MONDAY + timedelta(days=1), MONDAY).gone == 0


@pytest.mark.parametrize(
    ("left_on", "went_to", "field"),
    [
        (FIRST - timedelta(days=1), WentTo.TRAINING, "left_on"),
        (MONDAY, WentTo.EMPLOYER, "employer"),
    ],
)
def test_what_cannot_be_written_down(
    left_on: date, went_to: WentTo, field: str, cast: Cast
) -> None:
    row = begun(cast)
    with pytest.raises(actions.UnableToSetPoolTerm) as refusal:
        actions.leave_pool(term=row, left_on=left_on, went_to=went_to, **signed())
    assert refusal.value.code == field
    assert queries.pool_term_of(cast.ruud.pk) == row
    assert queries.pool_term(row.pk) == row


@pytest.mark.parametrize(
    ("days", "told"), [(200, 0), (180, 1), (179, 1), (90, 1), (30, 1), (0, 1), (-20, 1)]
)
def test_who_is_reminded_when(days: int, told: int, cast: Cast) -> None:
    begun(cast, FIRST, date(2026, 11, 22) + timedelta(days=days))
    assert actions.remind_of_pool_terms(**signed()) == told


def test_each_moment_is_told_of_once_to_worker_and_hr(cast: Cast) -> None:
    hanna, other = make_hr(cast.molenpoort), make_hr(cast.de_linde, "Hugo")
    row = begun(cast, FIRST, date(2027, 2, 20))  # ninety days from now
    for _twice in range(2):
        actions.remind_of_pool_terms(**signed())
    notices.remind_of_pool_term(row, 90, moment(MONDAY, "12:00"))
    assert {one.account for one in Message.objects.all()} == {hanna, cast.ruud.account}
    assert Message.objects.count() == 2
    assert not Message.objects.filter(account=other).exists()
    assert "Ruud" not in Message.objects.get(account=hanna).text
    by = {**signed(), "at": moment(date(2027, 1, 25), "12:00")}
    actions.remind_of_pool_terms(**by)
    assert Message.objects.count() == 4
    actions.leave_pool(term=row, left_on=MONDAY, went_to=WentTo.UNKNOWN, **signed())
    assert actions.remind_of_pool_terms(**by) == 0


def test_the_first_to_end_is_on_top(cast: Cast) -> None:
    late = begun(cast)
    early = actions.begin_pool_term(
        worker=cast.sanne,
        organisation=cast.molenpoort,
        starts_on=FIRST,
        ends_on=date(2027, 1, 1),
        **signed(),
    )
    assert list(queries.pool_terms_of([cast.molenpoort.pk])) == [early, late]
    assert [days for _row, days in queries.pool_terms_to_remind(moment(MONDAY, "12:00"))] == [90]
    assert not queries.pool_terms_of([cast.de_linde.pk])


@pytest.mark.parametrize(
    ("went", "told", "others", "employers", "to_employer"),
    [
        ({"linde": 9}, {}, 9, {}, None),
        ({"linde": 10}, {"employer": 10}, 0, {"De Linde": 10}, None),
        # The two of the other employer take De Linde with them: twelve less ten is two.
        ({"linde": 10, "rijnzicht": 2}, {"employer": 12}, 0, {}, None),
        ({"linde": 11, "training": 3}, {}, 14, {}, None),
        (
            {"linde": 11, "training": 3, "other_work": 8},
            {"employer": 11},
            11,
            {"De Linde": 11},
            None,
        ),
        (
            {"linde": 20, "elsewhere": 10, "rijnzicht": 11},
            {"employer": 31, "elsewhere": 10},
            0,
            {"De Linde": 20, "Rijnzicht": 11},
            41,
        ),
    ],
)
def test_where_few_went_is_not_told_apart(
    went: dict[str, int],
    told: dict[str, int],
    others: int,
    employers: dict[str, int],
    to_employer: int | None,
    cast: Cast,
) -> None:
    houses = {"linde": cast.de_linde, "rijnzicht": cast.rijnzicht}
    PoolTerm.objects.bulk_create(
        PoolTerm(
            worker=make_worker(f"{where} {number}"),
            organisation=cast.molenpoort,
            starts_on=FIRST,
            ends_on=MONDAY,
            left_on=MONDAY,
            went_to=WentTo.EMPLOYER if where in houses else where,
            employer=houses.get(where),
            noted_by="HR",
            noted_at=NOW,
        )
        for where, count in went.items()
        for number in range(count)
    )
    flow = queries.flow_out([cast.molenpoort.pk], FIRST, MONDAY)
    assert flow.gone == sum(went.values())
    assert (flow.left, flow.others, flow.employers) == (told, others, employers)
    assert flow.to_employer == to_employer
    for total, parts in ((flow.gone, flow.left), (told.get("employer", 0), flow.employers)):
        assert not 0 < total - sum(parts.values()) < 10 or not parts
