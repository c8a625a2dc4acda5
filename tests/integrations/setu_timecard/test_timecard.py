"""Timecards keep to the stored schema, and never tell of absence (PRIV-02)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import yaml

from factories.contracts import make_finance
from factories.identity import make_planner, signed
from factories.moments import NOW
from factories.settlement import LAST_WEEK, make_approved, make_hours, make_lending, make_worked
from people import Cast
from rondstroom.integrations.setu_timecard import (
    NoTimecard,
    TimecardsNotAllowed,
    timecard_of,
    timecards_out,
)
from rondstroom.rooms.settlement import actions, queries
from rondstroom.rooms.settlement.models import Hours
from rondstroom.rooms.settlement.states import HoursKind
from setu_schema import faults
from shared_data import shared


def schema() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(shared("data/setu/Timecard.yml").read_text("utf-8"))
    return found


def night(cast: Cast) -> Hours:
    one = make_worked(cast.niels, cast.vlinder, start="23:00", end="07:15")
    row = queries.hours(make_approved(one, cast.pia).pk)
    assert row is not None
    return row


def test_a_night_keeps_to_the_schema(cast: Cast) -> None:
    card = timecard_of(night(cast))
    assert faults(card, schema()) == []
    told = [(one["typeCode"]["value"], one["timeTotal"]) for one in card["timeInterval"]]
    assert told == [("HT100", "3.87"), ("HT400", "0.50"), ("HT100", "3.88")]


def test_the_examples_of_the_standard_pass_and_a_broken_one_does_not(cast: Cast) -> None:
    for name in ("TimecardExample_v2.0.json", "own_timecard_example.json"):
        assert faults(json.loads(shared(f"data/setu/{name}").read_text("utf-8")), schema()) == []
    card = timecard_of(night(cast))
    assert faults({**card, "reason": "ziek"}, schema())
    del card["person"]
    assert faults(card, schema())


@pytest.mark.parametrize("kind", [HoursKind.ABSENT, HoursKind.CALLED_OFF])
def test_absence_never_leaves(cast: Cast, kind: HoursKind) -> None:
    one = make_worked(cast.niels, cast.vlinder)
    row = make_hours(one, replace(queries.planned(one), kind=kind), by=cast.pia)
    row = actions.approve_hours(hours=row, version=1, by=cast.pia, at=NOW)
    with pytest.raises(NoTimecard):
        timecard_of(row)


def test_a_month_is_given_to_both_sides_and_to_nobody_else(cast: Cast) -> None:
    make_lending(cast.rijnzicht, cast.de_linde)
    make_approved(
        make_worked(cast.joke, cast.vlinder), cast.pia, make_planner(cast.rijnzicht, "Roos")
    )
    one = make_worked(cast.niels, cast.vlinder)
    row = make_hours(one, replace(queries.planned(one), kind=HoursKind.ABSENT), by=cast.pia)
    actions.approve_hours(hours=row, version=1, by=cast.pia, at=NOW)
    days = {"starts_on": LAST_WEEK, "ends_on": LAST_WEEK + timedelta(days=1)}
    machine = signed()["by"]
    for house in (cast.de_linde, cast.rijnzicht):
        (card,) = timecards_out(
            organisation=house, by=make_finance(house, house.name.replace(" ", "")), **days
        )
        assert faults(card, schema()) == []
        assert card["supplier"]["id"][0]["value"] == str(cast.rijnzicht.pk)
        assert timecards_out(organisation=house, by=machine, **days) == [card]
        with pytest.raises(TimecardsNotAllowed):
            timecards_out(organisation=house, by=cast.pia, **days)
    assert timecards_out(organisation=cast.molenpoort, by=machine, **days) == []


def test_hours_without_a_yes_are_no_timecard(cast: Cast) -> None:
    row = make_hours(make_worked(cast.niels, cast.vlinder))
    assert len(queries.breaks_of(queries.current_version(row))) == 1
    with pytest.raises(NoTimecard):
        timecard_of(row)
