"""Why each proposed place and why not the open ones, kept with the run as codes and numbers.

Codes are the rules of placement, the constraints of the planning engine, and the two below; the
desk has the words. No names are kept, only who comes next by number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from flexpool.planning import Roster
from flexpool.planning.explanation import Candidate, Explainer, What
from rondstroom.rooms.rosters.actions.plan.bench import Bench
from rondstroom.rooms.rosters.actions.plan.problem import Asked, asked, may_refuse
from rondstroom.rooms.rosters.queries.placement import ShiftFacts
from rondstroom.rooms.rosters.queries.work import breaches

WORKS_THAT_DAY = "planning.works-that-day"
NOT_OFFERED = "planning.not-offered"
"""Of a partner, and did not say to be available: the engine proposes nobody who did not offer."""
MOST_LINES, MOST_OPEN = 400, 60
"""Explaining takes some hundredths of a second for each; beyond this nobody reads on."""


def explained(bench: Bench) -> dict[str, Any]:
    """Explain what a proposal holds and what it leaves open, judged beside all of the proposal."""
    if not bench.known.open_shifts:
        return {}
    return _Explanation(bench, asked(bench.known, "proposal")).told()


class _Explanation:
    def __init__(self, bench: Bench, wanted: Asked) -> None:
        self._bench, self._known = bench, bench.known
        self._place = {
            shift.shift_id: place for place, alike in wanted.behind.items() for shift in alike
        }
        self._explainer: Explainer | None = None
        if wanted.problem.workers:
            cells = {
                (str(worker_id), self._place[shift.shift_id][0]): (self._kind(shift), "")
                for worker_id, shift in bench.taken
            }
            self._explainer = Explainer(wanted.problem, Roster.from_cells(wanted.problem, cells))

    def _kind(self, shift: ShiftFacts) -> str:
        return self._place[shift.shift_id][1]

    def told(self) -> dict[str, Any]:
        """Give the whole explanation."""
        lines = {
            f"{shift.shift_id}-{worker_id}": self._line(worker_id, shift)
            for worker_id, shift in self._bench.taken[:MOST_LINES]
        }
        places = list(self._bench.open_places())[:MOST_OPEN]
        return {"lines": lines, "open": [self._open(shift, left) for shift, left in places]}

    def _line(self, worker_id: int, shift: ShiftFacts) -> dict[str, Any]:
        assert self._explainer is not None  # who is proposed is in the problem
        found = self._explainer.placed(str(worker_id), self._place[shift.shift_id][0])
        return {
            "others": len(found.able),
            "kept_off": dict(found.kept_off),
            "may_refuse": self._may_refuse(worker_id, shift),
            **_next(found.able[0] if found.able else None),
        }

    def _may_refuse(self, worker_id: int, shift: ShiftFacts) -> bool:
        judge = self._known.judges[worker_id]
        return may_refuse(judge, shift, judge.numbers(shift).wish)

    def _open(self, shift: ShiftFacts, left: int) -> dict[str, Any]:
        day, kind = self._place[shift.shift_id]
        engine: dict[str, Candidate] = {}
        hours = 0
        if self._explainer is not None:
            found = self._explainer.open_place(day, kind).candidates
            engine = {one.worker: one for one in found}
            helps = self._explainer.helps(day, kind, sorts={What.HOURS})
            hours = sum(len(one.workers) for one in helps)
        able = [one for one in engine.values() if one.is_able]
        return {
            "shift": shift.shift_id,
            "short": left,
            "kept_off": dict(Counter(self._against(shift, engine))),
            "nearly": dict(Counter(self._nearly(shift))),
            "with_hours": hours,
            "others": len(able),
            **_next(able[0] if able else None),
        }

    def _against(self, shift: ShiftFacts, engine: dict[str, Candidate]) -> Iterator[str]:
        """Give for each worker who cannot, the first thing that keeps them off."""
        for pk in self._known.judges:
            if shift.starts_on in self._known.days_worked[pk]:
                yield WORKS_THAT_DAY
            elif blocking := self._blocking(pk, shift):
                yield blocking[0]
            elif not self._known.may_be_proposed(pk, shift):
                yield NOT_OFFERED
            elif (one := engine.get(str(pk))) and one.hindered_by:
                yield one.hindered_by[0]

    def _nearly(self, shift: ShiftFacts) -> Iterator[str]:
        """Give for each worker who lacks one thing only, that thing; the law was asked as well."""
        proposed = {pk for pk, other in self._bench.taken if other.starts_on == shift.starts_on}
        for pk, judge in self._known.judges.items():
            if pk in proposed or shift.starts_on in self._known.days_worked[pk]:
                continue
            blocking = self._blocking(pk, shift)
            if len(blocking) == 1:
                record = self._bench.records.get(pk) or judge.record(shift)
                if not breaches(record.findings_if_added(shift.as_work)):
                    yield blocking[0]

    def _blocking(self, pk: int, shift: ShiftFacts) -> list[str]:
        reasons = self._known.judges[pk].reasons(shift, with_law=False)
        return [reason.rule for reason in reasons if reason.is_blocking]


def _next(candidate: Candidate | None) -> dict[str, Any]:
    """Give who comes next, and what that would cost more."""
    if candidate is None:
        return {}
    return {
        "next": int(candidate.worker),
        "more": candidate.cost,
        "because": dict(candidate.because),
    }
