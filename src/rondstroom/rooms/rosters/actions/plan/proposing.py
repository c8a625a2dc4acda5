"""What the engine answered, judged once more by gate and law, and stored for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from flexpool.planning import Result
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.actions.plan import by_hand, question
from rondstroom.rooms.rosters.actions.plan.bench import Bench, part_for
from rondstroom.rooms.rosters.actions.plan.explaining import explained
from rondstroom.rooms.rosters.actions.plan.fair_share import shares
from rondstroom.rooms.rosters.actions.plan.figures import Standing, figures
from rondstroom.rooms.rosters.models import PlanningRun, ProposalLine
from rondstroom.rooms.rosters.queries.placement import Judge, ShiftFacts
from rondstroom.rooms.rosters.queries.placement.ranking import in_words
from rondstroom.rooms.rosters.states import RunState

Answer = Iterable[tuple[int, list[ShiftFacts]]]


def propose(run: PlanningRun, answer: Answer, result: Result | None) -> None:
    """Judge the answer against the roster of this moment, and store what stands as lines.

    The solver never marks its own work: a line that gate or law refuses is left out and counted.
    Journal: `rosters.plan.proposed`.
    """
    known = question.load(run, timezone.now())
    bench = Bench(known)
    bench.take_all(answer)
    if result is not None and result.roster is None:
        by_hand.fill(bench)
    if known.is_regional:
        _share_out(run, bench, result)
    else:
        _store(run, bench, result)


@transaction.atomic
def _share_out(run: PlanningRun, bench: Bench, result: Result | None) -> None:
    """Give each organisation its part of the proposal as a run of its own, to decide on."""
    row = PlanningRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if row.state != RunState.RUNNING:
        return
    told = shares(bench.known, bench.taken)
    for share in told:
        if not share["proposed"]:
            continue
        part = PlanningRun.objects.create(
            organisation_id=share["organisation"],
            part_of=row,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            seconds=row.seconds,
            seed=row.seed,
            state=RunState.RUNNING,
        )
        _store(part, part_for(bench, share["organisation"]), result)
    row.result = {"shares": told, "left_out": bench.refused, **_found(result)}
    row.state = RunState.PROPOSED
    row.save(update_fields=["result", "state"])


def _store(run: PlanningRun, bench: Bench, result: Result | None) -> None:
    lines = [
        ProposalLine(
            run=run,
            shift_id=shift.shift_id,
            worker_id=worker_id,
            reasons=_why(bench.known.judges[worker_id], shift),
        )
        for worker_id, shift in bench.taken
    ]
    outcome = _outcome(bench, result)
    with transaction.atomic():
        row = PlanningRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
        if row.state != RunState.RUNNING:
            return
        ProposalLine.objects.bulk_create(lines)
        row.result, row.state = outcome, RunState.PROPOSED
        row.save(update_fields=["result", "state"])
        journal.record(
            event="rosters.plan.proposed",
            by=row.asked_by,
            at=timezone.now(),
            subject=f"run:{run.pk}",
            organisation_id=run.organisation_id,
            run_id=run.pk,
            lines=len(lines),
            left_out=bench.refused,
        )


def _why(judge: Judge, shift: ShiftFacts) -> list[str]:
    return list(in_words(judge.numbers(shift), judge.worker.worker.travel_mode))


def _outcome(bench: Bench, result: Result | None) -> dict[str, Any]:
    """Give before and after, and how it was found, so that it can be run again."""
    outcome: dict[str, Any] = {
        "before": figures(Standing(bench.known, (), {})),
        "after": figures(Standing(bench.known, tuple(bench.taken), bench.records)),
        "left_out": bench.refused,
        "explained": explained(bench),
    }
    return outcome | _found(result)


def _found(result: Result | None) -> dict[str, Any]:
    if result is None:
        return {}
    return {
        "objective": result.objective,
        "bound": result.bound if abs(result.bound) != float("inf") else None,
        "gap": result.gap,
        "seconds": round(result.seconds, 2),
        "solver": "by_hand" if result.roster is None else result.solver,
        "seed": result.seed,
        "version": result.version,
    }
