"""Who stands on a shift passes the gate, or a task names who does not: whatever the order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from typer.testing import CliRunner

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, SINCE
from factories.organisations import make_organisation, make_team
from factories.people import make_engagement, make_worker
from factories.rosters import raw_assignment
from factories.skills import make_acceptance, make_policy, make_proof
from people import Cast
from rondstroom.cli import main
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, GateTask
from rondstroom.rooms.rosters.queries.gating import coming
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import Matter, ProofKind, WithdrawalReason

pytestmark = pytest.mark.django_db


def proof_of(worker: Worker, kind: ProofKind) -> Proof:
    return Proof.objects.get(worker=worker, kind=kind, withdrawn_on__isnull=True)


def withdraw(worker: Worker, kind: ProofKind = ProofKind.CONDUCT) -> None:
    skills.withdraw_proof(proof=proof_of(worker, kind), reason=WithdrawalReason.REVOKED, **signed())


def tasks(cast: Cast) -> list[queries.Standing]:
    return queries.open_gate_tasks([cast.de_linde.pk], NOW)


def placed(cast: Cast, **how: Any) -> Assignment:
    return actions.assign(worker=cast.niels, shift=make_shift(cast.vlinder, **how), **signed())


def test_a_proof_that_falls_away_opens_a_task_before_the_shift(cast: Cast) -> None:
    row = placed(cast)
    assert tasks(cast) == []
    withdraw(cast.niels)
    (one,) = tasks(cast)
    assert one.assignment == row
    assert one.rules == ["gate.conduct"]
    assert "VOG" in one.blocks[0].text
    assert one.blocks[0].remedy
    assert one.task is not None
    assert one.task.rules == ["gate.conduct"]
    events = [line.event for line in journal.entries_about(f"shift:{row.shift_id}")]
    assert events[-1] == "rosters.gate.failed"


def test_a_new_proof_closes_it_by_itself(cast: Cast) -> None:
    row = placed(cast)
    withdraw(cast.niels)
    make_proof(cast.niels, ProofKind.CONDUCT)
    assert tasks(cast) == []
    assert GateTask.objects.get().closed_at == NOW
    events = [line.event for line in journal.entries_about(f"shift:{row.shift_id}")]
    assert events[-1] == "rosters.gate.cured"


def test_what_else_fails_is_renewed_in_the_same_task(cast: Cast) -> None:
    placed(cast)
    withdraw(cast.niels)
    withdraw(cast.niels, ProofKind.IDENTITY)
    assert tasks(cast)[0].rules == ["gate.identity", "gate.conduct"]
    assert GateTask.objects.get().rules == ["gate.identity", "gate.conduct"]


def test_who_is_taken_off_leaves_no_task(cast: Cast) -> None:
    row = placed(cast)
    withdraw(cast.niels)
    actions.cancel(assignment=row, **signed())
    assert tasks(cast) == []
    assert GateTask.objects.get().closed_at is not None


def test_a_task_of_another_organisation_is_not_seen(cast: Cast) -> None:
    placed(cast)
    withdraw(cast.niels)
    assert queries.open_gate_tasks([cast.molenpoort.pk], NOW) == []


def test_an_engagement_that_ends_and_a_house_that_asks_more_are_found(cast: Cast) -> None:
    placed(cast)
    make_policy(cast.de_linde, asks_induction=True)
    assert tasks(cast)[0].rules == ["gate.induction"]
    make_policy(cast.de_linde, asks_induction=False)
    assert tasks(cast) == []
    tie = cast.niels.engagements.get()
    people.end_engagement(engagement=tie, ends_on=MONDAY, **signed())
    assert "gate.agreement" in tasks(cast)[0].rules


def test_what_is_over_or_long_ago_is_not_judged(cast: Cast) -> None:
    raw_assignment(cast.niels, make_shift(cast.vlinder, day=NOW.date() - timedelta(days=3)))
    withdraw(cast.niels)
    assert not GateTask.objects.exists()


def test_the_night_round_looks_two_weeks_ahead_and_twice_is_once(cast: Cast) -> None:
    for days in (0, 13, 20):
        raw_assignment(
            cast.ruud, make_shift(cast.vlinder, day=MONDAY + timedelta(days=days), function="")
        )
    first = actions.recheck_gate(**signed())
    assert (first.looked, first.opened, first.closed) == (2, 2, 0)
    again = actions.recheck_gate(**signed())
    assert (again.looked, again.opened, again.closed) == (2, 0, 0)
    assert GateTask.objects.count() == 2


def test_judging_many_asks_no_more_than_judging_one(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    raw_assignment(cast.ruud, make_shift(cast.vlinder, function=""))
    for days in range(1, 9):
        day = MONDAY + timedelta(days=days)
        raw_assignment(cast.ruud, make_shift(cast.vlinder, day=day, function=""))
    rows = list(coming(NOW))
    assert len(rows) == 9
    with django_assert_max_num_queries(20):
        assert len(queries.standing(rows, NOW)) == 9
    assert queries.standing([], NOW) == []


def test_the_command_tells_what_it_found(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    raw_assignment(cast.ruud, make_shift(cast.vlinder, function=""))
    run = CliRunner()
    first = run.invoke(main.app, ["gate", "recheck"], catch_exceptions=False)
    assert first.exit_code == 1
    assert "1 assignments judged, 1 opened, 0 cured." in first.output
    again = run.invoke(main.app, ["gate", "recheck"], catch_exceptions=False)
    assert again.exit_code == 0


def test_a_roster_is_not_made_known_with_somebody_who_may_not(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, function="")
    raw_assignment(cast.niels, shift, state=AssignmentState.PLANNED)
    withdraw(cast.niels)
    told = {"team": cast.vlinder, "starts_on": MONDAY, "ends_on": MONDAY}
    with pytest.raises(actions.UnableToPublish, match="Niels: VOG"):
        actions.publish_roster(**told, **signed())
    make_proof(cast.niels, ProofKind.CONDUCT)
    actions.publish_roster(**told, **signed())
    assert Assignment.objects.get().state == AssignmentState.CONFIRMED


def test_claimed_checked_lapsed_blocked_and_cured() -> None:
    """The way of one certificate: shown, seen, over before the shift, and shown anew."""
    house, worker = make_organisation(), make_worker("Aylin", without=ProofKind.CONDUCT)
    team = make_team(organisation=house)
    last = MONDAY + timedelta(days=2)
    claim = _claimed(worker, last)
    with pytest.raises(actions.UnableToAssign, match="VOG"):
        actions.assign(worker=worker, shift=make_shift(team), **signed())
    skills.confirm_claim(claim=claim, **signed())
    actions.assign(worker=worker, shift=make_shift(team), **signed())
    later = make_shift(team, day=last + timedelta(days=1))
    with pytest.raises(actions.UnableToAssign, match="VOG"):
        actions.assign(worker=worker, shift=later, **signed())
    skills.confirm_claim(claim=_claimed(worker, None, MONDAY), **signed())
    actions.assign(worker=worker, shift=later, **signed())
    assert queries.open_gate_tasks([house.pk], NOW) == []


def _claimed(worker: Worker, last: date | None, first: date = SINCE) -> Any:
    return skills.make_claim(
        worker=worker,
        organisation=make_organisation(),
        kind=ProofKind.CONDUCT,
        valid_from=first,
        valid_through=last,
        **signed(),
    )


def test_a_nurse_verified_at_one_works_at_another_until_that_is_ended(cast: Cast) -> None:
    for kind in ProofKind:
        if kind not in {ProofKind.AGREEMENT, ProofKind.INDUCTION}:
            make_acceptance(cast.rijnzicht, kind)
    make_engagement(cast.fatima, cast.rijnzicht)
    shift = make_shift(cast.intensive_care, function="VP6")
    for proof in Proof.objects.filter(worker=cast.fatima):
        Proof.objects.filter(pk=proof.pk).update(issuer=cast.molenpoort)
    actions.assign(worker=cast.fatima, shift=shift, **signed())
    taken = make_acceptance(cast.rijnzicht, ProofKind.DIPLOMA)
    skills.end_acceptance(acceptance=taken, **signed())
    (one,) = queries.open_gate_tasks([cast.rijnzicht.pk], NOW)
    assert one.rules == ["gate.diploma"]
    make_acceptance(cast.rijnzicht, ProofKind.DIPLOMA, starts_on=NOW.date())
    assert queries.open_gate_tasks([cast.rijnzicht.pk], NOW) == []


KINDS = [ProofKind.CONDUCT, ProofKind.IDENTITY, ProofKind.RIGHT_TO_WORK]
STEPS = some.lists(
    some.tuples(
        some.sampled_from(["assign", "cancel", "withdraw", "prove", "lapse", "induct", "night"]),
        some.sampled_from(KINDS),
        some.integers(0, 2),
    ),
    max_size=10,
)


@given(steps=STEPS)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_nobody_stands_on_a_shift_unproven_and_unnamed(
    steps: list[tuple[str, ProofKind, int]],
) -> None:
    with transaction.atomic():
        worker, team = make_worker("Aylin"), make_team()
        shifts = [make_shift(team, day=MONDAY + timedelta(days=2 * one)) for one in range(3)]
        for what, kind, number in steps:
            try:
                with transaction.atomic():
                    _do(what, kind, shifts[number], worker)
            except (UnableToAct, Proof.DoesNotExist, Proof.MultipleObjectsReturned):
                pass
            _holds()
        transaction.set_rollback(True)


def _do(what: str, kind: ProofKind, shift: Any, worker: Worker) -> None:
    house = shift.organisation
    if what == "assign":
        actions.assign(worker=worker, shift=shift, **signed())
    elif what == "cancel":
        for row in Assignment.objects.filter(shift=shift):
            actions.cancel(assignment=row, **signed())
    elif what == "withdraw":
        withdraw(worker, kind)
    elif what == "prove":
        make_proof(worker, kind)
    elif what == "lapse":
        withdraw(worker, kind)
        make_proof(worker, kind, valid_through=MONDAY + timedelta(days=1))
    elif what == "induct":
        make_policy(house, asks_induction=kind != ProofKind.CONDUCT)
    else:
        actions.recheck_gate(**signed())


def _holds() -> None:
    """Every coming assignment passes the gate, or exactly one open task names it; no other does."""
    open_ids = list(
        GateTask.objects.filter(closed_at__isnull=True).values_list("assignment_id", flat=True)
    )
    failing = [one.assignment.pk for one in queries.standing(coming(NOW), NOW) if one.blocks]
    assert sorted(open_ids) == sorted(failing)


def test_a_decision_by_a_person_cures_too(cast: Cast) -> None:
    placed(cast)
    make_acceptance(cast.de_linde, ProofKind.CONDUCT, max_age_months=None)
    assert tasks(cast) == []
    make_acceptance(cast.de_linde, ProofKind.CONDUCT, max_age_months=1)
    for one in tasks(cast):
        for block in one.blocks:
            assert block.matter == Matter.CONDUCT
            skills.decide(
                worker=cast.niels,
                organisation=cast.de_linde,
                matter=Matter.CONDUCT,
                about=block.about,
                is_allowed=True,
                valid_from=SINCE,
                **signed(),
            )
    assert tasks(cast) == []
    assert identity.machine_account().is_machine
