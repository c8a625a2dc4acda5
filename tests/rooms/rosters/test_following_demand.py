"""Shifts follow the demand of their team; nothing that people are on is dropped silently."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import Following
from rooms.demand.test_patterns import set_demand, slot

pytestmark = pytest.mark.django_db
LAST = MONDAY + timedelta(days=6)


def seen(cast: Cast, at: Any = NOW) -> queries.DemandChanges:
    """Give what rolling out the week of Monday would do."""
    return queries.demand_changes(cast.vlinder.pk, MONDAY, LAST, at)


def roll_out(cast: Cast, mark: str | None = None) -> dict[Following, int]:
    """Roll out the week of Monday as it is seen now."""
    days = {"starts_on": MONDAY, "ends_on": LAST}
    mark = seen(cast).mark if mark is None else mark
    return actions.follow_demand(team=cast.vlinder, **days, seen=mark, **signed()).counts


def living() -> list[tuple[int, str]]:
    """Give places and state of every shift that was not cancelled, in order of time."""
    rows = Shift.objects.exclude(state="cancelled").order_by("starts_at", "pk")
    return list(rows.values_list("places", "state"))


def publish_all(cast: Cast) -> None:
    """Open every draft."""
    drafts = Shift.objects.filter(state="draft").values_list("pk", flat=True)
    demand.publish_shifts(shift_ids=list(drafts), **signed())


def test_what_is_needed_is_added_as_drafts_and_once(cast: Cast) -> None:
    set_demand(cast, slot(0, places=2), slot(2, "23:00", "07:15", skills=()))
    assert roll_out(cast) == {Following.ADD: 2}
    assert living() == [(2, "draft"), (1, "draft")]
    assert (seen(cast).changes, seen(cast).right) == ([], 2)
    assert roll_out(cast) == {}
    line = journal.entries_about(f"team:{cast.vlinder.pk}").get(
        event="rosters.demand.followed", data__add=2
    )
    assert line.data["starts_on"] == MONDAY.isoformat()


def test_more_and_fewer_places_follow_the_next_version(cast: Cast) -> None:
    set_demand(cast, slot(0, places=2), slot(1, places=2))
    roll_out(cast)
    set_demand(cast, slot(0, places=3), slot(1, places=1))
    assert roll_out(cast) == {Following.MORE: 1, Following.FEWER: 1}
    assert [places for places, _state in living()] == [3, 1]


def test_what_is_open_and_empty_lapses_when_it_is_not_needed(cast: Cast) -> None:
    set_demand(cast, slot(0), slot(1))
    roll_out(cast)
    publish_all(cast)
    set_demand(cast, slot(0))
    assert roll_out(cast) == {Following.CANCEL: 1}
    assert living() == [(1, "published")]
    gone = Shift.objects.get(state="cancelled")
    (line,) = journal.entries_about(f"shift:{gone.pk}").filter(event="demand.shift.cancelled")
    assert "zorgvraag" in line.data["reason"]


@pytest.mark.parametrize("places", [0, 1])
def test_nobody_loses_a_shift_silently(places: int, cast: Cast) -> None:
    set_demand(cast, slot(0, places=2))
    roll_out(cast)
    publish_all(cast)
    shift = Shift.objects.get()
    for name in ("Anna", "Bert"):
        worker = make_worker(name, team=cast.vlinder)
        actions.assign(worker=worker, shift=shift, **signed())
    set_demand(cast, *([slot(0, places=places)] if places else []))
    (change,) = seen(cast).changes
    assert (change.what, change.before, change.after, change.filled) == (
        Following.STAYS,
        2,
        places,
        2,
    )
    assert roll_out(cast) == {Following.STAYS: 1}
    assert living() == [(2, "published")]
    assert Assignment.objects.filter(state="confirmed").count() == 2


def test_what_was_made_by_hand_counts_and_is_never_touched(cast: Cast) -> None:
    by_hand = make_shift(cast.vlinder, state="draft")
    elsewhere = make_shift(cast.vlinder, day=MONDAY + timedelta(days=3))
    set_demand(cast, slot(0, places=3))
    (change,) = seen(cast).changes
    assert (change.what, change.before, change.after) == (Following.ADD, 1, 3)
    roll_out(cast)
    assert sorted(living()) == [(1, "draft"), (1, "published"), (2, "draft")]
    set_demand(cast)
    assert roll_out(cast) == {Following.CANCEL: 1}
    states = Shift.objects.filter(pk__in=[by_hand.pk, elsewhere.pk])
    assert set(states.values_list("state", flat=True)) == {"draft", "published"}


def test_what_has_begun_is_left_alone(cast: Cast) -> None:
    set_demand(cast, slot(0), slot(1))
    later = NOW + timedelta(days=1)
    assert [one.what for one in seen(cast, later).changes] == [Following.ADD]


def test_what_changed_since_it_was_seen_is_refused(cast: Cast) -> None:
    set_demand(cast, slot(0))
    before = seen(cast).mark
    roll_out(cast)
    with pytest.raises(actions.UnableToFollowDemand) as refused:
        roll_out(cast, before)
    assert refused.value.code == "changed"
    assert len(living()) == 1


def test_somebody_who_got_the_place_meanwhile_keeps_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking and cancelling somebody may book: the lock is looked at again."""
    set_demand(cast, slot(0))
    roll_out(cast)
    publish_all(cast)
    set_demand(cast)
    stale = seen(cast)
    worker = make_worker("Anna", team=cast.vlinder)
    actions.assign(worker=worker, shift=Shift.objects.get(), **signed())
    where = "rondstroom.rooms.rosters.actions.rolling_out.demand_changes"
    monkeypatch.setattr(where, lambda *_given: stale)
    with pytest.raises(actions.UnableToFollowDemand):
        roll_out(cast, stale.mark)
    assert living() == [(1, "published")]


def test_queries_do_not_grow_with_the_weeks(cast: Cast, django_assert_max_num_queries: Any) -> None:
    set_demand(cast, *(slot(day, start) for day in range(7) for start in ("07:00", "08:00")))
    roll_out(cast)
    with django_assert_max_num_queries(5):
        assert seen(cast).right == 14
