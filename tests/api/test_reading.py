"""The queries that the API pages through: whole, in one statement, of one organisation."""

from __future__ import annotations

from datetime import timedelta

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from people import Cast
from rondstroom.rooms.demand import actions as demand_actions
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import actions as matching_actions
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import actions as roster_actions
from rondstroom.rooms.rosters import queries as rosters

FAR = timedelta(days=60)


def test_every_shift_is_there_cancelled_ones_too(cast: Cast) -> None:
    first, second = make_shift(cast.vlinder), make_shift(cast.vlinder)
    make_shift(cast.wijkteam)
    demand_actions.cancel_shift(shift=second, reason="weg", **signed())
    assert set(demand.all_shifts_of(cast.de_linde.pk)) == {first, second}


def test_assignments_of_a_period_cancelled_ones_too(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    made = roster_actions.assign(worker=cast.niels, shift=shift, **signed())
    roster_actions.cancel(assignment=made, **signed())
    assert list(rosters.assignments_at(cast.de_linde.pk, NOW, NOW + FAR)) == [made]
    assert not rosters.assignments_at(cast.molenpoort.pk, NOW, NOW + FAR)
    assert not rosters.assignments_at(cast.de_linde.pk, NOW + FAR, NOW + 2 * FAR)


def test_requests_at_an_organisation_answered_ones_too(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder)
    asked = matching_actions.sign_up(worker=cast.niels, shift=shift, by=cast.niels.account, at=NOW)
    assert asked.request is not None
    matching_actions.decline_request(request=asked.request, answer="nee", **signed())
    assert [one.pk for one in matching.requests_at(cast.de_linde.pk)] == [asked.request.pk]
    assert not matching.requests_at(cast.molenpoort.pk)


def test_published_days_lie_within_what_is_asked(cast: Cast) -> None:
    make_shift(cast.vlinder)
    last = MONDAY + timedelta(days=6)
    roster_actions.publish_roster(team=cast.vlinder, starts_on=MONDAY, ends_on=last, **signed())
    asked = MONDAY + timedelta(days=5), MONDAY + timedelta(days=9)
    assert rosters.published_days(cast.vlinder.pk, *asked) == [asked[0], last]
    assert rosters.published_days(cast.wijkteam.pk, *asked) == []
