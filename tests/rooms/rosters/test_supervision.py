"""Under supervision only with a supervisor of the same team there, all the time (S28)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, SINCE
from factories.organisations import make_team
from factories.people import make_worker
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, GateTask
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.states import Level, ProofKind, WithdrawalReason

pytestmark = pytest.mark.django_db

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "supervision" / "presence.yaml").read_text("utf-8")
)
RULE = "gate.supervision"


def shown(worker: Worker, level: str, by: str = "independent", **more: Any) -> None:
    """Let somebody show wound care at a level."""
    words = {"level": level, "supervised_by": by if level == Level.SUPERVISED else ""}
    make_proof(worker, ProofKind.SKILL, skill="wond", **words, **more)


def night(cast: Cast, **more: Any) -> Shift:
    return make_shift(cast.vlinder, start="23:00", end="07:00", skills=["wond"], **more)


def put(worker: Worker, shift: Shift, **more: Any) -> Assignment:
    return actions.assign(worker=worker, shift=shift, **more, **signed())


def beside(cast: Cast, told: dict[str, Any], number: int = 0) -> Assignment:
    """Put a colleague there as a case tells."""
    worker = make_worker(f"Collega {number}", team=cast.vlinder, with_account=False)
    if told["level"] != "none":
        shown(worker, told["level"], valid_through=told.get("through"))
    if "then" in told:
        shown(worker, told["then"], valid_from=SINCE + timedelta(days=30))
    team = cast.vlinder if "team" not in told else make_team("Elders", cast.de_linde)
    start, end = told["shift"].split("-")
    day = MONDAY + timedelta(days=told.get("day", 0))
    shift = make_shift(team, day=day, start=start, end=end)
    state = AssignmentState.PLANNED if told.get("planned") else AssignmentState.CONFIRMED
    return put(worker, shift, state=state)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_who_is_there(case: dict[str, Any], cast: Cast) -> None:
    shown(cast.niels, "supervised", case.get("by", "independent"))
    for number, told in enumerate(case["there"]):
        beside(cast, told, number)
    shift = night(cast)
    found = matching.eligibility(cast.niels, shift, NOW)
    assert [one.rule for one in found.reasons] == [] if case["may"] else [RULE]
    assert [one.rule for one in found.warnings] == ([RULE] if case["may"] else [])
    if case["may"]:
        assert put(cast.niels, shift).pk
        return
    with pytest.raises(actions.UnableToAssign, match="Wond onder begeleiding") as refused:
        put(cast.niels, shift, override_reason="Iedereen is ziek")
    assert refused.value.code == "gate"
    assert not Assignment.objects.filter(worker=cast.niels).exists()


def alone(cast: Cast) -> tuple[Assignment, Assignment]:
    """Put Niels under supervision beside Anna; give both assignments."""
    shown(cast.niels, "supervised")
    other = beside(cast, {"level": "independent", "shift": "23:00-07:00"})
    return put(cast.niels, night(cast)), other


def open_tasks() -> list[tuple[int, list[str]]]:
    rows = GateTask.objects.filter(closed_at=None).order_by("pk")
    return [(task.assignment_id, task.rules) for task in rows]


def cancel(row: Assignment) -> None:
    actions.cancel(assignment=row, **signed())


def test_a_supervisor_who_goes_off_opens_a_task_at_once(cast: Cast) -> None:
    mine, other = alone(cast)
    cancel(other)
    assert open_tasks() == [(mine.pk, [RULE])]
    [one] = queries.open_gate_tasks([cast.de_linde.pk], NOW)
    assert "in het team iemand die dit zelfstandig mag" in one.blocks[0].text
    assert one.blocks[0].remedy


def test_another_supervisor_closes_it(cast: Cast) -> None:
    _mine, other = alone(cast)
    cancel(other)
    beside(cast, {"level": "supervises", "shift": "23:00-07:00"}, 2)
    assert open_tasks() == []


def test_a_supervisor_who_loses_the_evidence_is_none(cast: Cast) -> None:
    mine, other = alone(cast)
    proof = other.worker.proofs.get(kind=ProofKind.SKILL)
    skills.withdraw_proof(proof=proof, reason=WithdrawalReason.REVOKED, **signed())
    assert open_tasks() == [(mine.pk, [RULE])]


def test_what_nobody_noticed_the_nightly_check_finds(cast: Cast) -> None:
    mine, other = alone(cast)
    Assignment.objects.filter(pk=other.pk).update(state=AssignmentState.CANCELLED)
    assert open_tasks() == []
    done = actions.recheck_gate_daily(**signed())
    assert done is not None
    assert (done.opened, open_tasks()) == (1, [(mine.pk, [RULE])])


def test_a_roster_is_not_made_known_without_the_supervisor(cast: Cast) -> None:
    shown(cast.niels, "supervised")
    other = beside(cast, {"level": "independent", "shift": "23:00-07:00", "planned": True})
    put(cast.niels, night(cast), state=AssignmentState.PLANNED)
    Assignment.objects.filter(pk=other.pk).update(state=AssignmentState.CANCELLED)
    week = {"team": cast.vlinder, "starts_on": MONDAY, "ends_on": MONDAY + timedelta(days=6)}
    with pytest.raises(actions.UnableToPublish, match="Wond onder begeleiding"):
        actions.publish_roster(**week, **signed())


@pytest.mark.parametrize("level", ["independent", "supervised"])
def test_a_whole_roster_is_judged_together(level: str, cast: Cast) -> None:
    shown(cast.niels, "supervised")
    anna = make_worker("Anna", team=cast.vlinder, with_account=False)
    shown(anna, level)
    both = [night(cast), night(cast)]
    places = [(cast.niels, both[0]), (anna, both[1])]
    if level == "independent":
        assert len(actions.lay_roster(places=places, **signed())) == len(places)
        return
    with pytest.raises(actions.UnableToAssign, match="Wond onder begeleiding"):
        actions.lay_roster(places=places, **signed())
    assert not Assignment.objects.exists()


def test_an_organisation_learns_nothing_of_who_supervises(cast: Cast) -> None:
    _mine, other = alone(cast)
    later = night(cast)
    found = matching.eligibility(make_supervised(cast), later, NOW)
    told = " ".join(one.text for one in (*found.reasons, *found.warnings))
    assert "onder begeleiding" in told
    assert other.worker.name not in told


def make_supervised(cast: Cast) -> Worker:
    worker = make_worker("Wim", team=cast.vlinder, with_account=False)
    shown(worker, "supervised")
    return worker


def test_nothing_more_is_asked_where_nobody_is_supervised(cast: Cast) -> None:
    """A list without anybody under supervision costs no query more; with one, four at most."""
    for day in range(5):
        night(cast, day=MONDAY + timedelta(days=day))
    shown(cast.niels, "independent")
    counted = []
    for _turn in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            matching.shifts_for(cast.niels, NOW, NOW + timedelta(days=14), NOW)
        counted.append(len(asked))
        shown(cast.niels, "supervised", valid_from=SINCE + timedelta(days=1))
    assert counted[0] <= counted[1] <= counted[0] + 4
