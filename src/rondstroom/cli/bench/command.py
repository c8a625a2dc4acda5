"""`rondstroom bench`: run a suite of planning problems and write a dated table and picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from flexpool.planning.solve import SOLVERS
from rondstroom.cli.bench.cases import SUITES, Case, bench_folder, public, regions
from rondstroom.cli.bench.running import WRONG, Wish, run
from rondstroom.cli.bench.table import one_line, summary
from rondstroom.cli.bench.written import Written
from rondstroom.cli.shortcomings import UnableToRun

RESULTS = Path("benchmarks") / "results"
JUDGED_OTHERWISE = 1

Suite = Annotated[str, typer.Option(help=" | ".join(SUITES))]
Seconds = Annotated[float, typer.Option(min=1, help="Wall time for each problem.")]
Workers = Annotated[int, typer.Option(min=1, help="Parallel searches.")]
Seeds = Annotated[list[int], typer.Option("--seed", help="A seed; repeat it for medians.")]
Only = Annotated[list[str] | None, typer.Option(help="Only this problem; may be repeated.")]
Solver = Annotated[str, typer.Option(help=" | ".join(SOLVERS))]
Bench = Annotated[Path | None, typer.Option("--bench", help="Folder with the public problems.")]
Results = Annotated[Path, typer.Option(help="Folder for the table and the picture.")]
Remark = Annotated[str, typer.Option(help="What else to say of the machine or its load.")]

app = typer.Typer(add_completion=False)


@app.command()
def bench(
    suite: Suite = "curtois",
    seconds: Seconds = 60,
    workers: Workers = 2,
    seed: Seeds = [1],  # noqa: B006  (typer reads it, nobody changes it)
    only: Only = None,
    solver: Solver = "auto",
    bench_at: Bench = None,
    results: Results = RESULTS,
    remark: Remark = "",
) -> None:
    """Measure planning on public problems; every roster is judged again.

    The table is written after each run: one that is cut short keeps its rows.
    """
    if suite not in SUITES or solver not in SOLVERS:
        raise typer.BadParameter(f"{suite!r} with {solver!r}: choose from the lists of --help")
    if results.exists() and not results.is_dir():
        raise UnableToRun(f"{results} is no folder; choose another one with --results.")
    written = Written(suite, Wish(seconds, workers, solver), results, remark)
    for case in _cases(suite, bench_at, only or ()):
        for one in dict.fromkeys(seed):
            written.add(run(case, one, written.wish))
            typer.echo(one_line(written.runs[-1]))
    typer.echo("\n".join(summary(suite, written.runs)))
    typer.echo(f"Written: {written.page_file}")
    if any(one.remark.startswith(WRONG) for one in written.runs):
        raise typer.Exit(JUDGED_OTHERWISE)


def _cases(suite: str, bench_at: Path | None, only: Sequence[str]) -> list[Case]:
    if suite == "region":
        return regions(only)
    where = bench_folder(bench_at)
    found, missing = public(suite, where, only)
    for name in missing:
        typer.echo(f"{name}: not in {where}; left out.", err=True)
    if not found:
        raise UnableToRun(f"Of {suite} no problem is in {where}; name another with --bench.")
    return found
