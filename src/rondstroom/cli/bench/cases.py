"""Which problems a suite holds, where their files are, and what the best known cost is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from flexpool.planning import Problem
from flexpool.planning.regions.generator import Recipe, generate
from rondstroom.cli.shortcomings import UnableToRun

HERE = Path(__file__).resolve().parent
SUITES = ("curtois", "inrc2", "region")
REGION_SIZES = (1_000, 5_000, 20_000)
REGION_SEED = 1
BESIDE = Path("shared") / "bench"
"""Where the public problems stand beside a checkout."""


@dataclass(frozen=True, slots=True)
class Case:
    """One problem: its suite, its name, its file, and the lowest cost that anybody published.

    A region has no file: it is drawn from its size.
    """

    suite: str
    name: str
    file: Path | None = None
    best: int | None = None


def bench_folder(given: Path | None) -> Path:
    """Give the folder with the public problems: the one given, or `../shared/bench`.

    Raises
    ------
    UnableToRun
        When there is none; the text says where was looked.
    """
    near = [folder.parent / BESIDE for folder in (Path.cwd(), HERE.parents[3])]
    tried = [given] if given is not None else near
    for folder in tried:
        if folder.is_dir():
            return folder
    places = " or ".join(str(folder) for folder in dict.fromkeys(tried))
    raise UnableToRun(
        f"There are no public problems in {places}. Name their folder with --bench FOLDER: in it "
        "curtois/Instance1.txt and so on, and inrc2/n030w4/ with the files of the competition."
    )


def public(suite: str, folder: Path, only: Sequence[str]) -> tuple[list[Case], list[str]]:
    """Give the public problems whose files are there, and the names of those that are not.

    Raises
    ------
    UnableToRun
        When a name asked for is not in the suite.
    """
    known = best_known()[suite]
    _check(suite, only, list(known))
    found, missing = [], []
    for name, figures in known.items():
        if only and name not in only:
            continue
        inside = folder / suite / (name.split("_")[0] if suite == "inrc2" else "")
        case = Case(suite, name, inside / f"{name}.txt", figures["best"])
        there = inside.is_dir() if suite == "inrc2" else (inside / f"{name}.txt").is_file()
        if there:
            found.append(case)
        else:
            missing.append(name)
    return found, missing


def regions(only: Sequence[str]) -> list[Case]:
    """Give the regions asked for; they are drawn when they are run.

    Raises
    ------
    UnableToRun
        When a name asked for is no region of this suite.
    """
    names = [f"region-{size}" for size in REGION_SIZES]
    _check("region", only, names)
    return [Case("region", name) for name in names if not only or name in only]


def drawn_region(case: Case) -> Problem:
    """Draw a region, the same every time."""
    return generate(Recipe(workers=int(case.name.rpartition("-")[2])), REGION_SEED)


def _check(suite: str, only: Sequence[str], known: Sequence[str]) -> None:
    if unknown := sorted(set(only) - set(known)):
        raise UnableToRun(f"{unknown[0]!r} is not in {suite}; it has {', '.join(known)}.")


def best_known() -> dict[str, dict[str, dict[str, int]]]:
    """Read the best known costs, by suite and name."""
    text = (HERE / "best_known.yaml").read_text(encoding="utf-8")
    known: dict[str, dict[str, dict[str, int]]] = yaml.safe_load(text)
    return known
