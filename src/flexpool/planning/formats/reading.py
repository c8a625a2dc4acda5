"""The door to all formats: recognise a file and read it."""

from __future__ import annotations

from pathlib import Path

from flexpool.planning.formats import curtois, inrc2, own_json
from flexpool.planning.formats.lines import UnableToRead, text_of
from flexpool.planning.problem import Problem

FORMATS = ("auto", "curtois", "inrc2", "json")


def read_problem(
    path: Path, format_name: str = "auto", *, history: int | None = None, weeks: str | None = None
) -> Problem:
    """Read a planning problem.

    Parameters
    ----------
    path
        The file; for INRC-II also a name beside the scenario, or its folder.
    format_name
        One of `FORMATS`; "auto" looks at the name and into the file.
    history, weeks
        For an INRC-II folder: which history and weeks, as in "6-2-9-1".

    Raises
    ------
    UnableToRead
        When the file is not of the format; the text names file and line.
    """
    chosen = _recognise(path) if format_name == "auto" else format_name
    if chosen == "inrc2":
        return inrc2.read(path, history, weeks)
    if chosen == "json":
        return own_json.read(path)
    return curtois.read(path)


def _recognise(path: Path) -> str:
    """Give the format of a file."""
    if path.is_dir() or (inrc2.names_an_instance(path) and not path.is_file()):
        return "inrc2"
    text = text_of(path)
    if own_json.looks_like(text):
        return "json"
    if curtois.looks_like(text):
        return "curtois"
    if inrc2.names_an_instance(path):
        return "inrc2"
    first = next(line for line in text.splitlines() if line.strip())
    raise UnableToRead(
        f"{path}, line 1: not a planning format that is known here; it begins with "
        f"{first.strip()[:60]!r}. Known are {', '.join(FORMATS[1:])}."
    )
