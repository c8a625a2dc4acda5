"""Hired people who have stayed so long in one team that the work is not temporary any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Spell:
    """The weeks in which one hired person kept coming to one team.

    Parameters
    ----------
    worker, team
        The caller's own names.
    first, last
        The Mondays of the first and the last week.
    weeks
        From the first through the last week.
    minutes
        Worked in those weeks.
    """

    worker: int
    team: int
    first: date
    last: date
    weeks: int
    minutes: int


def structural_spells(
    work: Iterable[tuple[int, int, date, int]], longer_than: int, gap_weeks: int
) -> list[Spell]:
    """Give who kept coming longer than some weeks, the longest first.

    Parameters
    ----------
    work
        Worker, team, day and minutes of every hired shift.
    longer_than
        Weeks that still count as temporary.
    gap_weeks
        Weeks without work that do not end a spell.
    """
    by_pair: dict[tuple[int, int], dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for worker, team, day, minutes in work:
        by_pair[worker, team][day - timedelta(days=day.weekday())] += minutes
    found = [
        spell
        for (worker, team), weeks in by_pair.items()
        for spell in _spells(worker, team, weeks, gap_weeks)
        if spell.weeks > longer_than
    ]
    return sorted(found, key=lambda one: (-one.weeks, one.team, one.worker, one.first))


def _spells(worker: int, team: int, weeks: dict[date, int], gap_weeks: int) -> list[Spell]:
    runs: list[list[date]] = []
    for monday in sorted(weeks):
        if runs and monday - runs[-1][-1] <= WEEK * (gap_weeks + 1):
            runs[-1].append(monday)
        else:
            runs.append([monday])
    return [
        Spell(
            worker,
            team,
            run[0],
            run[-1],
            (run[-1] - run[0]) // WEEK + 1,
            sum(weeks[monday] for monday in run),
        )
        for run in runs
    ]
