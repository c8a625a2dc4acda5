"""Every explanation of an open place or of an assignment is held against the one judge."""

import pytest

from flexpool.planning import Roster, judge
from flexpool.planning.explanation import Explainer
from flexpool.planning.explanation.words import BUSY, words_for
from unit.planning.explanation.crowded import DAYS, KINDS, breaches_with, crowded

SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_who_is_not_on_a_place_is_named_exactly_once(seed: int) -> None:
    """Nobody is forgotten, nobody counted twice, and who stands there is not a candidate."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    for day, kind, skill, _ in explainer.open_places():
        found = explainer.open_place(day, kind, skill)
        there = {who for (who, on), slot in cells.items() if (on, slot[0]) == (day, kind)}
        named = [one.worker for one in found.candidates]
        assert sorted([*named, *there]) == sorted(worker.id for worker in problem.workers)
        able = sum(one.is_able for one in found.candidates)
        assert sum(found.kept_off.values()) == len(named) - able


@pytest.mark.parametrize("seed", SEEDS)
def test_what_keeps_somebody_off_is_what_the_judge_finds_broken(seed: int) -> None:
    """Put there all the same, each constraint that was named is broken, and no other."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    for day, kind, skill, _ in explainer.open_places():
        for one in explainer.open_place(day, kind, skill).candidates:
            if one.hindered_by == (BUSY,):
                assert (one.worker, day) in cells
                continue
            broken = {
                finding.constraint
                for finding in breaches_with(problem, cells, one.worker, day, kind)
            }
            if (one.worker, day) in cells:
                assert set(one.hindered_by) <= broken
            else:
                assert set(one.hindered_by) == broken


@pytest.mark.parametrize("seed", SEEDS)
def test_who_could_costs_what_the_judge_says_and_the_parts_add_up(seed: int) -> None:
    """The cost is what the objective changes by; beside cover its reasons are the whole of it."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    before = judge(problem, roster)
    for day, kind, skill, _ in explainer.open_places():
        for one in explainer.open_place(day, kind, skill).candidates:
            if one.is_able:
                then = {**cells, (one.worker, day): (kind, skill)}
                after = judge(problem, Roster.from_cells(problem, then))
                assert after.objective - before.objective == one.cost
                saved = before.by_constraint["cover.under"] - after.by_constraint.get(
                    "cover.under", 0
                )
                assert sum(one.because.values()) == one.cost + saved


@pytest.mark.parametrize("seed", SEEDS)
def test_the_way_to_fill_a_place_is_judged_and_no_dearer_than_any_candidate(seed: int) -> None:
    """Others may move for it, but nobody who could step in at once is cheaper."""
    problem, roster = crowded(seed)
    explainer, before = Explainer(problem, roster), judge(problem, roster).objective
    for day, kind, skill, _ in explainer.open_places():
        found = explainer.open_place(day, kind, skill)
        direct = [one.cost for one in found.candidates if one.is_able]
        if found.way is None:
            assert not direct
            continue
        cells = roster.cells(problem)
        for move in found.way.moves:
            assert cells.pop((move.worker, move.day), ("", "")) == move.before
            if move.after != ("", ""):
                cells[move.worker, move.day] = move.after
        after = judge(problem, Roster.from_cells(problem, cells))
        assert after.is_feasible
        assert after.objective - before == found.way.cost
        assert found.way.cost <= min(direct, default=found.way.cost)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sentence_names_each_hindrance_in_both_languages(seed: int) -> None:
    """With how many people it keeps off, in words and not by its id."""
    problem, roster = crowded(seed)
    explainer = Explainer(problem, roster)
    for day, kind, skill, _ in explainer.open_places():
        found = explainer.open_place(day, kind, skill)
        for constraint, count in found.kept_off.items():
            assert f"{count} {words_for(constraint).nl}" in found.text.nl
            assert f"{count} {words_for(constraint).en}" in found.text.en
            assert constraint not in found.text.nl + found.text.en


@pytest.mark.parametrize("seed", SEEDS)
def test_somebody_else_in_the_stead_of_who_stands_there_is_judged(seed: int) -> None:
    """Everybody else is named once; who could costs what a judged swap costs, who cannot breaks."""
    problem, roster = crowded(seed)
    explainer, cells = Explainer(problem, roster), roster.cells(problem)
    before = judge(problem, roster).objective
    for (who, day), slot in list(cells.items())[::2]:
        placed = explainer.placed(who, day)
        on_it = {one for (one, on), kind in cells.items() if (on, kind) == (day, slot)}
        named = [one.worker for one in placed.others]
        assert sorted([*named, *on_it]) == sorted(worker.id for worker in problem.workers)
        rest = {at: kind for at, kind in cells.items() if at != (who, day)}
        assert judge(problem, Roster.from_cells(problem, rest)).objective - before == placed.if_open
        for other in placed.others:
            then = Roster.from_cells(problem, {**rest, (other.worker, day): slot})
            score = judge(problem, then)
            if other.is_able:
                assert score.is_feasible
                assert score.objective - before == other.cost
            elif other.hindered_by != (BUSY,):
                assert {one.constraint for one in score.breaches} >= set(other.hindered_by)


@pytest.mark.parametrize("seed", SEEDS)
def test_open_places_are_those_where_a_count_comes_short(seed: int) -> None:
    """Counted by hand from the roster: day, kind and how many."""
    problem, roster = crowded(seed)
    on = [(day, slot[0]) for (_, day), slot in roster.cells(problem).items()]
    short = {
        (one.day, one.kind): one.optimum - on.count((one.day, one.kind)) for one in problem.demands
    }
    found = {(day, kind): count for day, kind, _, count in Explainer(problem, roster).open_places()}
    assert found == {at: count for at, count in short.items() if count > 0}
    assert len(problem.demands) == DAYS * len(KINDS)
