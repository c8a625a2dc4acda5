"""What a shift was before it was changed, as a session keeps it, and as the action takes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills import queries as skills

_PLAIN = ("break_minutes", "places", "sign_up", "reason", "remarks", "tasks")
_MOMENTS = ("starts_at", "ends_at")


def before(shift: Any) -> dict[str, Any]:
    """Give everything of a shift that a planner can change, as plain values."""
    return {
        **{name: getattr(shift, name) for name in _PLAIN},
        **{name: getattr(shift, name).isoformat() for name in _MOMENTS},
        "team": shift.team_id,
        "function": shift.function_id,
        "skills": [one.pk for one in shift.skills.all()],
    }


def only(values: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """Give what was changed of these values."""
    return {name: value for name, value in values.items() if name in names}


def again(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Give kept values as `demand.change_shift` takes them."""
    values = dict(kept)
    for name in values.keys() & set(_MOMENTS):
        values[name] = datetime.fromisoformat(values[name])
    if "team" in values:
        values["team"] = organisations.team(values["team"])
    if "function" in values:
        known = {row.pk: row for row in skills.functions()}
        values["function"] = known.get(values["function"])
    if "skills" in values:
        values["skills"] = [row for row in skills.skills() if row.pk in values["skills"]]
    return values
