"""How the parts of a problem stand in the project's own JSON: kinds, contracts, workers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from flexpool.periods import NotAMoment, Period
from flexpool.planning.formats.json_contracts import read_history, read_limit
from flexpool.planning.formats.json_places import Placed
from flexpool.planning.formats.json_terms import read_reach
from flexpool.planning.problem import (
    Contract,
    Demand,
    Kind,
    Published,
    Request,
    Supervision,
    Worker,
)
from flexpool.planning.problem.demand import MINUTES_PER_DAY
from flexpool.staffing import AgeGroup, Shift, ShiftKind

CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def read_kind(found: Placed) -> Kind:
    """Read a kind."""
    found.only(
        "id", "minutes", "starts", "ends", "break_minutes", "organisation", "shift_kind",
        "place", "team", "function", "skill", "unsocial_minutes", "is_night", "not_next_day",
    )  # fmt: skip
    starts, ends = _clock(found, "starts"), _clock(found, "ends")
    if starts is not None and ends is not None and ends <= starts:
        ends += MINUTES_PER_DAY
    return Kind(
        id=found.text("id"),
        minutes=found.whole("minutes"),
        starts=starts,
        ends=ends,
        break_minutes=found.whole("break_minutes", 0),
        organisation=found.text("organisation", ""),
        shift_kind=ShiftKind(found.text("shift_kind", ShiftKind.WORK)),
        place=found.text("place", ""),
        team=found.text("team", ""),
        unsocial_minutes=found.whole("unsocial_minutes", 0),
        function=found.text("function", ""),
        skill=found.text("skill", ""),
        is_night=found.truth("is_night"),
        not_next_day=frozenset(found.texts("not_next_day")),
    )


def _clock(found: Placed, key: str) -> int | None:
    if found.get(key) is None:
        return None
    match = CLOCK.fullmatch(found.text(key))
    if match is None:
        found.place.fail(f"{key} should be a time of day as 07:30, not {found[key]!r}")
    return 60 * int(match[1]) + int(match[2])


def read_demand(found: Placed) -> Demand:
    """Read a demand."""
    found.only(*Demand.__slots__)
    return Demand(
        day=found.whole("day"),
        kind=found.text("kind"),
        skill=found.text("skill", ""),
        minimum=found.whole("minimum", 0),
        minimum_weight=found.whole_or_none("minimum_weight"),
        optimum=found.whole("optimum", 0),
        under_weight=found.whole("under_weight", 0),
        over_weight=found.whole("over_weight", 0),
        maximum=found.whole_or_none("maximum"),
    )


def read_worker(found: Placed, contracts: Mapping[str, Contract]) -> Worker:
    """Read a worker, whose contract is named."""
    found.only(*Worker.__slots__)
    contract = found.text("contract")
    if contract not in contracts:
        found.fail(f"there is no contract {contract!r}")
    return Worker(
        id=found.text("id"),
        contract=contracts[contract],
        skills=frozenset(found.texts("skills")),
        kinds=None if found.get("kinds") is None else frozenset(found.texts("kinds")),
        days_off=frozenset(found.wholes("days_off")),
        unavailable=_cells(found, "unavailable"),
        beyond_agreed=_cells(found, "beyond_agreed"),
        fixed=dict(_fixed(one) for one in found.objects("fixed")),
        requests=tuple(_request(one) for one in found.objects("requests")),
        published=tuple(_published(one) for one in found.objects("published")),
        kind_cost=found.mapped("kind_cost", lambda prices, kind: prices.whole(kind, least=None)),
        reach=read_reach(found.object("reach")),
        supernumerary_before=found.whole("supernumerary_before", 0),
        supervision=_supervision(found),
        unsocial=read_limit(found, "unsocial"),
        history=read_history(found.object("history")),
        locked=tuple(_locked(one) for one in found.objects("locked")),
        age_group=AgeGroup(found.text("age_group", AgeGroup.ADULT)),
    )


def _cells(worker: Placed, key: str) -> frozenset[tuple[int, str]]:
    return frozenset(_cell(one) for one in worker.objects(key))


def _cell(found: Placed) -> tuple[int, str]:
    found.only("day", "kind")
    return found.whole("day"), found.text("kind", "")


def _fixed(found: Placed) -> tuple[int, tuple[str, str]]:
    found.only("day", "kind", "skill")
    return found.whole("day"), (found.text("kind", ""), found.text("skill", ""))


def _request(found: Placed) -> Request:
    found.only(*Request.__slots__)
    return Request(
        found.whole("day"), found.text("kind", ""), found.whole("weight"), found.truth("is_on")
    )


def _supervision(worker: Placed) -> tuple[Supervision, ...]:
    """Read one condition, or a list of them."""
    is_one = isinstance(worker.get("supervision"), Placed)
    one = worker.object("supervision") if is_one else None
    asked = [one] if one is not None else worker.objects("supervision")
    return tuple(_supervised(found) for found in asked)


def _supervised(found: Placed) -> Supervision:
    found.only(*Supervision.__slots__)
    return Supervision(found.text("by"), found.whole_or_none("weight"), found.names("kinds"))


def _published(found: Placed) -> Published:
    found.only(*Published.__slots__)
    return Published(found.whole("day"), found.text("kind", ""), found.whole("weight"))


def _locked(found: Placed) -> Shift:
    found.only("starts_at", "ends_at", "break_minutes", "kind", "organisation", "id", "absent")
    try:
        period = Period(
            datetime.fromisoformat(found.text("starts_at")),
            datetime.fromisoformat(found.text("ends_at")),
        )
    except (NotAMoment, ValueError) as error:
        found.place.fail(f"starts_at and ends_at: {error}")
    return Shift(
        period,
        break_minutes=found.whole("break_minutes", 0),
        kind=ShiftKind(found.text("kind", ShiftKind.WORK)),
        organisation=found.text("organisation", ""),
        shift_id=found.text("id", ""),
        absent=found.truth("absent"),
    )
