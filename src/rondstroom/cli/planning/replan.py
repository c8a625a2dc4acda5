"""`rondstroom replan`: repair a roster after a change, or ask who could take a shift."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from flexpool.planning import MaxRuntime, Problem
from flexpool.planning.replanning import (
    Move,
    Option,
    Repair,
    UnableToChange,
    options,
    publish,
    repair,
)
from rondstroom.cli.planning.changes import changes, locks, place_of
from rondstroom.cli.planning.explaining import named
from rondstroom.cli.planning.grid import read_grid
from rondstroom.cli.planning.plan import AsJson, File, Format, History, Out, Weeks, read
from rondstroom.cli.shortcomings import UnableToRun

STILL_OPEN = 1
PLACE = "DAY:KIND[:SKILL]"
Many = list[str] | None

RosterFile = Annotated[Path, typer.Argument(help="The roster that `plan --out` wrote.")]
Away = Annotated[Many, typer.Option(help="WORKER@DAY or WORKER@DAY..DAY; may be repeated.")]
Extra = Annotated[Many, typer.Option(help=f"A shift more: {PLACE}; may be repeated.")]
Cancel = Annotated[Many, typer.Option(help=f"A shift less: {PLACE}; may be repeated.")]
Who = Annotated[str, typer.Option(help=f"Change nothing, ask who could take {PLACE}.")]
Price = Annotated[int, typer.Option(min=0, help="Points for each changed day of a worker.")]
LockDays = Annotated[Many, typer.Option(help="DAY or DAY..DAY that stay; may be repeated.")]
LockWorker = Annotated[Many, typer.Option(help="Who stays as is; may be repeated.")]
Engine = Annotated[float, typer.Option(min=0, help="Let the engine look so many seconds more.")]

app = typer.Typer(add_completion=False)


@app.command()
def replan(
    file: File,
    roster_file: RosterFile,
    away: Away = None,
    extra: Extra = None,
    cancel: Cancel = None,
    who: Who = "",
    price: Price = 100,
    lock_days: LockDays = None,
    lock_worker: LockWorker = None,
    engine_seconds: Engine = 0,
    out: Out = None,
    as_json: AsJson = False,
    format_name: Format = "auto",
    history: History = None,
    weeks: Weeks = None,
) -> None:
    """Repair a roster after a change, with few disturbances; days are numbers from 0, or dates."""
    problem = read(file, format_name, history, weeks)
    problem = publish(problem, roster := read_grid(problem, roster_file), price)
    kept = locks(problem, lock_days or (), lock_worker or ())
    try:
        if who:
            _tell(problem, options(problem, roster, place_of(problem, who), locks=kept), as_json)
        else:
            told = changes(problem, away or (), extra or (), cancel or ())
            done = repair(problem, roster, told, locks=kept, engine=_stop(engine_seconds))
            _finish(done, out, as_json)
    except UnableToChange as error:
        raise UnableToRun(f"{error}.") from None


def _stop(seconds: float) -> MaxRuntime | None:
    return MaxRuntime(seconds) if seconds else None


def _finish(done: Repair, out: Path | None, as_json: bool) -> None:
    if out is not None:
        out.write_text(done.roster.as_text(done.problem), encoding="utf-8")
    still = [named(done.problem, *place) for place in done.unfilled]
    if as_json:
        answer = {
            "moves": [asdict(move) for move in done.moves],
            "objective": done.score.objective,
            "feasible": done.score.is_feasible,
            "unfilled": still,
        }
        typer.echo(json.dumps(answer))
    else:
        for move in done.moves:
            typer.echo(_moved(done.problem, move))
        typer.echo(f"{len(done.moves)} days changed, objective {done.score.objective}.")
        for place in still:
            typer.echo(f"Still open: {place}.")
    for broken in done.score.breaches:
        who = "" if broken.worker is None else f" ({done.problem.workers[broken.worker].id})"
        typer.echo(f"Broken: {broken.constraint}{who}, day {broken.day}.", err=True)
    if still or done.score.breaches:
        raise typer.Exit(STILL_OPEN)


def _tell(problem: Problem, found: Sequence[Option], as_json: bool) -> None:
    if as_json:
        answer = [{"cost": one.cost, "moves": [asdict(m) for m in one.moves]} for one in found]
        typer.echo(json.dumps({"options": answer}))
    for option in () if as_json else found:
        moves = "; ".join(_moved(problem, move) for move in option.moves)
        typer.echo(f"{option.cost:+d} points: {moves}")
    if not found:
        typer.echo("Nobody can take this shift, with up to two others moving.", err=True)
        raise typer.Exit(STILL_OPEN)


def _moved(problem: Problem, move: Move) -> str:
    before, after = ("/".join(part for part in slot if part) for slot in (move.before, move.after))
    day = named(problem, move.day, "", "").strip()
    return f"{move.worker} {day}: {before or '-'} > {after or '-'}"
