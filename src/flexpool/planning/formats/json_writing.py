"""Writes a problem in the project's own JSON, so that reading gives the same problem back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from flexpool.planning.formats.json_terms_writing import (
    plain,
    written_composition,
    written_reach,
    written_terms,
)
from flexpool.planning.formats.own_json import FORMAT, VERSION
from flexpool.planning.problem import (
    Contract,
    FreeWeekends,
    Kind,
    Limit,
    Notice,
    Problem,
    Reach,
    Supervision,
    Worker,
)
from flexpool.planning.problem.demand import MINUTES_PER_DAY
from flexpool.staffing import Shift


def as_json(problem: Problem) -> str:
    """Write a problem as text.

    Raises
    ------
    ValueError
        When two contracts with the same id differ, or a kind lasts a day or longer: the format
        cannot say that.
    """
    contracts: dict[str, Contract] = {}
    for worker in problem.workers:
        if contracts.setdefault(worker.contract.id, worker.contract) != worker.contract:
            raise ValueError(f"two contracts called {worker.contract.id!r} differ")
    value = _header(problem) | {
        "kinds": [_kind(kind) for kind in problem.kinds],
        "contracts": [_contract(contract) for contract in contracts.values()],
        "workers": [_worker(worker) for worker in problem.workers],
        "demands": [plain(demand) for demand in problem.demands],
        "compositions": [written_composition(one) for one in problem.compositions],
        "faces": [plain(one) for one in problem.faces],
        "stays": [plain(one) for one in problem.stays],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _header(problem: Problem) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": problem.name,
        "days": problem.days,
        "first_weekday": problem.first_weekday,
        "first_date": problem.first_date.isoformat() if problem.first_date else None,
        "rest_minutes": problem.rest_minutes,
        "lawful": problem.lawful,
        "law_profile": problem.law_profile,
        "only_demanded": problem.only_demanded,
        "terms": written_terms(problem.terms),
        "planned_at": problem.planned_at.isoformat() if problem.planned_at else None,
    }


def _kind(kind: Kind) -> dict[str, Any]:
    written = plain(kind)
    if kind.starts is not None and kind.ends is not None:
        if kind.ends - kind.starts > MINUTES_PER_DAY:
            raise ValueError(f"kind {kind.id} lasts longer than a day")
        written |= {"starts": _clock(kind.starts), "ends": _clock(kind.ends)}
    if kind.not_next_day:
        written["not_next_day"] = sorted(kind.not_next_day)
    return written


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % MINUTES_PER_DAY, 60)
    return f"{hour:02}:{minute:02}"


def _contract(contract: Contract) -> dict[str, Any]:
    written: dict[str, Any] = {"id": contract.id} | plain(contract, ["owed_minutes"])
    for field in fields(contract):
        value = getattr(contract, field.name)
        if isinstance(value, Limit | FreeWeekends | Notice):
            written[field.name] = plain(value)
        elif field.name in ("per_kind", "kind_run") and value:
            written[field.name] = {kind: plain(limit) for kind, limit in value.items()}
    if contract.rest_after_nights:
        written["rest_after_nights"] = list(contract.rest_after_nights)
    return written


def _worker(worker: Worker) -> dict[str, Any]:
    written: dict[str, Any] = {"id": worker.id, "contract": worker.contract.id}
    listed = {
        "skills": sorted(worker.skills),
        "days_off": sorted(worker.days_off),
        "unavailable": _cells(worker.unavailable),
        "beyond_agreed": _cells(worker.beyond_agreed),
        "fixed": [
            {"day": day, "kind": kind, "skill": skill}
            for day, (kind, skill) in sorted(worker.fixed.items())
        ],
        "requests": [plain(request) for request in worker.requests],
        "published": [plain(promise) for promise in worker.published],
        "kind_cost": dict(worker.kind_cost),
        "locked": [_locked(shift) for shift in worker.locked],
        "supervision": [_supervision(one) for one in worker.supervision],
    }
    written |= {name: value for name, value in listed.items() if value}
    if worker.kinds is not None:
        written["kinds"] = sorted(worker.kinds)
    if worker.history is not None:
        written["history"] = plain(worker.history)
    if worker.unsocial is not None:
        written["unsocial"] = plain(worker.unsocial)
    if worker.reach != Reach():
        written["reach"] = written_reach(worker.reach)
    return written | plain(worker, ["age_group", "supernumerary_before"])


def _cells(cells: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    return [{"day": day, "kind": kind} for day, kind in sorted(cells)]


def _supervision(one: Supervision) -> dict[str, Any]:
    kinds = {} if one.kinds is None else {"kinds": sorted(one.kinds)}
    return plain(one, ["by", "weight"]) | kinds


def _locked(shift: Shift) -> dict[str, Any]:
    return {
        "starts_at": shift.period.starts_at.isoformat(),
        "ends_at": shift.period.ends_at.isoformat(),
        "break_minutes": shift.break_minutes,
        "kind": shift.kind.value,
        "organisation": shift.organisation,
        "id": shift.shift_id,
        "absent": shift.absent,
    }
