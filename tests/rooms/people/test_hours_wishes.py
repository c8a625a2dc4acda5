"""Wanting more hours is a state of one's own, without a reason, that ends with the month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import MoreHours


def wish(worker: Worker, more: MoreHours, minutes: int | None = None) -> None:
    actions.wish_hours(worker=worker, minutes_per_week=minutes, more=more, **signed())


def wanting(*organisations: int, partners: tuple[int, ...] = (), on: date = MONDAY) -> list[str]:
    return [one.worker.name for one in queries.who_wants_more(organisations, partners, on)]


def test_what_is_wished_last_counts(cast: Cast) -> None:
    wish(cast.niels, MoreHours.STRUCTURAL, 32 * 60)
    wish(cast.niels, MoreHours.NO, 24 * 60)
    said = queries.hours_wish_of(cast.niels.pk, MONDAY)
    assert said is not None
    assert (said.minutes_per_week, said.more) == (24 * 60, "")
    assert queries.hours_wish_of(cast.sanne.pk, MONDAY) is None
    assert Entry.objects.filter(event="people.hours.wished").count() == 2


@pytest.mark.parametrize("minutes", [0, -60, actions.MOST_HOURS_A_WEEK * 60 + 1])
def test_hours_that_cannot_be_are_refused(cast: Cast, minutes: int) -> None:
    with pytest.raises(actions.UnableToWishHours, match="van 1 tot en met 48"):
        wish(cast.niels, MoreHours.STRUCTURAL, minutes)


def test_this_month_ends_with_the_month(cast: Cast) -> None:
    wish(cast.niels, MoreHours.MONTH)
    said = queries.hours_wish_of(cast.niels.pk, date(2026, 11, 30))
    assert said is not None
    assert (said.more, said.until) == (MoreHours.MONTH, date(2026, 12, 1))
    after = queries.hours_wish_of(cast.niels.pk, date(2026, 12, 1))
    assert after is not None
    assert after.more == MoreHours.NO
    assert wanting(cast.de_linde.pk, on=date(2026, 11, 30)) == ["Niels"]
    assert wanting(cast.de_linde.pk, on=date(2026, 12, 1)) == []


def test_december_leads_to_january(cast: Cast) -> None:
    late = moment(date(2026, 12, 31), "23:30")
    signature = {**signed(), "at": late}
    row = actions.wish_hours(
        worker=cast.niels, minutes_per_week=None, more=MoreHours.MONTH, **signature
    )
    assert row.until == date(2027, 1, 1)


def test_the_desk_sees_its_own_and_who_wants_to_come_and_no_others(cast: Cast) -> None:
    for worker in (cast.niels, cast.ruud, cast.joke, cast.fatima):
        wish(worker, MoreHours.STRUCTURAL)
    own, partners = cast.de_linde.pk, (cast.molenpoort.pk, cast.rijnzicht.pk)
    assert set(wanting(own, partners=partners)) == {"Niels", "Ruud", "Joke", "Fatima"}
    assert set(wanting(own)) == {"Niels", "Fatima"}
    assert wanting(cast.zonder_pool.pk, partners=partners) == []
    assert wanting(own, on=MONDAY - timedelta(days=2000)) == []


def test_who_waits_longest_stands_first(cast: Cast) -> None:
    for days, worker in enumerate((cast.niels, cast.sanne)):
        actions.wish_hours(
            worker=worker,
            minutes_per_week=None,
            more=MoreHours.STRUCTURAL,
            by=signed()["by"],
            at=NOW - timedelta(days=days),
        )
    assert wanting(cast.de_linde.pk) == ["Sanne", "Niels"]
