"""Drawn regions: the same for the same seed, and of a believable shape."""

from datetime import date

import pytest

from flexpool.parameters import lookup
from flexpool.planning.regions.generator import Recipe, generate
from flexpool.planning.regions.generator.recipe import SECTORS, SHIFT_MINUTES
from shared_data import shared

REGION = generate(Recipe(400), 7)


def places_of(kinds: frozenset[str] | None) -> set[str]:
    """The places of a worker's kinds."""
    return {kind.split()[0] for kind in kinds or ()}


def test_the_same_seed_draws_the_same_region() -> None:
    assert generate(Recipe(60), 3) == generate(Recipe(60), 3)
    assert generate(Recipe(60), 3) != generate(Recipe(60), 4)


def test_a_region_has_the_workers_asked_for_and_several_organisations() -> None:
    assert len(REGION.workers) == 400
    assert len({worker.id for worker in REGION.workers}) == 400
    assert len({kind.organisation for kind in REGION.kinds}) == 2


def test_most_workers_can_work_at_one_place_and_nobody_at_more_than_four() -> None:
    places = [len(places_of(worker.kinds)) for worker in REGION.workers]
    assert 0.6 < sum(count == 1 for count in places) / len(places) < 0.8
    assert max(places) <= 1 + Recipe(1).most_elsewhere


def test_only_workers_in_the_pool_go_to_other_organisations() -> None:
    away = [
        {place.split("-")[0] for place in places_of(worker.kinds)} != {worker.id.split("-")[0]}
        for worker in REGION.workers
    ]
    assert 0.02 < sum(away) / len(away) < 0.15


def test_work_elsewhere_costs_its_travel() -> None:
    for worker in REGION.workers:
        home = worker.id.rsplit("-", 1)[0]
        for kind in worker.kinds or ():
            if places_of(frozenset({kind})) != {home}:
                assert worker.kind_cost[kind] > 0


def test_demand_exceeds_what_contracts_give_by_the_load() -> None:
    given = sum(
        worker.contract.assignments.maximum or 0
        for worker in REGION.workers
        if worker.contract.assignments
    )
    asked = sum(demand.optimum for demand in REGION.demands)
    assert asked / given == pytest.approx(Recipe(1).load, abs=0.03)


def test_kinds_of_one_time_of_day_are_alike_for_rest_wherever_they_are() -> None:
    starts = {kind.starts for kind in REGION.kinds}
    assert len(starts) == 3
    assert {kind.minutes for kind in REGION.kinds} == {SHIFT_MINUTES}
    assert not any(kind.not_next_day for kind in REGION.kinds)


def test_sick_leave_is_that_of_the_quarter() -> None:
    region = generate(Recipe(2000), 1)
    sick = sum("0 days sick" not in worker.contract.id for worker in region.workers)
    days = sum(int(worker.contract.id.split(", ")[1].split()[0]) for worker in region.workers) / (
        28 * len(region.workers)
    )
    rates = [Recipe(1).sick_share(sector) for sector in SECTORS]
    assert sick
    assert min(rates) * 0.75 < days < max(rates) * 1.25


def test_sick_leave_of_a_year_without_figures_is_refused() -> None:
    with pytest.raises(LookupError, match="sick_leave"):
        generate(Recipe(20, first_date=date(2040, 1, 2)), 1)


@pytest.mark.parametrize(
    "wrong",
    [{"workers": 0}, {"first_date": date(2024, 11, 5)}, {"willing": 0.9, "pooled": 0.2}],
)
def test_numbers_that_make_no_region_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"region|Monday|shares"):
        Recipe(**{"workers": 10, **wrong})  # type: ignore[arg-type]


def test_the_figures_are_those_of_the_published_table() -> None:
    lines = shared("data/cbs_80072ned_sick_leave_care_quarterly_raw.csv").read_text().splitlines()
    rows = dict.fromkeys(("care_and_welfare", "hospitals", "nursing_and_residential"), "")
    codes = {
        "422400": "care_and_welfare",
        "422600": "hospitals",
        "425300": "nursing_and_residential",
    }
    for line in lines[1:]:
        code, end, percent = line.split(",")
        if code in codes and end >= "2022":
            rows[codes[code]] = percent
            found = lookup(f"absence.sick_leave.{codes[code]}", on=date.fromisoformat(end))
            assert found.value == float(percent), f"{code} in the quarter to {end}"
    assert all(rows.values())
