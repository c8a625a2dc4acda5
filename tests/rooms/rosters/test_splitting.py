"""A shift in two: who was on it keeps a part, and together the parts stay the work asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment, period
from factories.skills import make_function
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as queries_of_demand
from rondstroom.rooms.demand.actions import UnableToSplit
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment
from rooms.demand.test_patterns import set_demand, slot

pytestmark = pytest.mark.django_db
LAST = MONDAY + timedelta(days=6)


def cut(shift: Shift, clock: str = "11:00", **more: Any) -> Shift:
    """Cut a shift of Monday at a time."""
    return demand.split_shift(shift=shift, cut_at=moment(MONDAY, clock), **more, **signed())


def times(shift: Shift) -> tuple[datetime, datetime]:
    """Give start and end as they are kept."""
    shift.refresh_from_db()
    return shift.starts_at, shift.ends_at


def asked(start: str, end: str) -> tuple[datetime, datetime]:
    """Give start and end on Monday."""
    whole = period(MONDAY, start, end)
    return whole.starts_at, whole.ends_at


def test_two_parts_touch_and_ask_the_same(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, skills=["insuline"], places=2, remarks="sleutel")
    part = cut(shift)
    assert times(shift) == asked("07:00", "11:00")
    assert times(part) == asked("11:00", "15:30")
    assert (part.places, part.remarks, part.state) == (2, "sleutel", "published")
    assert [one.code for one in part.skills.all()] == ["insuline"]
    assert part.function == make_function("VIG")


@pytest.mark.parametrize(("clock", "pauses"), [("11:00", (0, 30)), ("13:00", (30, 0))])
def test_the_longer_part_gets_the_break(cast: Cast, clock: str, pauses: tuple[int, int]) -> None:
    shift = make_shift(cast.vlinder)
    part = cut(shift, clock)
    shift.refresh_from_db()
    assert (shift.break_minutes, part.break_minutes) == pauses


@pytest.mark.parametrize("keep_last", [False, True])
def test_who_was_on_it_keeps_the_part_that_was_chosen(cast: Cast, keep_last: bool) -> None:
    shift = make_shift(cast.vlinder)
    actions.assign(worker=cast.niels, shift=shift, **signed())
    part = cut(shift, keep_last=keep_last)
    kept = asked("11:00", "15:30") if keep_last else asked("07:00", "11:00")
    made = Assignment.objects.exclude(state="cancelled").get()
    assert made.shift_id == shift.pk
    assert (made.starts_at, made.ends_at) == times(shift) == kept
    assert times(part) != kept


def test_the_journal_says_both(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    part = cut(shift)
    events = Entry.objects.filter(subject__in=[f"shift:{shift.pk}", f"shift:{part.pk}"])
    told = [(one.event, one.subject) for one in events.order_by("pk")][1:]
    assert told == [
        ("demand.shift.created", f"shift:{part.pk}"),
        ("demand.shift.changed", f"shift:{shift.pk}"),
    ]


@pytest.mark.parametrize("clock", ["07:00", "15:30", "06:00", "16:00"])
def test_a_moment_outside_the_shift_is_refused(cast: Cast, clock: str) -> None:
    shift = make_shift(cast.vlinder)
    with pytest.raises(UnableToSplit, match="Knippen kan alleen tussen"):
        cut(shift, clock)
    assert Shift.objects.count() == 1


def test_a_shift_that_lapsed_is_not_cut(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    demand.cancel_shift(shift=shift, reason="vol", **signed())
    with pytest.raises(UnableToSplit, match="vervallen"):
        cut(shift)


def test_a_place_in_training_follows_the_shift_and_is_not_cut_itself(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    beside = demand.open_training_place(shift=shift, **signed())
    with pytest.raises(UnableToSplit, match="loopt iemand mee"):
        cut(beside)
    cut(shift)
    assert times(beside) == asked("07:00", "11:00")


def changes(cast: Cast) -> list[Any]:
    return queries.demand_changes(cast.vlinder.pk, MONDAY, LAST, NOW).changes


def roll_out(cast: Cast) -> None:
    """Roll out the week of Monday."""
    seen = queries.demand_changes(cast.vlinder.pk, MONDAY, LAST, NOW).mark
    days = {"starts_on": MONDAY, "ends_on": LAST}
    actions.follow_demand(team=cast.vlinder, **days, seen=seen, **signed())


@pytest.mark.parametrize("keep_last", [False, True])
def test_a_cut_shift_stays_the_work_that_the_demand_asks(cast: Cast, keep_last: bool) -> None:
    set_demand(cast, slot(0))
    roll_out(cast)
    cut(Shift.objects.get(), keep_last=keep_last)
    assert changes(cast) == []
    roll_out(cast)
    assert Shift.objects.exclude(state="cancelled").count() == 2


def test_cut_in_three_it_is_still_that_work(cast: Cast) -> None:
    set_demand(cast, slot(0))
    roll_out(cast)
    cut(cut(Shift.objects.get(), "10:00"), "12:00")
    assert Shift.objects.count() == 3
    assert changes(cast) == []


def test_more_demand_beside_a_cut_shift_comes_beside_it(cast: Cast) -> None:
    set_demand(cast, slot(0))
    roll_out(cast)
    cut(Shift.objects.get())
    set_demand(cast, slot(0, places=2))
    [more] = changes(cast)
    assert (more.before, more.after, more.shift) == (1, 2, None)


def test_each_work_is_counted_once(cast: Cast) -> None:
    whole, shift = make_shift(cast.vlinder, start="08:00"), make_shift(cast.vlinder)
    first = cut(shift, keep_last=True)
    here = queries_of_demand.shifts_of_team(cast.vlinder.pk, first.starts_at, first.ends_at)
    assert set(queries_of_demand.without_last_parts(here)) == {whole, first}


def test_two_parts_become_one_again(cast: Cast) -> None:
    set_demand(cast, slot(0, break_minutes=30))
    roll_out(cast)
    shift = Shift.objects.get()
    actions.assign(worker=cast.niels, shift=shift, **signed())
    part = cut(shift, keep_last=True)
    demand.join_shift(shift=shift, part=part, **signed())
    assert times(shift) == asked("07:00", "15:30")
    assert (shift.break_minutes, shift.follows_demand, shift.whole_starts_at) == (30, True, None)
    part.refresh_from_db()
    assert part.state == "cancelled"
    made = Assignment.objects.exclude(state="cancelled").get()
    assert (made.starts_at, made.ends_at) == times(shift)


def test_parts_that_no_longer_touch_are_not_joined(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    part = cut(shift)
    later = part.starts_at + timedelta(minutes=30)
    demand.change_shift(shift=part, starts_at=later, **signed())
    with pytest.raises(UnableToSplit, match="passen niet meer"):
        demand.join_shift(shift=shift, part=part, **signed())
    assert times(shift) == asked("07:00", "11:00")


def test_two_shifts_that_were_never_one_are_not_joined(cast: Cast) -> None:
    one, other = make_shift(cast.vlinder, end="11:00"), make_shift(cast.vlinder, start="11:00")
    with pytest.raises(UnableToSplit):
        demand.join_shift(shift=one, part=other, **signed())


def test_a_night_is_cut_after_midnight(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    at = moment(MONDAY + timedelta(days=1), "03:00")
    part = demand.split_shift(shift=night, cut_at=at, **signed())
    night.refresh_from_db()
    assert night.ends_at == part.starts_at == at


def test_who_may_not_work_the_part_keeps_the_whole(cast: Cast) -> None:
    """A refusal of the roster undoes all of it: no half is left behind."""
    shift = make_shift(cast.vlinder, break_minutes=0)
    actions.assign(worker=cast.niels, shift=shift, **signed())
    cast.niels.proofs.all().delete()
    with pytest.raises(actions.UnableToFollow):
        cut(shift)
    assert Shift.objects.count() == 1
    assert times(shift) == asked("07:00", "15:30")
