"""Rolling out is taken back: afterwards the team has the shifts it had before."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.rosters import actions, queries
from rooms.demand.test_patterns import set_demand, slot

pytestmark = pytest.mark.django_db
LAST = MONDAY + timedelta(days=6)
NIGHT = ("23:00", "07:15")


def roll_out(cast: Cast) -> actions.Followed:
    """Roll out the week of Monday as it is seen now."""
    mark = queries.demand_changes(cast.vlinder.pk, MONDAY, LAST, NOW).mark
    days = {"starts_on": MONDAY, "ends_on": LAST}
    return actions.follow_demand(team=cast.vlinder, **days, seen=mark, **signed())


def take_back(cast: Cast, followed: actions.Followed) -> None:
    actions.take_back_demand(team=cast.vlinder, followed=followed, **signed())


def living() -> list[Any]:
    """Give what every shift is that was not cancelled, without its number."""
    rows = Shift.objects.exclude(state="cancelled").order_by("starts_at", "function_id")
    return list(
        rows.values_list(
            "starts_at", "ends_at", "function", "places", "state", "follows_demand", "demand_key"
        )
    )


def need(*when: Any, **more: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Keep what a slot will be made of: there is no database yet."""
    return when, more


def ask_for(cast: Cast, needs: list[Any]) -> None:
    """Lay down what the team needs from now on."""
    set_demand(cast, *(slot(*when, **more) for when, more in needs))


DEMANDS: dict[str, tuple[list[Any], list[Any]]] = {
    "added": ([], [need(0, places=2), need(2, *NIGHT)]),
    "more places": ([need(0, places=1)], [need(0, places=3)]),
    "fewer places": ([need(0, places=3)], [need(0, places=1)]),
    "lapsed": ([need(0), need(4)], [need(0)]),
    "all at once": (
        [need(0, places=2), need(1), need(5, *NIGHT)],
        [need(0, places=1), need(1, places=4), need(3, *NIGHT)],
    ),
    "nothing": ([need(0)], [need(0)]),
}


@pytest.mark.parametrize("is_open", [False, True], ids=["drafts", "open"])
@pytest.mark.parametrize(("before", "after"), DEMANDS.values(), ids=DEMANDS)
def test_the_team_has_what_it_had(
    before: list[Any], after: list[Any], is_open: bool, cast: Cast
) -> None:
    ask_for(cast, before)
    roll_out(cast)
    make_shift(cast.vlinder, start="09:00", function="Helpende")  # by hand: never touched
    if is_open:
        drafts = Shift.objects.filter(state="draft").values_list("pk", flat=True)
        demand.publish_shifts(shift_ids=list(drafts), **signed())
    had = living()
    ask_for(cast, after)
    followed = roll_out(cast)
    assert (living() == had) == (before == after)
    take_back(cast, followed)
    assert living() == had
    assert journal.entries_about(f"team:{cast.vlinder.pk}").filter(
        event="rosters.demand.taken-back"
    )


def test_nothing_is_taken_back_when_somebody_came_in_between(cast: Cast) -> None:
    set_demand(cast, slot(0), slot(3))
    followed = roll_out(cast)
    first, _second = Shift.objects.order_by("starts_at")
    actions.assign(worker=make_worker("Tess", team=cast.vlinder), shift=first, **signed())
    had = living()
    refused = pytest.raises(actions.UnableToFollowDemand, match="staat intussen iemand")
    with refused, transaction.atomic():
        take_back(cast, followed)
    assert living() == had


def test_twice_takes_nothing_more_back(cast: Cast) -> None:
    set_demand(cast, slot(0), slot(3))
    followed = roll_out(cast)
    take_back(cast, followed)
    take_back(cast, followed)
    assert living() == []


def test_shifts_of_another_team_are_not_touched(cast: Cast) -> None:
    other = make_shift(cast.wijkteam)
    followed = actions.Followed({}, added=(other.pk,))
    with pytest.raises(actions.UnableToFollowDemand, match="niet van PG Vlinder"):
        take_back(cast, followed)
    other.refresh_from_db()
    assert other.state == "published"
