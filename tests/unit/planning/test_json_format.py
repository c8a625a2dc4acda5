"""The own JSON: what is written comes back the same, and bad files are refused with their line."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flexpool.periods import Period, local
from flexpool.planning import (
    Composition,
    Contract,
    Demand,
    Faces,
    FreeWeekends,
    History,
    Kind,
    Limit,
    Notice,
    Problem,
    Published,
    Reach,
    Request,
    Stay,
    Substitution,
    Supervision,
    Terms,
    Tier,
    Worker,
)
from flexpool.planning.formats import UnableToRead, as_json, read_problem
from flexpool.staffing import AgeGroup, Shift, ShiftKind
from shared_data import shared

NIGHT = Kind(
    "night", 450, 1380, 1860, 30, "De Linde", ShiftKind.PRESENCE, "Ede", "VIG", "meds", True,
    frozenset({"early"}), "Noord", 60,
)  # fmt: skip
EVERYTHING = Problem(
    name="everything",
    days=14,
    kinds=(Kind("early", 450, 420, 900), NIGHT, Kind("timeless", 480)),
    workers=(
        Worker("anna", Contract("none")),
        Worker(
            id="bob",
            contract=Contract(
                "all",
                minutes=Limit(0, 4800, None, 3),
                week_minutes=Limit(maximum=2160),
                assignments=Limit(2, 9, 5, 6),
                weekends=Limit(maximum=1),
                weekend_days=Limit(minimum=2, under_weight=30),
                per_kind={"night": Limit(maximum=4)},
                work_run=Limit(1, 5),
                off_run=Limit(minimum=2),
                kind_run={"night": Limit(2, 4, 15, 15)},
                night_run=Limit(maximum=7),
                week_days=Limit(maximum=3),
                month_minutes=Limit(2400, 7200, 1, None),
                owed_minutes=4320,
                balance=Limit(-1440, 1440, 1, 1),
                free_weekends=FreeWeekends(1, 2, 40),
                notice=Notice(96, 60, 45),
                rest_after_nights=(3, 2760),
            ),
            skills=frozenset({"meds", "head"}),
            kinds=frozenset({"night"}),
            days_off=frozenset({3}),
            unavailable=frozenset({(1, ""), (2, "night")}),
            beyond_agreed=frozenset({(6, ""), (8, "night")}),
            fixed={4: ("night", "head"), 5: ("", "")},
            requests=(Request(6, "night", 4, True), Request(7, "", 2, False)),
            published=(Published(8, "night", 40), Published(9, "", 15)),
            kind_cost={"night": 7},
            history=History(
                "night", 1, 2, 0, 1, 3, 1440, 1, 480, 1, 960, -120, 700, (True, False)
            ),
            reach=Reach(
                frozenset({"VIG"}), "De Es", Tier.RESERVE, {"Ede": 20}, 45, frozenset({"Oss"}),
                frozenset({"Ede"}), frozenset(),
            ),
            supernumerary_before=2,
            supervision=(
                Supervision("mentor", 25), Supervision("head", None, frozenset({"night"})),
            ),
            unsocial=Limit(None, 900, None, 1),
            locked=(
                Shift(
                    Period(local(2026, 10, 24, 22), local(2026, 10, 25, 6)), 45,
                    ShiftKind.STANDBY, "De Es", "s1", True,
                ),
            ),
            age_group=AgeGroup.YOUTH,
        ),
    ),
    demands=(
        Demand(0, "early", "", 1, None, 2, 100, 1, 3),
        Demand(1, "night", "head", 1, 50),
        Demand(4, "night", "head", optimum=1, under_weight=5),
    ),
    first_date=date(2026, 11, 2),
    rest_minutes=660,
    law_profile="care",
    only_demanded=True,
    terms=Terms(
        {Tier.EXTERNAL: 50}, 3, 9, 7, 35, 2, 4, (Substitution("VIG", "VPL", "Ede", 12),)
    ),
    planned_at=local(2026, 11, 1, 8),
    compositions=(Composition(3, ({("early", ""): 1}, {("night", "head"): 2}), 30),),
    faces=(Faces("Noord", 6, 20),),
    stays=(Stay("Noord", "mentor", -120, 420),),
)  # fmt: skip


def test_everything_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """Reading what was written gives the same problem, field by field."""
    path = tmp_path / "everything.json"
    path.write_text(as_json(EVERYTHING))
    assert read_problem(path) == EVERYTHING


@pytest.mark.parametrize("name", ["curtois/Instance8.txt", "inrc2/n030w4/n030w4_1_6-2-9-1.txt"])
def test_public_problems_survive_the_round_trip(tmp_path: Path, name: str) -> None:
    """The own JSON can say all that the public formats say."""
    problem = read_problem(shared(f"bench/{name}"))
    path = tmp_path / "copy.json"
    path.write_text(as_json(problem))
    assert read_problem(path) == problem


def test_contracts_of_one_name_must_be_the_same() -> None:
    """The format names contracts, so two different ones of a name cannot be written."""
    workers = (
        Worker("anna", Contract("full", work_run=Limit(maximum=5))),
        Worker("bob", Contract("full")),
    )
    with pytest.raises(ValueError, match="full"):
        as_json(Problem("clash", 7, (Kind("E", 480),), workers, ()))


GOOD = {
    "format": "rondstroom-planning",
    "version": 1,
    "days": 7,
    "kinds": [{"id": "E", "minutes": 480, "starts": "07:00", "ends": "15:00"}],
    "contracts": [{"id": "full", "work_run": {"maximum": 5}}],
    "workers": [{"id": "anna", "contract": "full"}],
    "demands": [{"day": 0, "kind": "E", "optimum": 1, "under_weight": 100}],
}


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ('"version": 1', '"version": 2', 1, "version"),
        ('"days": 7', '"days": "7"', 1, "whole number"),
        ('"days": 7', '"days": true', 1, "whole number"),
        ('"days": 7', '"days": 3661', 1, "days should be at most 3660"),
        ('"minutes": 480', '"minutes": 1000000001', 6, "at most 1000000000"),
        ('"days": 7', '"dayz": 7', 1, "means nothing"),
        ('"minutes": 480', '"minutes": -1', 6, "at least 0"),
        ('"starts": "07:00"', '"starts": "7 uur"', 6, "time of day"),
        ('"starts": "07:00",', "", 6, "start and end go together"),
        ('"maximum": 5', '"maximum": 5, "minimum": 6', 16, "above maximum"),
        ('"maximum": 5', '"most": 5', 16, "means nothing"),
        ('"contract": "full"', '"contract": "half"', 22, "no contract"),
        ('"kind": "E"', '"kind": "L"', 1, "unknown kind"),
        ('"day": 0', '"day": 7', 1, "day 7"),
        ('"optimum": 1', '"optimum": -1', 28, "at least 0"),
        ('"workers": [', '"workers": {', 22, "not JSON"),
        ('"id": "anna"', '"id": "anna", "skills": "meds"', 22, "list"),
        ('"id": "anna"', '"id": "anna", "age_group": "old"', 22, "AgeGroup"),
        ('"id": "anna"', '"id": "anna", "history": {"kind": "E"}', 22, "history"),
        ('"id": "anna"', '"id": "anna", "reach": {"tier": "far"}', 22, "Tier"),
        ('"id": "anna"', '"id": "anna", "reach": {"functions": "VIG"}', 23, "list"),
        ('"id": "anna"', '"id": "anna", "supervision": {"weight": 3}', 23, "by should be a text"),
        ('"id": "anna"', '"id": "anna", "history": {"recent_weekends": [1]}', 23, "true and false"),
        ('"maximum": 5', '"maximum": 5}, "free_weekends": {"least": 3, "of": 2', 14, "3 of 2"),
        ('"maximum": 5', '"maximum": 5}, "notice": {"hours": -1', 17, "at least 0"),
        ('"maximum": 5', '"maximum": 5}, "notice": {"hours": 96', 1, "planned_at"),
        ('"maximum": 5', '"maximum": 5}, "month_minutes": {"maximum": 9', 1, "first date"),
        ('"days": 7', '"days": 7, "planned_at": "monday"', 1, "planned_at should be"),
        ('"days": 7', '"days": 7, "planned_at": "2026-11-02T08:00"', 1, "offset"),
        ('"days": 7', '"days": 7, "terms": {"tiers": {"far": 3}}', 4, "Tier"),
        ('"days": 7', '"days": 7, "terms": {"substitutions": [{"by": "VPL"}]}', 4, "function"),
        ('"days": 7', '"days": 7, "faces": [{"at": "Noord", "most": 2}]', 1, "Noord"),
        ('"days": 7', '"days": 7, "compositions": [{"day": 0}]', 4, "needs options"),
        (
            '"id": "anna"',
            '"id": "anna", "locked": [{"starts_at": "2026-11-02T07:00", "ends_at": "x"}]',
            23,
            "starts_at and ends_at",
        ),
    ],
)
def test_a_bad_value_is_refused_by_line(
    tmp_path: Path, old: str, new: str, line: int, why: str
) -> None:
    """The error names the file, the line of the object and what is wrong with it."""
    text = json.dumps(GOOD, indent=1)
    assert old in text
    path = tmp_path / "bad.json"
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(UnableToRead) as refusal:
        read_problem(path)
    assert f"bad.json, line {line}: " in str(refusal.value)
    assert why in str(refusal.value)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"format": 3}', "{" * 100_000])
def test_what_is_no_problem_at_all_is_refused(tmp_path: Path, text: str) -> None:
    """Other JSON, and what only begins like JSON, is refused with a line."""
    path = tmp_path / "odd.json"
    path.write_text(text)
    with pytest.raises(UnableToRead, match="line 1"):
        read_problem(path, "json")


def test_a_number_longer_than_any_computer_reads_is_refused(tmp_path: Path) -> None:
    """Python itself refuses to read more than 4,300 digits."""
    path = tmp_path / "long.json"
    path.write_text(json.dumps(GOOD).replace('"days": 7', f'"days": {"9" * 5000}'))
    with pytest.raises(UnableToRead, match=r"long.json: a number in it is too long"):
        read_problem(path)


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every value within a value."""
    listed = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else listed:
        yield (*place, key)
        yield from _places(inner, (*place, key))


def _at(whole: Any, place: tuple[Any, ...]) -> Any:
    """Give what holds the value at a place."""
    for key in place[:-1]:
        whole = whole[key]
    return whole


def _told(path: Path, changed: Any) -> str:
    """Give what is wrong with a problem in JSON, or nothing."""
    path.write_text(json.dumps(changed))
    try:
        read_problem(path, "json")
    except UnableToRead as error:
        return str(error)
    return ""


@pytest.mark.parametrize("wrong", [None, [], {"a": 1}, "x", -1, 1.5, 10**30], ids=repr)
def test_any_value_anywhere_is_read_or_refused_with_its_line(tmp_path: Path, wrong: Any) -> None:
    """No value at any place of a file ends otherwise than in a problem or an error with a line."""
    text, refused = as_json(EVERYTHING), 0
    for place in _places(json.loads(text)):
        changed = json.loads(text)
        _at(changed, place)[place[-1]] = wrong
        told = _told(tmp_path / "any.json", changed)
        refused += bool(told)
        assert not told or "any.json, line " in told, place
    assert refused > 50


def test_any_misspelt_key_is_refused(tmp_path: Path) -> None:
    """A key that nobody reads would be a wish that nobody keeps; only names of places are free."""
    text, passed = as_json(EVERYTHING), []
    for place in _places(json.loads(text)):
        if isinstance(place[-1], str):
            changed = json.loads(text)
            holder = _at(changed, place)
            holder[f"{place[-1]}x"] = holder.pop(place[-1])
            told = _told(tmp_path / "misspelt.json", changed)
            passed += [] if told else [place[-2:]]
            assert not told or "misspelt.json, line " in told, place
    assert passed == [("travel_minutes", "Ede")]
