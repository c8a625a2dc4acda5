"""Rosters as people write them: `2026-11-02 22:45-07:15, break 30, x3, weekly x2, standby`.

An end that is not after the start lies on the next day. `x3` repeats on three days in a row,
`weekly x2` repeats the whole in two weeks in a row. Words: a kind of spell, `absent`, `at PLACE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from flexpool.periods import Period, at
from flexpool.staffing import Shift, ShiftKind

_LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) (?P<start>\d\d:\d\d)-(?:(?P<last>\d{4}-\d\d-\d\d) )?"
    r"(?P<end>\d\d:\d\d)(?P<words>.*)"
)
_KINDS = {kind.value for kind in ShiftKind}
_WORD = re.compile("|".join([r"(weekly )?x\d+", r"break \d+", "at .+", "absent", *_KINDS]))


def shifts_from(lines: Iterable[str]) -> list[Shift]:
    """Read a roster."""
    return [shift for line in lines for shift in _shifts(line)]


def period_from(text: str) -> Period:
    """Read one period."""
    return next(_shifts(text)).period


def _shifts(line: str) -> Iterator[Shift]:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"not a roster line: {line!r}")
    words = [word.strip() for word in match["words"].split(",") if word.strip()]
    unknown = [word for word in words if not _WORD.fullmatch(word)]
    if unknown:
        raise ValueError(f"unknown words {unknown} in {line!r}")
    days, weeks = int(_after("x", words) or 1), int(_after("weekly x", words) or 1)
    minutes = _after("break ", words)
    kind = next((ShiftKind(word) for word in words if word in _KINDS), ShiftKind.WORK)
    for week in range(weeks):
        for day in range(days):
            yield Shift(
                _period(match, timedelta(days=day, weeks=week)),
                int(minutes or 0),
                kind,
                organisation=_after("at ", words) or "",
                absent="absent" in words,
                breaks_known=minutes is not None,
            )


def _after(start: str, words: list[str]) -> str | None:
    return next((word.removeprefix(start) for word in words if word.startswith(start)), None)


def _period(match: re.Match[str], later: timedelta) -> Period:
    day = date.fromisoformat(match["day"])
    start, end = time.fromisoformat(match["start"]), time.fromisoformat(match["end"])
    last = date.fromisoformat(match["last"]) if match["last"] else day
    if not match["last"] and end <= start:
        last += timedelta(days=1)
    return Period(at(day + later, start), at(last + later, end))


def moment_from(text: str) -> datetime:
    """Read a moment on the Dutch clock, `2026-11-02 15:00`."""
    day, clock = text.split(" ")
    return at(date.fromisoformat(day), time.fromisoformat(clock))
