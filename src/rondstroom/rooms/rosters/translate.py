"""Rows ↔ flexpool's values: shifts as the working-time law sees them, and people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final

from flexpool.parameters import lookup
from flexpool.periods import Period
from flexpool.staffing import AgeGroup, Shift
from flexpool.worktime import DEFAULT_PROFILE, Profile, Restriction, load_profile
from rondstroom.rooms.people import states as people

DECLARED: Final = "declared"
"""The `shift_id` of work elsewhere that the worker told of."""


def worked(
    starts_at: datetime,
    ends_at: datetime,
    break_minutes: int,
    organisation_id: int | None = None,
    shift_id: str = "",
) -> Shift:
    """Give a row as the library's shift; a break as long as the shift itself is no break."""
    period = Period(starts_at, ends_at)
    pause = break_minutes if break_minutes < period.minutes else 0
    organisation = "" if organisation_id is None else str(organisation_id)
    return Shift(period, pause, organisation=organisation, shift_id=shift_id)


def age_group(youth_until: date | None, on: date) -> AgeGroup:
    """Give the chapter of the Act that protects a worker on a day."""
    return AgeGroup.YOUTH if youth_until and on < youth_until else AgeGroup.ADULT


def restriction(name: str, until: date | None, on: date) -> Restriction | None:
    """Give the limit to what may be asked of a worker, or None; it runs up to `until`.

    Its start and reason are not kept: it is taken to hold already.
    """
    if not name or until is None or until <= on:
        return None
    shorter_hours = name != people.Restriction.NO_NIGHTS
    return Restriction(on - timedelta(weeks=4), until, shorter_hours=shorter_hours)


def strictest(profiles: Collection[str]) -> Profile:
    """Give one profile for all organisations involved.

    A profile only relaxes the Act where a collective arrangement allows it, so organisations with
    different arrangements leave what all of them may do: the Act itself.
    """
    names = {name or DEFAULT_PROFILE for name in profiles}
    return load_profile(names.pop() if len(names) == 1 else DEFAULT_PROFILE)


def daily_rest(group: AgeGroup, on: date) -> timedelta:
    """Give the daily rest that the database guards for a shift on a day (ATW 5:3)."""
    chapter = "youth" if group is AgeGroup.YOUTH else "adults"
    hours = lookup(f"worktime.{chapter}.daily_rest_hours", on=on).value
    return timedelta(hours=float(hours))
