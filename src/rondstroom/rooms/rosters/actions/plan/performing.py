"""The work of a planning run: search in a thread, write progress every second, propose."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.planning import AnyOf, MaxRuntime, NotAProblem, Params, Result, WhenTold, solve
from rondstroom.rooms.rosters.actions.plan import question
from rondstroom.rooms.rosters.actions.plan.problem import Asked, asked
from rondstroom.rooms.rosters.actions.plan.proposing import propose
from rondstroom.rooms.rosters.models import PlanningRun
from rondstroom.rooms.rosters.states import RunState

Report = Callable[[Mapping[str, Any]], None]

BEAT_SECONDS = 1.0
PARALLEL = 2
MOST_POINTS = 200

_log = logging.getLogger(__name__)


class StoppedBetween(Exception):
    """The run was given up, or stopped, by others while we worked on it."""


def perform_plan(run_id: int, report: Report | None = None) -> PlanningRun:
    """Do the work of a run: search, judge again, and store what is proposed with its reasons.

    `progress` holds seconds, objective, bound, gap and history; `result` holds `before` and
    `after`. A run that was started before is left alone, so delivering a task twice does no harm.
    Whatever goes wrong is kept on the run in words for people.
    """
    run = _started(run_id)
    if run is None:
        return PlanningRun.objects.get(pk=run_id)
    try:
        _performed(run, report)
    except StoppedBetween:
        _log.warning("planning run %s was closed by others", run_id)
    except Exception as broken:  # noqa: BLE001  (a task has nobody to raise to: the run tells it)
        _log.exception("planning run %s failed", run_id)
        _failed(run, broken)
    return PlanningRun.objects.get(pk=run_id)


def _performed(run: PlanningRun, report: Report | None) -> None:
    known = question.load(run, timezone.now())
    if not known.open_shifts:
        propose(run, [], None)
        return
    wanted = asked(known, f"run {run.pk}")
    if not wanted.problem.workers:
        propose(run, [], None)
        return
    result = _Search(run, wanted, report).performed()
    answer = [] if result.roster is None else list(wanted.answer(result.roster))
    propose(run, answer, result)


@dataclass
class _Search:
    """The engine in a thread of its own, which never touches the database; we watch it."""

    run: PlanningRun
    asked: Asked
    report: Report | None
    began: datetime = field(default_factory=timezone.now)
    stop: threading.Event = field(default_factory=threading.Event)
    history: list[tuple[float, int | None, float | None]] = field(default_factory=list)
    result: Result | None = None
    error: Exception | None = None

    def performed(self) -> Result:
        """Search until the time is up or a person stops it."""
        thread = threading.Thread(target=self._solve, daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(BEAT_SECONDS)
            self._beat()
        if self.error is not None:
            raise self.error
        assert self.result is not None  # the thread ended without an error
        return self.result

    def _solve(self) -> None:
        try:
            until = AnyOf(MaxRuntime(self.run.seconds), WhenTold(self.stop))
            params = Params(workers=PARALLEL)
            self.result = solve(self.asked.problem, until, self.run.seed, params, self._better)
        except Exception as error:  # noqa: BLE001  (raised again where somebody can catch it)
            self.error = error

    def _better(
        self, seconds: float, objective: int | None, bound: float, _gap: float | None
    ) -> None:
        self.history.append((round(seconds, 2), objective, _number(bound)))

    def _beat(self) -> None:
        """Write down how far it is; hear whether to stop."""
        now = timezone.now()
        points = self.history[-MOST_POINTS:]
        last = points[-1] if points else (0.0, None, None)
        progress = {
            "seconds": round((now - self.began).total_seconds(), 1),
            "objective": last[1],
            "bound": last[2],
            "history": points,
            "beat_at": now.isoformat(),
        }
        living = PlanningRun.objects.filter(pk=self.run.pk, state=RunState.RUNNING)
        if not living.update(progress=progress):
            self.stop.set()
            raise StoppedBetween
        if living.values_list("stop_asked", flat=True).first():
            self.stop.set()
        if self.report is not None:
            self.report(progress)


def _number(bound: float) -> float | None:
    return bound if abs(bound) != float("inf") else None


@transaction.atomic
def _started(run_id: int) -> PlanningRun | None:
    run = PlanningRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    if run.state != RunState.QUEUED:
        return None
    began = timezone.now()
    run.state = RunState.RUNNING
    run.progress = {"seconds": 0, "history": [], "beat_at": began.isoformat()}
    run.save(update_fields=["state", "progress"])
    return run


def _failed(run: PlanningRun, broken: Exception) -> None:
    if isinstance(broken, NotAProblem):
        text = _("De gegevens van deze periode vormen geen planning: %(why)s") % {"why": broken}
    else:
        text = _(
            "De planning is door een fout gestopt; het rooster is niet veranderd. Vraag haar "
            "opnieuw aan. Gaat het weer mis, geef dit dan door aan de beheerder: run %(run)d, "
            "%(kind)s."
        ) % {"run": run.pk, "kind": type(broken).__name__}
    PlanningRun.objects.filter(pk=run.pk, state=RunState.RUNNING).update(
        state=RunState.FAILED, failure=text
    )
