"""Evidence that another organisation saw, as the pool's arrangement allows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import make_hr, signed
from factories.moments import MONDAY, NOW, SINCE
from factories.organisations import answer_council, make_arrangement
from factories.people import make_worker
from factories.rosters import raw_assignment
from factories.skills import make_proof
from flexpool.periods import day_period
from people import Cast
from rondstroom.rooms.organisations.models import Organisation, Pool
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import GateTask
from rondstroom.rooms.skills import actions, permissions, queries
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind


@pytest.fixture
def pool(cast: Cast) -> Pool:
    """Give the pool of De Linde, Molenpoort and Rijnzicht."""
    return Pool.objects.get()


@pytest.fixture
def mees(cast: Cast) -> Worker:
    """Give somebody of Molenpoort who wants to work at De Linde, with what Molenpoort saw."""
    worker = make_worker("Mees", team=cast.wijkteam, willing_for=[cast.de_linde], without="conduct")
    make_proof(worker, ProofKind.CONDUCT, issuer=cast.molenpoort, valid_from=SINCE)
    return worker


def accept(house: Organisation, issuer: Organisation | None) -> None:
    """Let a house take over a VOG that another saw, or any partner."""
    actions.accept(
        organisation=house,
        kind=ProofKind.CONDUCT,
        issuer=issuer,
        skill=None,
        max_age_months=None,
        starts_on=SINCE,
        **signed(),
    )


def counts(cast: Cast, worker: Worker, days: int = 0) -> bool:
    """Say whether De Linde takes over the VOG on a day."""
    day = MONDAY + timedelta(days=days)
    proof = Proof.objects.get(worker=worker, kind=ProofKind.CONDUCT)
    return queries.houses(day_period(day)).terms(cast.de_linde.pk, day).takes(proof)[0]


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize(
    ("shares", "expected"),
    [(None, True), ([Shared.PROOFS], True), ([Shared.BOOKING], False), ([], False)],
)
def test_only_as_agreed(
    cast: Cast, pool: Pool, mees: Worker, is_named: bool, shares: Any, expected: bool
) -> None:
    accept(cast.de_linde, cast.molenpoort if is_named else None)
    if shares is not None:
        make_arrangement(pool, shares=shares)
    assert counts(cast, mees) is expected


def test_the_arrangement_of_the_day_and_the_councils_of_both(
    cast: Cast, pool: Pool, mees: Worker
) -> None:
    accept(cast.de_linde, None)
    tuesday = MONDAY + timedelta(days=1)
    shared = {"shares": [Shared.PROOFS], "needs_consent": [Shared.PROOFS]}
    row = make_arrangement(pool, starts_on=tuesday, **shared)
    assert [counts(cast, mees, days) for days in (0, 1)] == [True, False]
    answer_council(row, cast.de_linde)
    answer_council(row, cast.molenpoort)
    assert counts(cast, mees, 1)


def test_what_the_house_saw_itself_or_a_stranger_that_it_named_still_counts(
    cast: Cast, pool: Pool, mees: Worker
) -> None:
    make_arrangement(pool)
    proof = Proof.objects.get(worker=mees, kind=ProofKind.CONDUCT)
    Proof.objects.filter(pk=proof.pk).update(issuer=cast.de_linde)
    assert counts(cast, mees)
    Proof.objects.filter(pk=proof.pk).update(issuer=cast.zonder_pool)
    assert not counts(cast, mees)
    accept(cast.de_linde, cast.zonder_pool)
    assert counts(cast, mees)


def test_the_file_is_read_only_as_agreed(cast: Cast, pool: Pool, mees: Worker) -> None:
    hanna = make_hr(cast.de_linde)
    asked = (hanna, mees.pk, cast.de_linde.pk, MONDAY)
    assert permissions.may_read_file(*asked)
    make_arrangement(pool, shares=[Shared.BOOKING])
    assert not permissions.may_read_file(*asked)
    assert permissions.may_read_file(hanna, cast.niels.pk, cast.de_linde.pk, MONDAY)
    make_arrangement(pool, after=1, shares=[Shared.PROOFS])
    assert permissions.may_read_file(*asked)


def test_coming_shifts_are_judged_again(cast: Cast, pool: Pool, mees: Worker) -> None:
    accept(cast.de_linde, None)
    raw_assignment(mees, make_shift(cast.vlinder))
    open_tasks = GateTask.objects.filter(closed_at__isnull=True)
    make_arrangement(pool)
    assert open_tasks.get().rules == ["gate.conduct"]
    shared = {"shares": [Shared.PROOFS], "needs_consent": [Shared.PROOFS]}
    row = make_arrangement(pool, after=1, **shared)
    assert open_tasks.count() == 1
    for house in (cast.de_linde, cast.molenpoort):
        answer_council(row, house)
    assert open_tasks.count() == 0
    assert GateTask.objects.get().closed_at == NOW
