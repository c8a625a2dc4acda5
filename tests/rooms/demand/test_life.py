"""The life of a shift: draft, open, cancelled, and no other way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.organisations import make_organisation, make_team
from factories.skills import make_function, make_skill
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import TRANSITIONS, ShiftState
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.journal.actions import UnableToAct

pytestmark = pytest.mark.django_db


def events(shift: Shift) -> list[str]:
    """Give what happened to a shift since it was made."""
    return [line.event for line in journal.entries_about(f"shift:{shift.pk}")][1:]


def publish(shift: Shift) -> None:
    actions.publish_shifts(shift_ids=[shift.pk], **signed())


def withdraw(shift: Shift) -> None:
    actions.withdraw_shift(shift=shift, **signed())


def cancel(shift: Shift) -> None:
    actions.cancel_shift(shift=shift, reason="niet meer nodig", **signed())


def in_state(state: ShiftState) -> Shift:
    """Give a shift in a state, by the ordinary way."""
    shift = make_shift(state=ShiftState.DRAFT)
    if state == ShiftState.PUBLISHED:
        publish(shift)
    if state == ShiftState.CANCELLED:
        cancel(shift)
    shift.refresh_from_db()
    return shift


STEPS: dict[ShiftState, Callable[[Shift], None]] = {
    ShiftState.PUBLISHED: publish,
    ShiftState.DRAFT: withdraw,
    ShiftState.CANCELLED: cancel,
}


def test_every_state_has_its_place_in_the_table() -> None:
    assert set(TRANSITIONS) == set(ShiftState) == set(STEPS)


@pytest.mark.parametrize("before", list(ShiftState))
@pytest.mark.parametrize("after", list(ShiftState))
def test_every_step_is_allowed_or_refused_as_the_table_says(
    before: ShiftState, after: ShiftState
) -> None:
    shift = in_state(before)
    if after in TRANSITIONS[before]:
        STEPS[after](shift)
        shift.refresh_from_db()
        assert shift.state == after
    elif before == after == ShiftState.PUBLISHED:
        publish(shift)  # a double click: nothing happens
        assert events(shift) == ["demand.shift.published"]
    else:
        with pytest.raises(UnableToAct):
            STEPS[after](shift)
        shift.refresh_from_db()
        assert shift.state == before


def test_publishing_opens_all_and_says_since_when() -> None:
    drafts = [make_shift(state=ShiftState.DRAFT, day=MONDAY + timedelta(days=n)) for n in range(3)]
    opened = actions.publish_shifts(shift_ids=[one.pk for one in drafts], **signed())
    assert {one.pk for one in opened} == {one.pk for one in drafts}
    for draft in drafts:
        draft.refresh_from_db()
        assert (draft.state, draft.published_at) == (ShiftState.PUBLISHED, NOW)
        assert events(draft) == ["demand.shift.published"]


def test_publishing_again_gives_nothing_and_writes_nothing() -> None:
    shift = make_shift(state=ShiftState.DRAFT)
    publish(shift)
    assert actions.publish_shifts(shift_ids=[shift.pk], **signed()) == []
    assert events(shift) == ["demand.shift.published"]


@pytest.mark.parametrize("spoiler", ["cancelled", "begun", "gone"])
def test_when_one_cannot_be_published_none_is(spoiler: str) -> None:
    draft = make_shift(state=ShiftState.DRAFT)
    other = make_shift(
        state=ShiftState.DRAFT, day=NOW.date() if spoiler == "begun" else MONDAY, start="09:00"
    )
    said = {"cancelled": "is vervallen", "begun": "al begonnen", "gone": "bestaat niet meer"}
    if spoiler == "cancelled":
        cancel(other)
    other_id = 0 if spoiler == "gone" else other.pk
    with pytest.raises(actions.UnableToPublishShifts, match=said[spoiler]):
        actions.publish_shifts(shift_ids=[draft.pk, other_id], **signed())
    draft.refresh_from_db()
    assert draft.state == ShiftState.DRAFT


def test_a_shift_that_begins_this_moment_has_begun() -> None:
    draft = make_shift(state=ShiftState.DRAFT)
    author = {"shift_ids": [draft.pk], "by": signed()["by"]}
    with pytest.raises(actions.UnableToPublishShifts, match="al begonnen"):
        actions.publish_shifts(**author, at=draft.starts_at)
    assert actions.publish_shifts(**author, at=draft.starts_at - timedelta(seconds=1))


def test_publishing_a_month_takes_few_statements(django_assert_max_num_queries: Any) -> None:
    team = make_team()
    drafts = [
        make_shift(team, state=ShiftState.DRAFT, day=MONDAY + timedelta(days=number)).pk
        for number in range(30)
    ]
    author = signed()
    with django_assert_max_num_queries(8):
        actions.publish_shifts(shift_ids=drafts, **author)


def test_withdrawing_closes_it_for_workers() -> None:
    shift = in_state(ShiftState.PUBLISHED)
    withdraw(shift)
    assert (shift.state, shift.published_at) == (ShiftState.DRAFT, None)
    window = (NOW, NOW + timedelta(days=7), [shift.organisation_id])
    assert not queries.open_shifts(*window).exists()
    assert events(shift)[-1] == "demand.shift.withdrawn"


def test_what_is_not_open_cannot_be_withdrawn() -> None:
    draft = in_state(ShiftState.DRAFT)
    with pytest.raises(actions.UnableToWithdrawShift, match="staat niet open"):
        withdraw(draft)
    assert events(draft) == []


def test_a_shift_can_be_held_while_its_places_are_given_out() -> None:
    shift = make_shift()
    with transaction.atomic():
        assert queries.locked_shift(shift.pk) == shift


def test_cancelling_says_why() -> None:
    shift = in_state(ShiftState.PUBLISHED)
    with pytest.raises(actions.UnableToCancelShift, match="Waarom vervalt"):
        actions.cancel_shift(shift=shift, reason="  ", **signed())
    cancel(shift)
    line = journal.entries_about(f"shift:{shift.pk}").last()
    assert line is not None
    assert (line.event, line.data) == ("demand.shift.cancelled", {"reason": "niet meer nodig"})


def test_a_change_names_what_really_changed() -> None:
    shift = make_shift(skills=["sonde"])
    changed = actions.change_shift(
        shift=shift,
        starts_at=moment(MONDAY, "08:00"),
        ends_at=shift.ends_at,
        places=3,
        function=make_function("VP4"),
        skills=[make_skill("wond")],
        remarks=" anders ",
        **signed(),
    )
    assert changed == ["function", "places", "remarks", "skills", "starts_at"]
    assert (shift.places, shift.remarks, shift.starts_at) == (3, "anders", moment(MONDAY, "08:00"))
    assert [one.code for one in shift.skills.all()] == ["wond"]
    line = journal.entries_about(f"shift:{shift.pk}").last()
    assert line is not None
    assert (line.event, line.data) == ("demand.shift.changed", {"changed": changed})


def test_changing_nothing_writes_nothing() -> None:
    shift = make_shift(skills=["sonde"], reason="ziekte")
    same = {
        "starts_at": shift.starts_at,
        "places": 1,
        "skills": [make_skill("sonde")],
        "reason": "ziekte ",
        "team": shift.team,
    }
    assert actions.change_shift(shift=shift, **same, **signed()) == []
    assert events(shift) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_at": moment(MONDAY, "06:00")}, "voor het begin"),
        ({"break_minutes": 999}, "past niet"),
        ({"places": 0}, "en niet 0"),
        ({"reason": "x" * 61}, "te lang"),
    ],
)
def test_a_change_into_something_nobody_can_work_is_refused(
    wrong: dict[str, Any], said: str
) -> None:
    shift = make_shift()
    before = (shift.ends_at, shift.break_minutes, shift.places, shift.reason)
    with pytest.raises(actions.UnableToChangeShift, match=said):
        actions.change_shift(shift=shift, **wrong, **signed())
    shift.refresh_from_db()
    assert (shift.ends_at, shift.break_minutes, shift.places, shift.reason) == before


def test_a_cancelled_shift_stays_as_it_was() -> None:
    shift = in_state(ShiftState.CANCELLED)
    with pytest.raises(actions.UnableToChangeShift, match="Maak een nieuwe dienst"):
        actions.change_shift(shift=shift, places=2, **signed())


def test_a_shift_moves_between_teams_of_one_organisation_only() -> None:
    shift = make_shift(make_team("PG Vlinder"))
    sister = make_team("Somatiek 1")
    assert actions.change_shift(shift=shift, team=sister, **signed()) == ["team"]
    strange = make_team("Wijkteam", make_organisation("Molenpoort"))
    with pytest.raises(actions.UnableToChangeShift, match="andere organisatie"):
        actions.change_shift(shift=shift, team=strange, **signed())
    shift.refresh_from_db()
    assert shift.team == sister


def test_state_and_key_are_not_changed_this_way() -> None:
    with pytest.raises(TypeError, match=r"source_key.*state"):
        actions.change_shift(
            shift=make_shift(), state=ShiftState.CANCELLED, source_key="D1", **signed()
        )
