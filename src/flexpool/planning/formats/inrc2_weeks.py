"""The history and week files of INRC-II."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from flexpool.planning.formats.inrc2_scenario import Scenario, checked_pairs
from flexpool.planning.formats.lines import Line, Reader
from flexpool.planning.problem import Demand, History, Request

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
OPTIMUM, WISH = 30, 10  # weights S1, S4


@dataclass
class Week:
    """Demand and wishes of one week, days counted from its Monday."""

    demands: list[Demand] = field(default_factory=list)
    requests: dict[str, list[Request]] = field(default_factory=dict)

    def demands_from(self, first_day: int) -> Iterator[Demand]:
        """Give the demands as days of the horizon."""
        for demand in self.demands:
            yield replace(demand, day=first_day + demand.day)

    def wishes(self, nurse: str, first_day: int) -> Iterator[Request]:
        """Give a nurse's requests as days of the horizon."""
        for wish in self.requests.get(nurse, ()):
            yield replace(wish, day=first_day + wish.day)


def read_history(path: Path, scenario: Scenario) -> dict[str, History]:
    """Read a history file; raises UnableToRead with the line when it breaks the format."""
    reader = Reader(path)
    reader.heading("HISTORY")
    reader.next("the number of the week and the scenario")
    reader.heading("NURSE_HISTORY")
    eves: dict[str, History] = {}
    for _ in scenario.nurses:
        line = reader.next("the history of a nurse")
        name, *rest = line.words()
        if name not in scenario.nurses or name in eves or len(rest) != 6:
            line.fail(f"expected a nurse not seen before and 6 fields, found {line.text[:60]!r}")
        eves[name] = _eve(line, rest, scenario)
    reader.end()
    return eves


def _eve(line: Line, rest: list[str], scenario: Scenario) -> History:
    kind = "" if rest[2] == "None" else rest[2]
    if kind and kind not in scenario.kinds:
        line.fail(f"{kind!r} is no shift type of the scenario")
    numbers = [line.whole(text, "the history") for text in (*rest[:2], *rest[3:])]
    assignments, weekends, kind_run, work_run, off_run = numbers
    try:
        return History(
            kind=kind,
            kind_run=kind_run,
            work_run=work_run,
            off_run=off_run,
            assignments=assignments,
            weekends=weekends,
        )
    except ValueError as error:
        line.fail(str(error))


def read_week(path: Path, scenario: Scenario) -> Week:
    """Read a week file; raises UnableToRead with the line when it breaks the format."""
    reader, week = Reader(path), Week()
    reader.heading("WEEK_DATA")
    named = reader.next("the name of the scenario")
    if scenario.name and named.text != scenario.name:
        named.fail(f"this week belongs to scenario {named.text}, not {scenario.name}")
    reader.heading("REQUIREMENTS")
    for _ in range(len(scenario.kinds) * len(scenario.skills)):
        week.demands += _requirement(reader.next("a requirement"), scenario)
    for _ in range(reader.count("SHIFT_OFF_REQUESTS")):
        nurse, wish = _wish(reader.next("a request"), scenario)
        week.requests.setdefault(nurse, []).append(wish)
    reader.end()
    return week


def _requirement(line: Line, scenario: Scenario) -> Iterator[Demand]:
    kind, skill = [*line.words(), ""][:2]
    if kind not in scenario.kinds or skill not in scenario.skills:
        line.fail(f"expected a known shift type and skill, found {line.text[:60]!r}")
    for day, (minimum, optimum) in enumerate(checked_pairs(line, len(WEEKDAYS))):
        yield Demand(day, kind, skill, minimum=minimum, optimum=optimum, under_weight=OPTIMUM)


def _wish(line: Line, scenario: Scenario) -> tuple[str, Request]:
    words = line.words()
    if len(words) != 3 or words[0] not in scenario.nurses or words[2] not in WEEKDAYS:
        line.fail(f"expected a nurse, a shift type or Any, and a weekday: {line.text[:60]!r}")
    nurse, kind, weekday = words
    if kind != "Any" and kind not in scenario.kinds:
        line.fail(f"{kind!r} is no shift type of the scenario")
    wanted = "" if kind == "Any" else kind
    return nurse, Request(WEEKDAYS.index(weekday), wanted, WISH, is_on=False)
