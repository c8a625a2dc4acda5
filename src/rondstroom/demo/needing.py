"""Laying down what the teams of De Linde need: the week that is rostered there, as a pattern."""

from __future__ import annotations

from datetime import timedelta

from flexpool.periods import AMSTERDAM, week_start
from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.organisations import queries as organisations

WHERE = "De Linde"
WHY = "zoals het rooster van volgende week"


def lay_down_demand(founded: Founded, writer: Writer) -> int:
    """Lay down a first version per team, from next Monday on; give how many teams have one."""
    organisation = founded.organisations[WHERE]
    today = writer.this_morning["at"].astimezone(AMSTERDAM).date()
    monday = week_start(today) + timedelta(days=7)
    number = 0
    for team in organisations.teams_of(organisation.pk):
        slots = queries.slots_in_week(team.pk, monday)
        if slots:
            actions.set_demand(
                team=team, slots=slots, starts_on=monday, why=WHY, **writer.this_morning
            )
            number += 1
    return number
