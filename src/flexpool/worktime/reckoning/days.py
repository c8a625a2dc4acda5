"""Calendar days with work."""

from __future__ import annotations

from collections.abc import Iterable

from flexpool.worktime.clock import day_of, is_sunday, weekend_of
from flexpool.worktime.reckoning.booked import Booked
from flexpool.worktime.reckoning.spell import Spell


def sundays_with_work(spells: Iterable[Spell], calls: Iterable[Booked]) -> list[int]:
    """Give the Sundays with work or a call, by ordinal, in order."""
    days = {day for spell in spells for day in spell.sundays}
    for call in calls:
        touched = range(day_of(call.start), day_of(call.end - 1) + 1)
        days.update(day for day in touched if is_sunday(day))
    return sorted(days)


def weekends_with_work(spells: Iterable[Spell]) -> list[int]:
    """Give the Sunday of every weekend with work on Saturday or Sunday, in order."""
    days = (
        day for spell in spells for day in range(day_of(spell.start), day_of(spell.end - 1) + 1)
    )
    return sorted({sunday for day in days if (sunday := weekend_of(day)) is not None})


def starts_of_nights(
    spells: Iterable[Spell], *, presence_apart: bool, late_only: bool = False
) -> list[int]:
    """Give when the night diensten start.

    Parameters
    ----------
    spells
        In order of time.
    presence_apart
        Leave presence diensten out: an arrangement allows them, so the usual rules step aside.
    late_only
        Only those that end after 02:00.
    """
    return [
        spell.start
        for spell in spells
        if (spell.ends_late if late_only else spell.is_night)
        and not (presence_apart and spell.has_presence)
    ]
