"""The outcome of a run, for people and for programs."""

from __future__ import annotations

import json

import typer

from flexpool.planning import Problem, Result

NONE_FOUND = 1


def report(problem: Problem, result: Result, seconds: float, as_json: bool) -> None:
    """Tell the outcome, as one line of JSON when asked, and end with 1 without a roster."""
    if result.roster is None:
        typer.echo(_why_none(problem, result), err=True)
    elif not as_json:
        gap = "unknown" if result.gap is None else f"{result.gap:.2%}"
        typer.echo(
            f"{problem.name}: objective {result.objective}, no roster is below "
            f"{_finite(result.bound)}, gap {gap}, {seconds:.1f} s"
        )
    for failure in result.failures:
        typer.echo(f"A solver broke down, the others went on: {failure}", err=True)
    if as_json:
        answer = {
            "objective": result.objective,
            "bound": _finite(result.bound),
            "gap": result.gap,
            "feasible": result.is_feasible,
            "seconds": round(seconds, 2),
            "solver": result.solver,
            "seed": result.seed,
            "instance": problem.name,
        }
        typer.echo(json.dumps(answer))
    if result.roster is None:
        raise typer.Exit(NONE_FOUND)


def moments(result: Result) -> str:
    """Write every moment of the run: tab-separated, empty where not yet known."""
    rows = ["seconds\tobjective\tbound"]
    for one in result.history:
        figures = (one.objective, _finite(one.bound))
        known = ("" if figure is None else str(figure) for figure in figures)
        rows.append("\t".join((f"{one.seconds:.2f}", *known)))
    return "\n".join(rows) + "\n"


def _finite(bound: float) -> int | float | None:
    if bound in (float("inf"), float("-inf")):
        return None
    return int(bound) if bound == int(bound) else round(bound, 3)


def _why_none(problem: Problem, result: Result) -> str:
    if result.is_proven_infeasible:
        return (
            f"{problem.name}: no roster satisfies all hard constraints; this is proven. "
            "Look at the minimum cover, the fixed assignments and the contracts' bounds."
        )
    return (
        f"{problem.name}: no roster that satisfies all hard constraints was found in time. "
        "That does not prove that there is none: give it more --seconds."
    )
