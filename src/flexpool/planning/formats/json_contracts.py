"""How a contract, its limits and what came before stand in the project's own JSON."""

from __future__ import annotations

from collections.abc import Mapping

from flexpool.planning.formats.json_places import Placed
from flexpool.planning.problem import Contract, FreeWeekends, History, Limit, Notice

COUNTS = (
    "kind_run", "work_run", "off_run", "nights", "assignments", "minutes", "weekends",
    "week_minutes", "week_days", "month_minutes", "unsocial_minutes",
)  # fmt: skip


def read_limit(found: Placed, key: str, least: int | None = 0) -> Limit | None:
    """Read a limit that may be absent; its bounds are at least `least`."""
    limit = found.object(key)
    if limit is None:
        return None
    limit.only("minimum", "maximum", "under_weight", "over_weight")
    try:
        return Limit(
            limit.whole_or_none("minimum", least),
            limit.whole_or_none("maximum", least),
            limit.whole_or_none("under_weight"),
            limit.whole_or_none("over_weight"),
        )
    except ValueError as error:
        limit.place.fail(f"{key}: {error}")


def _limits(found: Placed, key: str) -> Mapping[str, Limit]:
    read = found.mapped(key, read_limit)
    return {name: limit for name, limit in read.items() if limit is not None}


def read_contract(found: Placed) -> Contract:
    """Read a contract."""
    found.only(*Contract.__slots__)
    rest = found.wholes("rest_after_nights")
    if len(rest) not in (0, 2):
        found.fail("rest_after_nights should be two numbers: nights in a row, minutes of rest")
    return Contract(
        id=found.text("id"),
        minutes=read_limit(found, "minutes"),
        week_minutes=read_limit(found, "week_minutes"),
        assignments=read_limit(found, "assignments"),
        weekends=read_limit(found, "weekends"),
        weekend_days=read_limit(found, "weekend_days"),
        week_days=read_limit(found, "week_days"),
        month_minutes=read_limit(found, "month_minutes"),
        owed_minutes=found.whole("owed_minutes", 0),
        balance=read_limit(found, "balance", least=None),
        free_weekends=_free_weekends(found.object("free_weekends")),
        notice=_notice(found.object("notice")),
        per_kind=_limits(found, "per_kind"),
        kind_run=_limits(found, "kind_run"),
        work_run=read_limit(found, "work_run"),
        off_run=read_limit(found, "off_run"),
        night_run=read_limit(found, "night_run"),
        rest_after_nights=(rest[0], rest[1]) if rest else None,
    )


def _free_weekends(found: Placed | None) -> FreeWeekends | None:
    if found is None:
        return None
    found.only(*FreeWeekends.__slots__)
    return FreeWeekends(found.whole("least"), found.whole("of"), found.whole_or_none("weight"))


def _notice(found: Placed | None) -> Notice | None:
    if found is None:
        return None
    found.only(*Notice.__slots__)
    return Notice(
        found.whole("hours"), found.whole_or_none("call_weight"), found.whole("cancel_weight", 0)
    )


def read_history(found: Placed | None) -> History | None:
    """Read the eve of the horizon, which may be unknown."""
    if found is None:
        return None
    found.only(*History.__slots__)
    return History(
        kind=found.text("kind", ""),
        balance=found.whole("balance", 0, least=None),
        recent_weekends=found.truths("recent_weekends"),
        **{name: found.whole(name, 0) for name in COUNTS},
    )
