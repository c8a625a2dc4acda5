"""The live picture of a planning run on a terminal: best roster, bound, gap and their curve."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType

from rich.console import Console, ConsoleRenderable, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from flexpool.planning import Moment
from flexpool.planning.result import gap_between

BARS = "▁▂▃▄▅▆▇█"
WIDTH = 48
PER_SECOND = 4


class Teller:
    """Shows how a run goes on the error stream; silent when that is not a terminal.

    Parameters
    ----------
    name
        What is solved.
    seconds
        How long it may take.
    note
        Why there may be no roster for a while; told until there is one.
    """

    def __init__(self, name: str, seconds: float, note: str = "") -> None:
        self._name, self._seconds, self._note = name, seconds, note
        self._began = time.perf_counter()
        self.moments: list[Moment] = []
        self._live: Live | None = None
        if sys.stderr.isatty():
            console = Console(stderr=True)
            self._live = Live(self, console=console, refresh_per_second=PER_SECOND, transient=True)

    def __enter__(self) -> Teller:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._live.stop()

    def tell(self, seconds: float, objective: int | None, bound: float, gap: float | None) -> None:
        """Note one moment of the run."""
        self.moments.append(Moment(seconds, objective, bound))

    def __rich__(self) -> ConsoleRenderable:
        """Draw the run as it is now; asked for by the terminal, a few times a second."""
        passed = time.perf_counter() - self._began
        has_roster = any(one.objective is not None for one in self.moments[-1:])
        name = self._name if has_roster or not self._note else f"{self._name} ({self._note})"
        return picture(name, self.moments, passed, self._seconds)


def picture(
    name: str, moments: Sequence[Moment], seconds: float, longest: float
) -> ConsoleRenderable:
    """Draw a run: the time used, the figures, and a line of bars for roster and bound."""
    last = moments[-1] if moments else Moment(0.0, None, float("-inf"))
    clock = Table.grid(padding=(0, 1))
    clock.add_row(
        ProgressBar(total=longest, completed=min(seconds, longest), width=WIDTH),
        Text(f"{seconds:.0f} of {longest:.0f} s"),
    )
    figures = Table.grid(padding=(0, 1))
    best = [None if one.objective is None else float(one.objective) for one in moments]
    bounds = [None if one.bound == float("-inf") else one.bound for one in moments]
    known = [one for one in (*best, *bounds) if one is not None]
    for label, values, style in (("roster", best, "green"), ("bound", bounds, "cyan")):
        at = bars([one.seconds for one in moments], values, seconds, known)
        newest = next((value for value in reversed(values) if value is not None), None)
        told = "-" if newest is None else f"{newest:,.0f}"
        figures.add_row(label, Text(at, style=style), Text(told, justify="right"))
    return Group(Text(f"{name}: {line(last)}"), clock, figures)


def bars(
    at: Sequence[float], values: Sequence[float | None], seconds: float, known: Sequence[float]
) -> str:
    """Draw values over time as a line of bars; what is highest of all `known` is a full one."""
    if not known:
        return " " * WIDTH
    low, high = min(known), max(known)
    drawn, now, following = [], None, 0
    for column in range(WIDTH):
        until = seconds * (column + 1) / WIDTH
        while following < len(at) and at[following] <= until:
            now, following = values[following], following + 1
        share = 0.0 if now is None or high == low else (now - low) / (high - low)
        drawn.append(" " if now is None else BARS[round(share * (len(BARS) - 1))])
    return "".join(drawn)


def line(moment: Moment) -> str:
    """Say one moment of a run in a line."""
    gap = gap_between(moment.objective, moment.bound)
    best = "no roster yet" if moment.objective is None else f"objective {moment.objective}"
    lowest = "no bound yet" if moment.bound == float("-inf") else f"bound {moment.bound:.0f}"
    share = "" if gap is None else f", gap {gap:.1%}"
    return f"{best}, {lowest}{share} (Ctrl-C keeps the best)"
