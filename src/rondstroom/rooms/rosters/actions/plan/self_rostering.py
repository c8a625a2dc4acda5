"""What a round of self-rostering adds to a plan: wishes with a price, and fair shares."""

from __future__ import annotations

from collections.abc import Mapping

from flexpool.planning import Problem, Request, share_fairly
from rondstroom.rooms.rosters.actions.plan import preferences
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries.placement import ShiftFacts


def shared(question: Question, problem: Problem, agreed: Mapping[str, int]) -> Problem:
    """Let nobody carry much more evenings, nights and weekends than a share by contract hours."""
    if question.wished is None or not problem.workers:
        return problem
    slack, price = preferences.UNSOCIAL_SLACK, preferences.UNSOCIAL_PER_MINUTE
    return share_fairly(problem, agreed, slack, price)


def requests(
    question: Question,
    worker_id: int,
    behind: Mapping[tuple[int, str], list[ShiftFacts]],
    may: set[tuple[int, str]],
) -> tuple[Request, ...]:
    """Give what somebody put in for, as requests with a price when not given."""
    wished = question.wished or frozenset()
    return tuple(
        Request(day, kind, preferences.WISHED, is_on=True)
        for day, kind in sorted(may)
        if any((worker_id, one.shift_id) in wished for one in behind[day, kind])
    )
