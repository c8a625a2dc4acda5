"""Harmonica: which teams can do the tasks of a day, and a plan that takes the nearest one."""

import pytest

from flexpool.planning import Composition, Faces, Member, teams_for
from flexpool.planning.problem import Notice, Reach, Stay, Substitution, Supervision, Terms, Tier
from flexpool.planning.problem.contract import FreeWeekends

NURSE = Member(("day", "nurse"), 480, frozenset({"medication", "care"}))
HELPER = Member(("day", "helper"), 480, frozenset({"care"}))


def test_a_specialist_with_helpers_or_specialists_alone() -> None:
    """Two hours of medication ask a nurse; the ten hours of care a second pair of hands."""
    found = teams_for({"medication": 120, "care": 600}, [NURSE, HELPER], most=3)
    assert found == (
        {("day", "nurse"): 1, ("day", "helper"): 1},
        {("day", "nurse"): 2},
    )


def test_a_team_in_which_somebody_can_be_missed_is_not_named() -> None:
    """One nurse does it all, so nothing larger is asked."""
    assert teams_for({"medication": 60}, [NURSE, HELPER], most=3) == ({("day", "nurse"): 1},)


def test_time_is_not_counted_twice() -> None:
    """Each task fits in the nurse's day, both together do not."""
    found = teams_for({"medication": 300, "care": 300}, [NURSE], most=2)
    assert found == ({("day", "nurse"): 2},)


def test_what_nobody_can_do_has_no_team() -> None:
    """Helpers give no medication."""
    assert teams_for({"medication": 10}, [HELPER], most=5) == ()


def test_no_tasks_need_nobody() -> None:
    """The empty team is enough, and the only one that can miss nobody."""
    assert teams_for({}, [NURSE], most=2) == ({},)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Composition(0, ()), "needs options"),
        (lambda: Composition(0, ({("E", ""): -1},)), "no negative"),
        (lambda: Faces("", 2), "needs a name"),
        (lambda: Faces("Noord", -1), "no negative"),
        (lambda: Notice(-1), "negative"),
        (lambda: FreeWeekends(3, 2), "3 of 2"),
        (lambda: Supervision(""), "skill of the supervisor"),
        (lambda: Stay("Ede", "mentor", 900, 900), "ends after it starts"),
        (lambda: Stay("Ede", "", 1, 2), "needs a skill"),
        (lambda: Substitution("VIG", ""), "two functions"),
        (lambda: Substitution("VIG", "VPL", price=-1), "0 or more"),
        (lambda: Terms(tiers={Tier.POOL: -1}), "negative price"),
        (lambda: Terms(unwilling=-2), "unwilling"),
        (lambda: Reach(travel_minutes={"Ede": -5}), "negative minutes"),
    ],
)
def test_what_cannot_be_is_refused_when_it_is_made(make: object, why: str) -> None:
    """The text says what is wrong."""
    with pytest.raises(ValueError, match=why):
        make()  # type: ignore[operator]
