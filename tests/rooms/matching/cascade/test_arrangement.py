"""The ring of the region asks only people whom the pool's arrangement lets it ask."""

from __future__ import annotations

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import answer_council, make_arrangement
from factories.people import make_engagement, make_worker
from people import Cast
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.models import Offer
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.organisations.models import Pool
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import permissions
from rondstroom.rooms.people import queries as people_queries
from rondstroom.rooms.people.models import Worker

ASKED = {"shares": [Shared.ASKING], "needs_consent": [Shared.ASKING]}


@pytest.fixture
def pool(cast: Cast) -> Pool:
    """Give the pool of De Linde, Molenpoort and Rijnzicht."""
    return Pool.objects.get()


@pytest.fixture
def mees(cast: Cast) -> Worker:
    """Give somebody of Molenpoort who wants to work at De Linde."""
    return make_worker("Mees", team=cast.wijkteam, willing_for=[cast.de_linde])


def regional(cast: Cast) -> tuple[int, dict[str, int]]:
    """Give how many the regional ring would reach, and why others not."""
    seen = queries.cascade_forecast(make_shift(cast.vlinder), NOW)
    ring = next(one for one in seen.rings if one.ring == Ring.REGIONAL_POOL)
    return ring.reached, dict(ring.kept_out)


def test_without_an_arrangement_the_region_is_asked(cast: Cast, mees: Worker) -> None:
    assert regional(cast)[0] == 1


def test_what_is_not_agreed_is_not_asked_and_said(cast: Cast, pool: Pool, mees: Worker) -> None:
    make_arrangement(pool)
    reached, kept_out = regional(cast)
    assert (reached, kept_out["cascade.not-arranged"]) == (0, 1)


def test_consent_of_both_councils_opens_the_ring(cast: Cast, pool: Pool, mees: Worker) -> None:
    row = make_arrangement(pool, **ASKED)
    assert regional(cast)[0] == 0
    answer_council(row, cast.de_linde)
    assert regional(cast)[0] == 0
    answer_council(row, cast.molenpoort)
    assert regional(cast)[0] == 1
    answer_council(row, cast.molenpoort, "withdrawn")
    assert regional(cast)[0] == 0


def test_one_employer_that_shares_is_enough(cast: Cast, pool: Pool, mees: Worker) -> None:
    row = make_arrangement(pool, **ASKED)
    answer_council(row, cast.de_linde)
    answer_council(row, cast.rijnzicht)
    make_engagement(mees, cast.rijnzicht)
    assert regional(cast)[0] == 1


def test_a_running_cascade_makes_no_offer_that_is_not_agreed(
    cast: Cast, pool: Pool, mees: Worker
) -> None:
    make_arrangement(pool)
    shift = make_shift(cast.vlinder)
    actions.start_cascade(shift=shift, **signed())
    assert not Offer.objects.filter(worker=mees).exists()
    own = Offer.objects.filter(step__ring=Ring.OWN_TEAM)
    assert own.exists()  # the own team is nobody's arrangement


def test_somebody_is_named_to_the_region_only_when_an_employer_shares(
    cast: Cast, pool: Pool, mees: Worker
) -> None:
    assert people_queries.named_in_region([mees.pk, cast.niels.pk], MONDAY) == {mees.pk}
    row = make_arrangement(pool, shares=[Shared.AVAILABILITY], needs_consent=[Shared.AVAILABILITY])
    assert not permissions.may_see_in_region(cast.coen, mees.pk)
    answer_council(row, cast.molenpoort)
    assert people_queries.named_in_region([mees.pk, cast.niels.pk], MONDAY) == {mees.pk}
    answer_council(row, cast.molenpoort, "withdrawn")
    make_engagement(mees, cast.zonder_pool, ends_on=MONDAY)
    assert people_queries.named_in_region([mees.pk], MONDAY) == set()


def test_who_is_open_to_nobody_is_never_named(cast: Cast, pool: Pool, mees: Worker) -> None:
    people.set_willingness(worker=mees, organisations=[], **signed())
    make_arrangement(pool, shares=[Shared.AVAILABILITY])
    assert people_queries.named_in_region([mees.pk], MONDAY) == set()
