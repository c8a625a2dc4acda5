"""The published sample solutions of INRC-II cost what their validator says."""

import pytest

from flexpool.planning import Problem, Roster, judge
from flexpool.planning.formats import read_problem
from shared_data import shared

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def sample_of(scenario: str, history: int, weeks: str) -> tuple[Problem, Roster]:
    """Read a sample solution: a file per week, lines of nurse, weekday, shift and skill."""
    folder = shared(f"bench/inrc2/{scenario}")
    problem = read_problem(folder, history=history, weeks=weeks)
    cells = {}
    for number, week in enumerate(weeks.split("-")):
        path = folder / f"Solution_H_{history}-WD_{weeks}" / f"Sol-{scenario}-{week}-{number}.txt"
        for line in path.read_text().splitlines():
            words = line.split()
            if len(words) == 4:
                cells[words[0], 7 * number + WEEKDAYS.index(words[1])] = (words[2], words[3])
    return problem, Roster.from_cells(problem, cells)


def test_every_constraint_type_costs_what_the_validator_says() -> None:
    """The seven sums of validator.txt of n005w4, history 0, weeks 1-2-3-3."""
    score = judge(*sample_of("n005w4", 0, "1-2-3-3"))
    costs = score.by_constraint
    assert score.is_feasible
    assert score.objective == 1695
    assert costs["totals.assignments"] == 320
    assert costs["runs.work"] + costs["runs.kind"] == 465
    assert costs["runs.off"] == 330
    assert costs["wishes.off"] == 70
    assert costs["weekends.number"] == 210
    assert costs["weekends.whole"] == 60
    assert costs["cover.under"] == 240


@pytest.mark.parametrize(
    ("scenario", "history", "weeks"),
    [
        ("n005w4", 1, "5-3-1-0"),
        ("n005w4", 2, "6-7-8-9"),
        ("n012w8", 0, "3-5-0-2-0-4-5-2"),
        ("n021w4", 0, "5-4-1-2"),
        ("n021w4", 1, "0-6-1-6"),
        ("n021w4", 2, "8-1-4-3"),
    ],
)
def test_published_samples_break_no_hard_constraint(
    scenario: str, history: int, weeks: str
) -> None:
    """Minimum cover, succession, skills and one shift a day hold in every published sample."""
    assert judge(*sample_of(scenario, history, weeks)).is_feasible
