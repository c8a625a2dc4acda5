"""What would help, and what a place is worth: each counterfactual is tried and judged."""

from dataclasses import replace

import pytest

from flexpool.planning import Problem, Roster, judge
from flexpool.planning.explanation import Explainer, What
from flexpool.planning.explanation.relaxing import relaxations, relaxed
from unit.planning.explanation.crowded import KINDS, breaches_with, crowded

SEEDS = range(12)


def wanted_more(problem: Problem, day: int, kind: str, more: int) -> Problem:
    """The problem with so many more wanted on a place."""
    demands = tuple(
        replace(one, optimum=one.optimum + more) if (one.day, one.kind) == (day, kind) else one
        for one in problem.demands
    )
    return replace(problem, demands=demands)


@pytest.mark.parametrize("seed", SEEDS)
def test_with_one_thing_more_each_who_is_named_can_and_without_it_cannot(seed: int) -> None:
    """Feasible in the relaxed week, not in the week itself; the gain is that of the first."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    for day, kind, skill, _ in explainer.open_places():
        for one in explainer.helps(day, kind, skill):
            more = relaxed(problem, one.relaxation)
            before = judge(more, Roster.from_cells(more, cells)).objective
            gains = []
            for who in one.workers:
                assert breaches_with(problem, cells, who, day, kind)
                then = Roster.from_cells(more, {**cells, (who, day): (kind, skill)})
                score = judge(more, then)
                assert score.is_feasible
                gains.append(before - score.objective)
            assert gains == sorted(gains, reverse=True)
            assert one.gain == gains[0] > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_not_named_would_not_be_helped(seed: int) -> None:
    """For everybody free that day: still broken, able before, or no gain."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    for day, kind, skill, _ in explainer.open_places():
        helped = {one.relaxation: set(one.workers) for one in explainer.helps(day, kind, skill)}
        of_kind = next(one for one in KINDS if one.id == kind)
        for relaxation in relaxations(problem, day, of_kind, skill):
            more = relaxed(problem, relaxation)
            before = judge(more, Roster.from_cells(more, cells)).objective
            for worker in problem.workers:
                if (worker.id, day) in cells or worker.id in helped.get(relaxation, set()):
                    continue
                then = Roster.from_cells(more, {**cells, (worker.id, day): (kind, skill)})
                score = judge(more, then)
                could = not breaches_with(problem, cells, worker.id, day, kind)
                assert could or not score.is_feasible or score.objective >= before


@pytest.mark.parametrize("seed", SEEDS)
def test_helps_are_told_in_both_languages_the_greatest_gain_first(seed: int) -> None:
    """With how many people, an example and what it saves."""
    problem, roster = crowded(seed)
    explainer = Explainer(problem, roster)
    for day, kind, skill, _ in explainer.open_places():
        helps = explainer.helps(day, kind, skill)
        assert [one.gain for one in helps] == sorted((one.gain for one in helps), reverse=True)
        for one in helps:
            for said in (one.text.nl, one.text.en):
                assert f" {len(one.workers)} " in said
                assert one.workers[0] in said
                assert str(one.gain) in said
            assert one.text.nl != one.text.en


@pytest.mark.parametrize("what", list(What))
def test_only_the_sorts_that_were_asked_for_are_told(what: What) -> None:
    """A part of all helps, and the same ones."""
    problem, roster = crowded(5)
    explainer = Explainer(problem, roster)
    for day, kind, skill, _ in explainer.open_places():
        every = explainer.helps(day, kind, skill)
        some = explainer.helps(day, kind, skill, sorts=[what])
        assert list(some) == [one for one in every if one.relaxation.what == what]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_one_fewer_would_save_is_reached_and_not_exceeded(seed: int) -> None:
    """One fewer wanted: everybody stays, or the one leaves whose leaving saves most."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    before = judge(problem, roster).objective
    for demand in problem.demands:
        day, kind = demand.day, demand.kind
        fewer = wanted_more(problem, day, kind, -1)
        rosters = [cells] + [
            {at: slot for at, slot in cells.items() if at != (who, day)}
            for (who, on), slot in cells.items()
            if (on, slot[0]) == (day, kind)
        ]
        scores = [judge(fewer, Roster.from_cells(fewer, one)) for one in rosters]
        best = min(score.objective for score in scores if score.is_feasible)
        assert explainer.price(day, kind).fewer == max(0, before - best)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_one_more_would_cost_is_no_more_than_the_cheapest_who_could(seed: int) -> None:
    """One more wanted: left open at its price, or filled by somebody free, whichever is less."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    before = judge(problem, roster).objective
    for demand in problem.demands:
        day, kind = demand.day, demand.kind
        more = wanted_more(problem, day, kind, 1)
        costs = [demand.under_weight]
        for worker in problem.workers:
            if (worker.id, day) in cells:
                continue
            score = judge(more, Roster.from_cells(more, {**cells, (worker.id, day): (kind, "")}))
            if score.is_feasible:
                costs.append(score.objective - before)
        price = explainer.price(day, kind).more
        assert price is not None
        assert price <= min(costs)
