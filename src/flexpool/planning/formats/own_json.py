"""The project's own JSON: everything a problem can hold. `docs/reference/planning-json.md`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from flexpool.planning.formats.json_contracts import read_contract
from flexpool.planning.formats.json_parts import read_demand, read_kind, read_worker
from flexpool.planning.formats.json_places import Placed, parse
from flexpool.planning.formats.json_terms import read_composition, read_faces, read_stay, read_terms
from flexpool.planning.formats.lines import MOST_DAYS, UnableToRead
from flexpool.planning.problem import Contract, NotAProblem, Problem, Terms

FORMAT, VERSION = "rondstroom-planning", 1
HEADER = (
    "format", "version", "name", "days", "first_weekday", "first_date", "rest_minutes", "lawful",
    "law_profile", "only_demanded", "terms", "planned_at", "kinds", "contracts", "workers",
    "demands", "compositions", "faces", "stays",
)  # fmt: skip

Part = TypeVar("Part")


def looks_like(text: str) -> bool:
    """Tell whether a text is of this format."""
    return text.lstrip().startswith("{")


def read(path: Path) -> Problem:
    """Read a problem.

    Raises
    ------
    UnableToRead
        When the file breaks the format; the text names the line.
    """
    found = parse(path)
    if found.get("format") != FORMAT or found.get("version") != VERSION:
        found.fail(f'expected "format": "{FORMAT}" and "version": {VERSION}')
    found.only(*HEADER)
    try:
        return _problem(path, found, _contracts(found))
    except NotAProblem as error:
        raise UnableToRead(f"{path}, line {found.place.number}: {error}") from None


def _contracts(found: Placed) -> dict[str, Contract]:
    contracts: dict[str, Contract] = {}
    for one in found.objects("contracts"):
        contract = _part(one, read_contract)
        if contract.id in contracts:
            one.fail(f"contract {contract.id!r} stands there twice")
        contracts[contract.id] = contract
    return contracts


def _problem(path: Path, found: Placed, contracts: dict[str, Contract]) -> Problem:
    first_date = _date(found)
    return Problem(
        name=found.text("name", path.stem),
        days=found.whole("days", least=1, most=MOST_DAYS),
        kinds=tuple(_part(one, read_kind) for one in found.objects("kinds")),
        workers=tuple(
            _part(one, lambda worker: read_worker(worker, contracts))
            for one in found.objects("workers")
        ),
        demands=tuple(_part(one, read_demand) for one in found.objects("demands")),
        first_weekday=first_date.weekday() if first_date else found.whole("first_weekday", 0),
        first_date=first_date,
        rest_minutes=found.whole("rest_minutes", 0),
        lawful=found.truth("lawful"),
        law_profile=found.text("law_profile", "default"),
        only_demanded=found.truth("only_demanded"),
        terms=_terms(found),
        planned_at=_moment(found),
        compositions=tuple(_part(one, read_composition) for one in found.objects("compositions")),
        faces=tuple(_part(one, read_faces) for one in found.objects("faces")),
        stays=tuple(_part(one, read_stay) for one in found.objects("stays")),
    )


def _part(found: Placed, read_one: Callable[[Placed], Part]) -> Part:
    """Read a part; what its values cannot be is an error at its line."""
    try:
        return read_one(found)
    except UnableToRead:
        raise
    except ValueError as error:
        found.place.fail(str(error))


def _terms(found: Placed) -> Terms:
    one = found.object("terms")
    return Terms() if one is None else _part(one, read_terms)


def _moment(found: Placed) -> datetime | None:
    if found.get("planned_at") is None:
        return None
    text = found.text("planned_at")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        found.place.fail(f"planned_at should be as 2026-11-02T08:00+01:00, not {text!r}")


def _date(found: Placed) -> date | None:
    if found.get("first_date") is None:
        return None
    try:
        return date.fromisoformat(found.text("first_date"))
    except UnableToRead:
        raise
    except ValueError:
        found.place.fail(f"first_date should be a date as 2026-11-02, not {found['first_date']!r}")
