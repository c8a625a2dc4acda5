"""The demo region as plain values: complete, the same every time, and lawful."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from flexpool.parameters import lookup
from flexpool.periods import Period
from flexpool.staffing import Shift
from flexpool.worktime import WorkRecord, load_profile, profile_names
from rondstroom.demo import cast
from rondstroom.demo.region.cover import DAYS, Slot, first_day
from rondstroom.demo.region.figures import NoFigure, areas, region, sick_leave
from rondstroom.demo.region.fill import covers, minutes_to
from rondstroom.demo.region.plan import RegionPlan, draft_days, plan_region
from rondstroom.demo.region.proofs import placeable_until
from rondstroom.demo.region.wishes import NO, wish

ORDINARY = date(2026, 11, 22)
CLOCK_GOES_BACK = date(2026, 10, 12)
CLOCK_GOES_FORWARD = date(2027, 3, 17)


@pytest.fixture(scope="module", params=[ORDINARY, CLOCK_GOES_BACK, CLOCK_GOES_FORWARD])
def plan(request: pytest.FixtureRequest) -> RegionPlan:
    return plan_region(1, request.param)


def shifts_of_people(taken: dict[Slot, object]) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = defaultdict(list)
    for slot, person in taken.items():
        found[person.email].append(slot)  # type: ignore[attr-defined]
    return {email: sorted(slots, key=lambda slot: slot.starts_at) for email, slots in found.items()}


def test_it_has_the_size_that_was_promised(plan: RegionPlan) -> None:
    branches = Counter(row["branch"] for row in region()["organisations"])
    assert branches == {"vvt": 3, "ghz": 2, "hospital": 1, "ggz": 1, "gp": 1}
    assert {row["profile"] for row in region()["organisations"]} <= set(profile_names())
    assert len(plan.people) == 240
    assert len({slot.on for slot in plan.slots}) == DAYS == 42
    assert min(slot.on for slot in plan.slots) == first_day(plan.today)


def test_functions_are_mixed_as_the_recipe_says(plan: RegionPlan) -> None:
    mix = Counter(person.function for person in plan.people)
    share = {function: count / 240 for function, count in mix.items()}
    special = share["IC-vpk"] + share["SEH-vpk"] + share["Triagist"]
    assert share["Helpende"] == pytest.approx(0.15, abs=0.01)
    assert share["VIG"] == pytest.approx(0.35, abs=0.01)
    assert share["VP4"] == pytest.approx(0.22, abs=0.01)
    assert share["VP6"] == pytest.approx(0.08, abs=0.01)
    assert share["Begeleider 4"] == pytest.approx(0.14, abs=0.01)
    assert special == pytest.approx(0.06, abs=0.01)


def test_every_form_of_contract_and_every_function_occurs(plan: RegionPlan) -> None:
    forms = {place.form for person in plan.people for place in person.places}
    assert forms == {
        *("permanent", "temporary", "min_max", "on_call", "flex_pool"),
        *("seconded", "agency", "self_employed", "reserve", "student"),
    }
    assert {slot.function for slot in plan.slots} == set(region()["functions"])


def test_it_is_the_same_for_the_same_seed_and_day() -> None:
    assert plan_region(3, ORDINARY) == plan_region(3, ORDINARY)
    assert plan_region(3, ORDINARY).taken != plan_region(4, ORDINARY).taken


def test_nobody_is_in_two_places_and_rests_are_kept(plan: RegionPlan) -> None:
    for slots in shifts_of_people(plan.taken).values():
        for earlier, later in pairwise(slots):
            assert (later.starts_at - earlier.ends_at).total_seconds() >= 11 * 3600


def test_the_working_time_law_finds_nothing(plan: RegionPlan) -> None:
    for taken in (plan.rostered, plan.taken):
        for email, slots in shifts_of_people(taken).items():
            shifts = [
                Shift(
                    Period(slot.starts_at, slot.ends_at),
                    slot.break_minutes,
                    organisation=slot.organisation,
                )
                for slot in slots
            ]
            found = WorkRecord(shifts, load_profile()).findings
            assert not found, (email, found)


def test_people_work_what_they_may_and_want(plan: RegionPlan) -> None:
    for slot, person in plan.taken.items():
        assert slot.function in covers(person.function)
        assert wish(person, slot.on, slot.part) != NO
        assert slot.last_day < placeable_until(person, plan.proofs[person.email])
        assert slot.organisation in person.willing_for
        own = {place.team for place in person.places}
        held = {proof.skill for proof in plan.proofs[person.email]}
        assert slot.team in own or own == {""}
        assert slot.team in own or minutes_to(person, slot.team) <= person.max_travel_minutes
        assert held >= set(slot.skills)


@pytest.mark.parametrize("branch", ["vvt", "ghz", "hospital", "ggz", "gp"])
def test_absence_is_as_large_as_the_cbs_figure(plan: RegionPlan, branch: str) -> None:
    names = {row["name"] for row in region()["organisations"] if row["branch"] == branch}
    rostered = sum(slot.minutes for slot in plan.rostered if slot.organisation in names)
    missed = sum(slot.minutes for slot in plan.freed if slot.organisation in names)
    share = sick_leave(branch, plan.today).share
    assert missed / rostered == pytest.approx(share, abs=0.005 if branch != "gp" else 0.04)


def test_absent_people_do_not_work(plan: RegionPlan) -> None:
    for spell in plan.spells:
        there = {slot.on for slot, person in plan.taken.items() if person == spell.person}
        missed = {slot.on for slot in plan.freed if plan.rostered[slot] == spell.person}
        assert missed
        assert not {day for day in there if spell.first <= day <= spell.last}


def test_one_team_has_next_week_to_plan_and_others_do_not(plan: RegionPlan) -> None:
    draft = [slot for slot in plan.slots if plan.is_draft(slot)]
    assert {slot.on for slot in draft} == draft_days(plan.today)
    assert {slot.team for slot in draft} == {"PG Vlinder"}
    assert not set(draft) & plan.taken.keys()


def test_most_places_are_filled_and_some_are_open(plan: RegionPlan) -> None:
    others = [slot for slot in plan.slots if not plan.is_draft(slot)]
    filled = sum(slot in plan.taken for slot in others) / len(others)
    assert 0.8 < filled < 0.95


def test_the_cast_is_complete() -> None:
    assert len(cast.ACCOUNTS) == len({account.email for account in cast.ACCOUNTS})
    assert Counter(account.desk for account in cast.ACCOUNTS) == {
        "worker": 6,
        "planner": 3,
        "board": 1,
        "coordinator": 1,
        "hr": 1,
        "finance": 1,
        "hire": 1,
        "none": 1,
    }
    workers = {account.email for account in cast.ACCOUNTS if account.desk == "worker"}
    assert {part.email for part in cast.PARTS} == workers


def test_the_cast_works_as_described(plan: RegionPlan) -> None:
    shifts = shifts_of_people(plan.taken)
    assert {slot.part for slot in shifts["samira@voorbeeld.invalid"]} == {"night"}
    two_employers = {slot.organisation for slot in shifts["marit@voorbeeld.invalid"]}
    assert two_employers == {"Molenpoort", "Klaverveld"}
    assert "aylin@voorbeeld.invalid" not in shifts  # free to book in the tutorial
    weekday_days = [
        slot
        for slot in shifts["daan@voorbeeld.invalid"]
        if slot.on.weekday() < 5 and slot.part == "day"
    ]
    assert not weekday_days


def test_reasons_to_refuse_a_placement_occur(plan: RegionPlan) -> None:
    until = [placeable_until(person, plan.proofs[person.email]) for person in plan.people]
    assert sum(day <= plan.today for day in until) >= 4
    assert sum(plan.today < day < max(draft_days(plan.today)) for day in until) >= 1


def test_planners_find_requests_that_they_can_grant(plan: RegionPlan) -> None:
    assert {"De Linde", "Molenpoort"} <= {slot.organisation for slot in plan.asking}
    for slot, person in plan.asking.items():
        assert slot not in plan.taken
        assert slot.organisation in person.willing_for
        assert slot.function in covers(person.function)


def test_nothing_can_be_mistaken_for_somebody_real(plan: RegionPlan) -> None:
    known = {pc4 for pc4, *_rest in areas()}
    for person in plan.people:
        assert person.email.endswith(".invalid")
        assert person.home_pc4 in known
        for proof in plan.proofs[person.email]:
            assert not proof.reference or proof.reference.startswith("000")
    assert all(
        location["pc4"] in known
        for row in region()["organisations"]
        for location in row["locations"]
    )


def test_sick_leave_is_the_newest_figure_of_the_season() -> None:
    assert sick_leave("vvt", date(2026, 8, 1)) == sick_leave("vvt", date(2025, 9, 30))
    assert sick_leave("vvt", date(2026, 8, 1)).share == pytest.approx(0.084)
    assert sick_leave("hospital", date(2026, 11, 22)).quarter == "2024Q4"
    with pytest.raises(NoFigure, match="vvt in Q1"):
        sick_leave("vvt", date(2020, 1, 1))


def test_the_rest_kept_is_not_less_than_the_law_asks() -> None:
    assert lookup("worktime.adults.daily_rest_hours", on=ORDINARY).value <= 11
