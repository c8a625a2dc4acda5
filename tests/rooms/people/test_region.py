"""What the region asks of people: who works where, who offers time, who is open to others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from factories.identity import signed
from factories.moments import MONDAY, moment
from factories.people import make_engagement, make_worker, say
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import DayPart, Wish

WEEK_LATER = MONDAY + timedelta(days=7)


def test_employers_in_names_all_of_them_that_were_asked(cast: Cast) -> None:
    both = [cast.de_linde.pk, cast.molenpoort.pk]
    assert queries.employers_in(both, MONDAY, WEEK_LATER)[cast.fatima.pk] == set(both)
    one = queries.employers_in(both[:1], MONDAY, WEEK_LATER)
    assert one[cast.fatima.pk] == {cast.de_linde.pk}
    assert cast.joke.pk not in one


def test_an_engagement_counts_when_it_holds_on_any_of_the_days(cast: Cast) -> None:
    worker = make_worker("Kort", organisation=cast.zonder_pool)
    last = MONDAY + timedelta(days=2)
    make_engagement(worker, cast.de_linde, starts_on=MONDAY, ends_on=last)
    asked = [cast.de_linde.pk]
    assert worker.pk in queries.employers_in(asked, last - timedelta(days=1), WEEK_LATER)
    assert worker.pk not in queries.employers_in(asked, last, WEEK_LATER)
    assert worker.pk not in queries.employers_in(asked, MONDAY - timedelta(days=3), MONDAY)


def test_offered_in_keeps_to_the_days_the_people_and_the_word(cast: Cast) -> None:
    say(
        cast.joke,
        {(MONDAY, DayPart.DAY): Wish.AVAILABLE, (WEEK_LATER, DayPart.DAY): Wish.AVAILABLE},
    )
    say(cast.ruud, {(MONDAY, DayPart.DAY): Wish.RATHER_NOT})
    asked = [cast.joke.pk, cast.ruud.pk]
    found = queries.offered_in(asked, MONDAY, WEEK_LATER)
    assert found == {cast.joke.pk: {(MONDAY, DayPart.DAY)}}
    assert queries.offered_in([], MONDAY, WEEK_LATER) == {}


def test_an_absence_takes_its_days_away_until_it_is_taken_back(cast: Cast) -> None:
    say(cast.joke, {(MONDAY + timedelta(days=n), DayPart.DAY): Wish.AVAILABLE for n in range(3)})
    absence = actions.report_absence(
        worker=cast.joke,
        organisation=cast.rijnzicht,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=2),
        **signed(),
    )
    left = {(MONDAY + timedelta(days=2), DayPart.DAY)}
    assert queries.offered_in([cast.joke.pk], MONDAY, WEEK_LATER)[cast.joke.pk] == left
    actions.withdraw_absence(absence=absence, **signed())
    assert len(queries.offered_in([cast.joke.pk], MONDAY, WEEK_LATER)[cast.joke.pk]) == 3


def test_declared_times_are_of_everybody_and_touch_the_period(cast: Cast) -> None:
    begin, end = moment(MONDAY, "14:00"), moment(MONDAY, "22:00")
    actions.declare_work(worker=cast.niels, starts_at=begin, ends_at=end, **signed())
    told = (cast.niels.pk, begin, end)
    assert list(queries.declared_times(Period(begin, end))) == [told]
    assert list(queries.declared_times(Period(end, end + timedelta(hours=1)))) == []


def test_who_may_be_named_takes_as_many_queries_for_one_as_for_all(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    every = [cast.fatima.pk, cast.niels.pk, cast.ruud.pk, cast.joke.pk]
    with django_assert_max_num_queries(4):
        assert queries.named_in_region(every, MONDAY) == {cast.ruud.pk, cast.joke.pk}
    with django_assert_max_num_queries(4):
        assert queries.named_in_region([cast.ruud.pk], MONDAY) == {cast.ruud.pk}


def test_open_to_region_is_who_named_another_organisation(cast: Cast) -> None:
    every = [cast.fatima.pk, cast.niels.pk, cast.sanne.pk, cast.ruud.pk, cast.joke.pk]
    assert queries.open_to_region(every) == {cast.ruud.pk, cast.joke.pk}
    assert queries.open_to_region([cast.ruud.pk]) == {cast.ruud.pk}
    assert queries.open_to_region([]) == set()
