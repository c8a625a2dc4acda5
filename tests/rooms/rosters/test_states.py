"""The lives of assignments, runs, lines and requests: every step that may be, and no other."""

from __future__ import annotations

import pytest

from rondstroom.rooms.matching.states import TRANSITIONS as REQUEST_TRANSITIONS
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.rosters.states import (
    ASSIGNMENT_TRANSITIONS,
    RUN_TRANSITIONS,
    AssignmentState,
    LineState,
    RunState,
)


def steps(table: dict, states: type) -> set[str]:
    """Give every step of a table as words."""
    return {f"{start} > {end}" for start in states for end in table[start]}


def test_the_life_of_an_assignment() -> None:
    assert steps(ASSIGNMENT_TRANSITIONS, AssignmentState) == {
        "planned > confirmed",
        "planned > cancelled",
        "confirmed > cancelled",
        "confirmed > worked",
    }


def test_the_life_of_a_planning_run() -> None:
    assert steps(RUN_TRANSITIONS, RunState) == {
        "queued > running",
        "queued > failed",
        "queued > closed",
        "running > proposed",
        "running > failed",
        "proposed > closed",
    }


def test_the_life_of_a_request() -> None:
    ends = {"accepted", "declined", "withdrawn"}
    assert steps(REQUEST_TRANSITIONS, RequestState) == {
        *(f"requested > {end}" for end in ends | {"waiting"}),
        *(f"waiting > {end}" for end in ends | {"requested"}),
    }


@pytest.mark.parametrize("state", [*AssignmentState, *RunState, *LineState, *RequestState])
def test_every_state_has_a_word_for_people(state: AssignmentState) -> None:
    assert str(state.label)
    assert str(state.label) != state.value or state.value == "concept"
