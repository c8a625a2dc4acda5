"""Putting somebody on a shift: places, other work, gate, law, and what a planner sets aside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, moment
from factories.organisations import make_organisation, make_pool, make_team
from factories.people import make_engagement, make_worker
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)
LONG = timedelta(hours=11)


@pytest.fixture
def aylin() -> Worker:
    """Give a carer who may be placed."""
    return make_worker("Aylin")


def put(worker: Worker, shift: object, **how: object) -> Assignment:
    """Assign as the machine does in tests."""
    return actions.assign(worker=worker, shift=shift, **{**signed(), **how})  # type: ignore[arg-type]  # tests pass what the action takes


def test_a_worker_gets_the_first_place(aylin: Worker) -> None:
    shift = make_shift(places=2)
    made = put(aylin, shift)
    assert (made.place, made.state) == (1, AssignmentState.CONFIRMED)
    assert made.blocked_until == shift.ends_at + LONG
    assert queries.filled_places([shift.pk]) == {shift.pk: 1}


def test_it_stands_in_the_journal(aylin: Worker) -> None:
    shift = make_shift()
    made = put(aylin, shift)
    entry = journal.entries_about(f"shift:{shift.pk}").get(event="rosters.assignment.made")
    assert entry.worker_id == aylin.pk
    assert entry.organisation_id == shift.organisation_id
    assert entry.data["assignment_id"] == made.pk


def test_assigning_twice_gives_the_same_place(aylin: Worker) -> None:
    shift = make_shift(places=2)
    assert put(aylin, shift) == put(aylin, shift)
    assert Assignment.objects.count() == 1


def test_a_full_shift_is_refused_even_with_an_override(aylin: Worker) -> None:
    shift = make_shift()
    put(make_worker("Bram"), shift)
    with pytest.raises(actions.UnableToAssign, match="vol") as refused:
        put(aylin, shift, override_reason="het moet")
    assert refused.value.code == "full"


def test_a_cancelled_shift_is_refused(aylin: Worker) -> None:
    shift = make_shift()
    demand.cancel_shift(shift=shift, reason="niet meer nodig", **signed())
    with pytest.raises(actions.UnableToAssign, match="vervallen") as refused:
        put(aylin, shift)
    assert refused.value.code == "state"


def test_work_at_the_same_time_is_refused_even_with_an_override(aylin: Worker) -> None:
    put(aylin, make_shift(start="07:00", end="15:00"))
    with pytest.raises(actions.UnableToAssign, match="Werkt dan al") as refused:
        put(aylin, make_shift(start="14:00", end="20:00"), override_reason="het moet")
    assert refused.value.code == "overlap"


def test_work_elsewhere_is_not_named(aylin: Worker) -> None:
    elsewhere = make_team("Wijkteam", make_organisation("Molenpoort"))
    make_engagement(aylin, elsewhere.location.organisation)
    put(aylin, make_shift(elsewhere, start="07:00", end="15:00"))
    with pytest.raises(actions.UnableToAssign, match="werk elders") as refused:
        put(aylin, make_shift(start="14:00", end="20:00"))
    assert "Molenpoort" not in str(refused.value)


def test_declared_work_counts(aylin: Worker) -> None:
    people.declare_work(
        worker=aylin,
        starts_at=moment(MONDAY, "08:00"),
        ends_at=moment(MONDAY, "12:00"),
        **signed(),
    )
    with pytest.raises(actions.UnableToAssign, match="elders"):
        put(aylin, make_shift(start="07:00", end="15:00"))


def test_too_little_rest_is_refused_with_what_is_and_what_should_be(aylin: Worker) -> None:
    put(aylin, make_shift(start="14:30", end="23:30"))
    with pytest.raises(actions.UnableToAssign) as refused:
        put(aylin, make_shift(day=TUESDAY, start="07:00", end="15:30"))
    assert refused.value.code == "rest"
    assert "11 uur" in str(refused.value)
    assert "10:30" in str(refused.value)  # from when it would be lawful


def test_the_law_lets_a_short_rest_once_and_the_guard_follows(aylin: Worker) -> None:
    late = put(aylin, make_shift(start="15:00", end="22:00", break_minutes=30))
    early = put(aylin, make_shift(day=TUESDAY, start="07:00", end="15:00"))
    late.refresh_from_db()
    assert late.blocked_until == early.starts_at


def test_the_rest_is_whole_again_when_the_neighbour_goes(aylin: Worker) -> None:
    late = put(aylin, make_shift(start="15:00", end="22:00"))
    early = put(aylin, make_shift(day=TUESDAY, start="07:00", end="15:00"))
    actions.cancel(assignment=early, **signed())
    late.refresh_from_db()
    assert late.blocked_until == late.ends_at + LONG


def test_a_shift_put_before_another_blocks_no_longer_than_to_it(aylin: Worker) -> None:
    early = put(aylin, make_shift(day=TUESDAY, start="07:00", end="15:00"))
    late = put(aylin, make_shift(start="15:00", end="22:00"))
    assert late.blocked_until == early.starts_at


def test_two_short_rests_in_a_week_are_refused(aylin: Worker) -> None:
    for day in (MONDAY, MONDAY + timedelta(days=2)):
        put(aylin, make_shift(day=day, start="15:00", end="22:00"))
    put(aylin, make_shift(day=TUESDAY, start="07:00", end="12:00", break_minutes=0))
    with pytest.raises(actions.UnableToAssign) as refused:
        put(aylin, make_shift(day=MONDAY + timedelta(days=3), start="07:00", end="12:00"))
    assert refused.value.code == "rest"


def test_back_to_back_is_one_dienst_and_may_be(aylin: Worker) -> None:
    first = put(aylin, make_shift(start="07:00", end="11:00", break_minutes=0))
    second = put(aylin, make_shift(start="11:00", end="15:00", break_minutes=0))
    first.refresh_from_db()
    assert first.blocked_until == second.starts_at


def test_a_split_dienst_within_twelve_hours_may_be(aylin: Worker) -> None:
    put(aylin, make_shift(start="07:00", end="10:00", break_minutes=0))
    assert put(aylin, make_shift(start="14:00", end="18:00", break_minutes=0)).pk


def test_thirteen_hours_over_two_employers_is_refused(aylin: Worker) -> None:
    molenpoort = make_organisation("Molenpoort")
    make_pool(make_organisation(), molenpoort)
    elsewhere = make_team("Wijkteam", molenpoort)
    put(aylin, make_shift(elsewhere, start="07:00", end="15:00", break_minutes=0))
    with pytest.raises(actions.UnableToAssign, match="Werk elders telt mee") as refused:
        put(aylin, make_shift(start="15:30", end="21:00", break_minutes=0))
    assert "Molenpoort" not in str(refused.value)


def test_a_missing_proof_is_refused_with_the_way_out(aylin: Worker) -> None:
    with pytest.raises(actions.UnableToAssign, match="diploma") as refused:
        put(aylin, make_shift(function="VP4"))
    assert refused.value.code == "gate"
    assert {reason.rule for reason in refused.value.reasons} == {"gate.diploma", "gate.register"}
    assert all(reason.remedy for reason in refused.value.reasons)


def test_nobody_sets_the_gate_aside(aylin: Worker) -> None:
    shift = make_shift(function="VP4")
    with pytest.raises(actions.UnableToAssign) as refused:
        put(aylin, shift, override_reason="onder toezicht van Fatima")
    assert refused.value.code == "gate"


def test_what_another_system_rostered_is_taken_with_what_is_against_it(aylin: Worker) -> None:
    shift = make_shift(function="VP4")
    made = put(aylin, shift, taken_over_from="rooster.csv")
    (kept,) = made.reasons
    assert kept["override"] == "rooster.csv"
    assert "gate.diploma" in kept["rules"]
    entry = journal.entries_about(f"shift:{shift.pk}").get(event="rosters.assignment.made")
    assert entry.data["set_aside"] == [kept]


def test_an_override_of_spaces_is_none(aylin: Worker) -> None:
    with pytest.raises(actions.UnableToAssign):
        put(aylin, make_shift(function="VP4"), override_reason="   ")


def test_an_override_of_rest_is_granted_to_the_guard_too(aylin: Worker) -> None:
    late = put(aylin, make_shift(start="14:30", end="23:30"))
    early = put(aylin, make_shift(day=TUESDAY, start="07:00", end="15:30"), override_reason="brand")
    late.refresh_from_db()
    assert late.blocked_until == early.starts_at


def test_a_night_over_the_autumn_clock_change_has_its_real_length() -> None:
    worker = make_worker("Niels")
    saturday = MONDAY - timedelta(days=30)  # 24 October 2026
    made = put(worker, make_night_shift(day=saturday))
    assert made.ends_at - made.starts_at == timedelta(hours=9, minutes=15)


def test_youth_rest_is_guarded_for_twelve_hours() -> None:
    young = make_worker("Kim", youth_until=MONDAY + timedelta(days=90))
    made = put(young, make_shift(start="08:00", end="12:00", break_minutes=0))
    assert made.blocked_until == made.ends_at + timedelta(hours=12)
