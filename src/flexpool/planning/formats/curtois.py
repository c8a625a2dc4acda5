"""The 24 instances of Curtois & Qu (2014): sections of comma-separated lines.

Everything about staff is hard, requests and cover are priced. Computational results on new staff
scheduling benchmark instances, Technical report, ASAP, University of Nottingham.
"""

from __future__ import annotations

from pathlib import Path

from flexpool.planning.formats.curtois_sections import READERS, Reading
from flexpool.planning.formats.lines import Line, UnableToRead, lines_of
from flexpool.planning.problem import Kind, NotAProblem, Problem, Worker

SECTIONS = (
    "SECTION_HORIZON",
    "SECTION_SHIFTS",
    "SECTION_STAFF",
    "SECTION_DAYS_OFF",
    "SECTION_SHIFT_ON_REQUESTS",
    "SECTION_SHIFT_OFF_REQUESTS",
    "SECTION_COVER",
)
OPTIONAL = SECTIONS[3:6]


def looks_like(text: str) -> bool:
    """Tell whether a text is of this format."""
    return "SECTION_HORIZON" in text or "SECTION_SHIFTS" in text


def read(path: Path) -> Problem:
    """Read an instance.

    Raises
    ------
    UnableToRead
        When the file breaks the format; the text names the line.
    """
    sections, last = _sections(path)
    for section in SECTIONS:
        if section not in sections and section not in OPTIONAL:
            last.fail(f"the file ends without {section}")
    reading = Reading()
    for section in SECTIONS:  # each leans on those before it, in whatever order they stand
        for line in sections.get(section, ()):
            READERS[section](line, reading)
    return _problem(path, last, reading)


def _sections(path: Path) -> tuple[dict[str, list[Line]], Line]:
    """Give the lines of each section, and the last line of the file."""
    sections: dict[str, list[Line]] = {}
    section, line = "", Line(str(path), 1, "")
    for line in lines_of(path):
        if line.text.startswith("SECTION_"):
            section = line.text
            if section not in SECTIONS:
                line.fail(f"unknown section {section}")
            if section in sections:
                line.fail(f"{section} stands there twice")
            sections[section] = []
        elif not section:
            line.fail(f"expected a section such as SECTION_HORIZON, not {line.text[:60]!r}")
        else:
            sections[section].append(line)
    return sections, line


def _problem(path: Path, last: Line, reading: Reading) -> Problem:
    for name in ("days", "kinds", "contracts", "demands"):
        if not getattr(reading, name):
            last.fail(f"the file ends without any {name}")
    for kind, (_, barred, line) in reading.kinds.items():
        for then in barred:
            if then not in reading.kinds:
                line.fail(f"shift {kind} may not be followed by {then!r}, which is no shift here")
    try:
        return Problem(
            name=path.stem,
            days=reading.days,
            kinds=tuple(
                Kind(kind, minutes, not_next_day=frozenset(barred))
                for kind, (minutes, barred, _) in reading.kinds.items()
            ),
            workers=tuple(
                Worker(
                    id=who,
                    contract=contract,
                    days_off=frozenset(reading.days_off.get(who, ())),
                    requests=tuple(reading.requests.get(who, ())),
                )
                for who, contract in reading.contracts.items()
            ),
            demands=tuple(reading.demands.values()),
        )
    except NotAProblem as error:
        raise UnableToRead(f"{path}: {error}") from None
