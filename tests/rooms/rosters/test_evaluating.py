"""How a deployment was: closed answers, kept with the place, shown only together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.rosters import actions, permissions, queries
from rondstroom.rooms.rosters.actions import UnableToEvaluate
from rondstroom.rooms.rosters.models import Assignment, Evaluated, Evaluation
from rondstroom.rooms.rosters.queries.evaluating import _together, month_of
from rondstroom.rooms.rosters.states import (
    EVALUATION_QUESTIONS,
    AssignmentState,
    EvaluationSide,
    Felt,
)

WORKER, TEAM = EvaluationSide.WORKER, EvaluationSide.TEAM


def answers(side: EvaluationSide, felt: str = "yes") -> dict[str, str]:
    return dict.fromkeys(EVALUATION_QUESTIONS[side], felt)


def told_before(cast: Cast, felt: Iterable[str], months: int = 0) -> None:
    """Let others have told of PG Vlinder's location."""
    month = month_of(NOW - timedelta(days=31 * months))
    Evaluation.objects.bulk_create(
        Evaluation(
            location=cast.vlinder.location, side=WORKER, month=month, answers=answers(WORKER, one)
        )
        for one in felt
    )


def worked(cast: Cast, days: int = -3, **fields: Any) -> Assignment:
    return raw_assignment(
        cast.niels, make_shift(cast.vlinder, day=MONDAY + timedelta(days=days)), **fields
    )


def tell(row: Assignment, side: EvaluationSide = WORKER, **changed: str) -> None:
    actions.evaluate(assignment=row, side=side, answers=answers(side) | changed, **signed())


@pytest.mark.django_db
def test_what_is_kept_names_no_worker_no_shift_and_no_day(cast: Cast) -> None:
    tell(worked(cast))
    row = Evaluation.objects.get()
    assert (row.location, row.month) == (cast.vlinder.location, NOW.date().replace(day=1))
    names = {one.name for one in Evaluation._meta.get_fields()}
    assert names == {"id", "location", "side", "month", "answers"}
    (line,) = Entry.objects.filter(event="rosters.evaluation.given")
    assert line.worker_id is None
    assert line.data == {"side": "worker"}


@pytest.mark.django_db
def test_each_side_tells_once(cast: Cast) -> None:
    row = worked(cast)
    for side in EvaluationSide:
        tell(row, side)
        with pytest.raises(UnableToEvaluate, match="één keer"):
            tell(row, side)
    assert Evaluated.objects.count() == Evaluation.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "state", "may"),
    [
        (-3, AssignmentState.CONFIRMED, True),
        (-3, AssignmentState.WORKED, True),
        (-3, AssignmentState.PLANNED, False),
        (-3, AssignmentState.CANCELLED, False),
        (-30, AssignmentState.WORKED, True),
        (-32, AssignmentState.WORKED, False),
        (1, AssignmentState.CONFIRMED, False),
    ],
)
def test_when_one_may_tell(days: int, state: AssignmentState, may: bool, cast: Cast) -> None:
    row = worked(cast, days, state=state)
    assert queries.may_still_tell(row, WORKER, NOW) is may
    if not may:
        with pytest.raises(UnableToEvaluate):
            tell(row)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed", [{"expected": "heel leuk"}, {"about_niels": "yes"}, {"expected": ""}]
)
def test_only_the_questions_and_only_the_choices(changed: dict[str, str], cast: Cast) -> None:
    with pytest.raises(UnableToEvaluate, match="Kies bij elke vraag"):
        tell(worked(cast), **changed)
    assert not Evaluated.objects.exists()


@pytest.mark.django_db
def test_a_score_is_shown_from_ten_answers_on(cast: Cast) -> None:
    here = cast.vlinder.location_id
    told_before(cast, ["yes"] * 9)
    assert queries.location_scores([here], NOW) == {}
    tell(worked(cast), expected="no")
    together = queries.location_scores([here], NOW)[here]
    assert (together.answers, together.score) == (10, 100)
    assert together.shares == {"expected": 90, "told": 100, "helped": 100, "again": 100}
    assert queries.location_scores([here], NOW, TEAM) == {}
    assert queries.location_scores([cast.wijkteam.location_id], NOW) == {}


@pytest.mark.django_db
def test_what_is_older_than_a_year_counts_no_more(cast: Cast) -> None:
    told_before(cast, ["no"] * 20, months=13)
    told_before(cast, ["yes"] * 9, months=2)
    assert queries.location_scores([cast.vlinder.location_id], NOW) == {}
    told_before(cast, ["yes"])
    assert (
        queries.location_scores([cast.vlinder.location_id], NOW)[cast.vlinder.location_id].score
        == 100
    )


@pytest.mark.django_db
def test_who_tells_for_which_side(cast: Cast) -> None:
    row, niels = worked(cast), cast.niels.account
    assert niels is not None
    for who, worker, team in [
        (niels, True, False),
        (cast.pia, False, True),
        (cast.bas, False, False),
        (cast.otto, False, False),
    ]:
        assert permissions.may_evaluate(who, row, WORKER) is worker
        assert permissions.may_evaluate(who, row, TEAM) is team


@given(some.lists(some.sampled_from(list(Felt)), min_size=10, max_size=60))
def test_shares_are_whole_tens_and_never_tell_a_single_number(felt: list[Felt]) -> None:
    together = _together([answers(WORKER, one) for one in felt], WORKER)
    assert together.answers % 10 == 0
    assert together.answers <= len(felt) < together.answers + 10
    for share in (together.score, *together.shares.values()):
        assert share % 10 == 0
        assert 0 <= share <= 100


@given(
    some.lists(some.sampled_from(list(Felt)), min_size=10, max_size=40),
    some.integers(min_value=0, max_value=39),
)
def test_a_better_answer_never_makes_a_place_worse(felt: list[Felt], which: int) -> None:
    better = list(felt)
    better[which % len(felt)] = Felt.YES
    before, after = (
        _together([answers(WORKER, one) for one in each], WORKER) for each in (felt, better)
    )
    assert after.score >= before.score
