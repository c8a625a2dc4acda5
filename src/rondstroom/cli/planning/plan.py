"""`rondstroom plan`: make the best roster for a planning problem in a file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from flexpool.planning import Params, Problem, Result
from flexpool.planning.formats import FORMATS, UnableToRead, read_problem
from flexpool.planning.solve import SOLVERS, UnableToSolve
from rondstroom.cli.planning.explaining import LANGUAGES, conflicting, explained
from rondstroom.cli.planning.reporting import moments, report
from rondstroom.cli.planning.running import (
    Search,
    compiles_first,
    search_for,
    seconds_of_starting,
    until_told,
)
from rondstroom.cli.shortcomings import UnableToRun

SHORTEST_RUN_SECONDS = 0.5
GOODBYE_SECONDS = 0.5
"""Kept for ending other processes and writing the answer."""
CONFLICT_SECONDS = 120.0
COMPILING = "compiling for this computer: half a minute, once"

File = Annotated[Path, typer.Argument(help="The problem: a file, or an INRC-II folder.")]
Format = Annotated[str, typer.Option("--format", help=" | ".join(FORMATS))]
Seconds = Annotated[float, typer.Option(min=1, help="Wall time that may be used.")]
Workers = Annotated[int, typer.Option(min=1, help="Parallel searches.")]
Seed = Annotated[int, typer.Option(min=0, help="Seed of all chance.")]
Out = Annotated[Path | None, typer.Option(help="Write the roster grid here.")]
AsJson = Annotated[bool, typer.Option("--json", help="End with one line of JSON.")]
History = Annotated[int | None, typer.Option(help="INRC-II folder: history number.")]
Weeks = Annotated[str | None, typer.Option(help="INRC-II folder: weeks, as 6-2-9-1.")]
Solver = Annotated[str, typer.Option(help=" | ".join(SOLVERS))]
Region = Annotated[bool, typer.Option(help="Plan in parts: for a region of 1,000 people or more.")]
ClusterAt = Annotated[str, typer.Option(help="Plan in parts on the Ray cluster at this address.")]
Explain = Annotated[bool, typer.Option(help="Tell why places are open, or which demands conflict.")]
ExplainWorker = Annotated[
    list[str] | None, typer.Option(help="Tell why this worker has each shift; may be repeated.")
]
Lang = Annotated[str, typer.Option(help="Language of the explanation: nl or en.")]
HistoryOut = Annotated[
    Path | None, typer.Option(help="Write seconds, objective and bound of every moment here.")
]

app = typer.Typer(add_completion=False)


@app.command()
def plan(
    file: File,
    format_name: Format = "auto",
    seconds: Seconds = 60,
    workers: Workers = 2,
    seed: Seed = 0,
    out: Out = None,
    as_json: AsJson = False,
    history: History = None,
    weeks: Weeks = None,
    solver: Solver = "auto",
    region: Region = False,
    cluster: ClusterAt = "",
    explain: Explain = False,
    explain_worker: ExplainWorker = None,
    lang: Lang = "nl",
    history_out: HistoryOut = None,
) -> None:
    """Make the best roster for a planning problem; Ctrl-C keeps the best found so far."""
    began = time.perf_counter() - seconds_of_starting()
    _check_choices(format_name, solver, lang, (out, history_out))
    problem = read(file, format_name, history, weeks)
    params, where = Params(workers, solver), cluster or ("" if region else None)
    search = search_for(problem, seed, params, where)
    result = _found(problem, _left(seconds, began), search, params, where)
    took = time.perf_counter() - began
    _write(problem, result, out, history_out)
    if explain or explain_worker:
        _explain(problem, result, explain_worker or [], lang)
    report(problem, result, took, as_json)


def _found(
    problem: Problem, seconds: float, search: Search, params: Params, where: str | None
) -> Result:
    try:
        note = COMPILING if compiles_first(problem, params, where) else ""
        return until_told(problem.name, seconds, search, note)
    except UnableToSolve as error:
        raise UnableToRun(f"{error}. Choose another --solver, or leave it out.") from None


def _left(seconds: float, began: float) -> float:
    left = seconds - GOODBYE_SECONDS - (time.perf_counter() - began)
    return max(SHORTEST_RUN_SECONDS, left)


def read(file: Path, format_name: str, history: int | None, weeks: str | None) -> Problem:
    """Read the problem of a command.

    Raises
    ------
    UnableToRun
        When the file cannot be read as one.
    """
    try:
        return read_problem(file, format_name, history=history, weeks=weeks)
    except UnableToRead as error:
        raise UnableToRun(str(error)) from None


def _check_choices(format_name: str, solver: str, lang: str, outs: tuple[Path | None, ...]) -> None:
    for given, choices in ((format_name, FORMATS), (solver, SOLVERS), (lang, LANGUAGES)):
        if given not in choices:
            raise typer.BadParameter(f"{given!r} is none of {', '.join(choices)}")
    for out in outs:
        if out is not None and (out.is_dir() or not out.parent.is_dir()):
            raise UnableToRun(f"{out}: nothing can be written there; choose another file.")


def _write(problem: Problem, result: Result, out: Path | None, history_out: Path | None) -> None:
    if result.roster is not None and out is not None:
        out.write_text(result.roster.as_text(problem), encoding="utf-8")
    if history_out is not None:
        history_out.write_text(moments(result), encoding="utf-8")


def _explain(problem: Problem, result: Result, workers: list[str], lang: str) -> None:
    """Tell why before the outcome, so that the last line of the answer stays the answer."""
    if result.roster is not None:
        lines = explained(problem, result.roster, workers, lang)
    else:
        lines = conflicting(problem, CONFLICT_SECONDS, lang)
    for told in lines:
        typer.echo(told)
