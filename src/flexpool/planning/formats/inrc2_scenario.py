"""The scenario file of INRC-II: skills, shift types, contracts and nurses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from flexpool.planning.formats.lines import Line, Reader
from flexpool.planning.problem import Contract, Limit

PAIR = re.compile(r"\(\s*([0-9]+)\s*,\s*([0-9]+)\s*\)")
SAME_KIND, WORK_RUN, OFF_RUN = 15, 30, 30  # weights S2, S2, S3
WHOLE_WEEKEND, TOTAL, WEEKENDS = 30, 20, 30  # S5, S6, S7


@dataclass
class Scenario:
    """What holds for all weeks."""

    name: str = ""
    weeks: int = 0
    skills: list[str] = field(default_factory=list)
    kinds: dict[str, Limit] = field(default_factory=dict)
    barred: dict[str, frozenset[str]] = field(default_factory=dict)
    contracts: dict[str, Contract] = field(default_factory=dict)
    nurses: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file; raises UnableToRead with the line when it breaks the format."""
    reader, scenario = Reader(path), Scenario()
    scenario.name = reader.heading("SCENARIO").text.partition("=")[2].strip()
    scenario.weeks = reader.count("WEEKS")
    for _ in range(reader.count("SKILLS")):
        scenario.skills.append(reader.next("a skill").text)
    for _ in range(reader.count("SHIFT_TYPES")):
        line = reader.next("a shift type")
        name = line.words()[0]
        limit = replace(_pair(line, line.text), under_weight=SAME_KIND, over_weight=SAME_KIND)
        scenario.kinds[name] = limit
    reader.heading("FORBIDDEN_SHIFT_TYPES_SUCCESSIONS")
    for _ in scenario.kinds:
        line = reader.next("what may not follow a shift type")
        kind, barred = _counted(line, scenario)
        scenario.barred[kind] = barred
    for _ in range(reader.count("CONTRACTS")):
        _contract(reader.next("a contract"), scenario)
    for _ in range(reader.count("NURSES")):
        _nurse(reader.next("a nurse"), scenario)
    reader.end()
    return scenario


def _pair(line: Line, text: str) -> Limit:
    found = PAIR.search(text)
    if found is None:
        line.fail(f"expected two numbers as (2,5), found {text[:60]!r}")
    least, most = (line.whole(number, "each number") for number in found.groups())
    if least > most:
        line.fail(f"minimum {least} is above maximum {most}")
    return Limit(least, most)


def _counted(line: Line, scenario: Scenario) -> tuple[str, frozenset[str]]:
    name, *rest = line.words()
    if not rest or name not in scenario.kinds:
        line.fail(f"expected a shift type, a number and shift types, found {line.text[:60]!r}")
    count, named = line.whole(rest[0], "the number of shift types"), rest[1:]
    if count != len(named) or set(named) - set(scenario.kinds):
        line.fail(f"expected {count} known shift types after {name}, found {named}")
    return name, frozenset(named)


def _contract(line: Line, scenario: Scenario) -> None:
    pairs = [Limit(least, most) for least, most in checked_pairs(line, 3)]
    name, rest = line.words()[0], PAIR.sub("", line.text).split()[1:]
    if len(rest) != 2:
        line.fail("expected the number of weekends and 0 or 1 for whole weekends at the end")
    weekends = line.whole(rest[0], "the number of weekends")
    whole = line.whole(rest[1], "whole weekends (0 or 1)")
    scenario.contracts[name] = Contract(
        id=name,
        assignments=replace(pairs[0], under_weight=TOTAL, over_weight=TOTAL),
        work_run=replace(pairs[1], under_weight=WORK_RUN, over_weight=WORK_RUN),
        off_run=replace(pairs[2], under_weight=OFF_RUN, over_weight=OFF_RUN),
        weekends=Limit(maximum=weekends, over_weight=WEEKENDS),
        weekend_days=Limit(minimum=2, under_weight=WHOLE_WEEKEND) if whole else None,
        kind_run=scenario.kinds,
    )


def checked_pairs(line: Line, count: int) -> list[tuple[int, int]]:
    """Read exactly so many pairs such as (3,5)."""
    found = [
        (line.whole(least, "each number"), line.whole(most, "each number"))
        for least, most in PAIR.findall(line.text)
    ]
    if len(found) != count or any(least > most for least, most in found):
        line.fail(f"expected {count} pairs of numbers as (3,5), lowest first")
    return found


def _nurse(line: Line, scenario: Scenario) -> None:
    words = line.words()
    if len(words) < 3 or words[1] not in scenario.contracts:
        line.fail(f"expected a name, a known contract and skills, found {line.text[:60]!r}")
    name, contract, count, *skills = words
    if name in scenario.nurses:
        line.fail(f"nurse {name} stands there twice")
    if line.whole(count, "the number of skills") != len(skills):
        line.fail(f"{name} should have {count} skills, found {len(skills)}")
    if set(skills) - set(scenario.skills):
        line.fail(f"{name} has a skill that the scenario does not know: {' '.join(skills)}")
    scenario.nurses[name] = contract, frozenset(skills)
