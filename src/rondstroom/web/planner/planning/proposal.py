"""A proposal beside the present roster: before, after, the difference, and line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rondstroom.rooms.rosters.states import LineState
from rondstroom.web.planner.planning.figures import Figure, compared, unmet
from rondstroom.web.planner.planning.why import LeftOpen, Why
from rondstroom.web.planner.week.grid import day_of


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside a proposal: places filled now, by shift, and the words for why."""

    filled: Mapping[int, int]
    why: Why


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a proposal, and why this one."""

    line: Any
    why: tuple[str, ...]
    must_ask: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of one day; places that are needed, and filled now and after the open lines."""

    day: date
    lines: tuple[Line, ...]
    needed: int = 0
    before: int = 0

    @property
    def open(self) -> list[Line]:
        """The lines that still wait for a decision."""
        return [one for one in self.lines if one.line.state == LineState.OPEN]

    @property
    def after(self) -> int:
        """Places filled when every open line is taken over."""
        return self.before + len(self.open)


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a person needs to decide."""

    figures: tuple[Figure, ...]
    left_open: tuple[Figure, ...]
    days: tuple[Day, ...]
    teams: tuple[tuple[Any, int], ...]
    counts: Mapping[str, int]
    places_left: tuple[LeftOpen, ...] = ()

    @property
    def open(self) -> int:
        """How many lines still wait."""
        return self.counts.get(LineState.OPEN, 0)


def _told(line: Any, why: Why) -> Line:
    return Line(line, why.line(line), why.must_ask(line))


def read(run: Any, lines: Sequence[Any], shifts: Sequence[Any], around: Around) -> Proposal:
    """Lay the proposal of a run out for deciding; the shifts are those of the days planned."""
    before, after = run.result.get("before", {}), run.result.get("after", {})
    by_day: dict[date, list[Line]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    open_in_team: dict[Any, int] = defaultdict(int)
    for line in lines:
        by_day[day_of(line.shift)].append(_told(line, around.why))
        counts[line.state] += 1
        if line.state == LineState.OPEN:
            open_in_team[line.shift.team] += 1
    cover = cover_of(shifts, around.filled)
    return Proposal(
        figures=tuple(compared(before, after)),
        left_open=tuple(unmet(before, after)),
        days=tuple(
            Day(day, tuple(rows), *cover.get(day, (0, 0))) for day, rows in sorted(by_day.items())
        ),
        teams=tuple(open_in_team.items()),
        counts=dict(counts),
        places_left=tuple(around.why.left_open(shifts)),
    )


def cover_of(shifts: Iterable[Any], filled: Mapping[int, int]) -> dict[date, tuple[int, int]]:
    """Give for each day how many places there are, and how many are filled now."""
    cover: dict[date, tuple[int, int]] = {}
    for shift in shifts:
        needed, taken = cover.get(day_of(shift), (0, 0))
        cover[day_of(shift)] = (needed + shift.places, taken + filled[shift.pk])
    return cover
