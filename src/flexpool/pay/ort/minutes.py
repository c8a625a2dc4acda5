"""How many minutes of work fall under which share: elapsed time, cut at midnight and at bands."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from flexpool.parameters import Value
from flexpool.pay.ort.bands import Band, bands, holding
from flexpool.periods import Period, day_period
from flexpool.refusal import Impossible, Refusal
from flexpool.text import Text

NONE = Fraction(0)


class ShareNotKnown(Refusal, LookupError):
    """The shift has hours of which no source tells the share; the text says which."""


@dataclass(frozen=True, slots=True)
class SharedMinutes:
    """Elapsed minutes per share, and the figures they were found with."""

    by_share: Counter[Fraction]
    figures: tuple[Value, ...]


def worked(shift: Period, breaks: Sequence[Period]) -> list[Period]:
    """Give the shift without its breaks.

    Raises
    ------
    ValueError
        When a break lies outside the shift, breaks overlap, or a time is not on a whole minute.
    """
    if any(moment.second or moment.microsecond for p in (shift, *breaks) for moment in _ends(p)):
        raise Impossible(
            "start, end, breaks", "geef tijden in hele minuten", "give times in whole minutes"
        )
    left, start = [], shift.starts_at
    for pause in sorted(breaks):
        if pause.starts_at < start or pause.ends_at > shift.ends_at:
            raise Impossible(
                "breaks",
                "elke pauze ligt binnen de dienst en los van de andere",
                "every break lies within the shift, apart from the others",
            )
        if pause.starts_at > start:
            left.append(Period(start, pause.starts_at))
        start = pause.ends_at
    return [*left, Period(start, shift.ends_at)] if start < shift.ends_at else left


def minutes_by_share(cao: str, work: Sequence[Period]) -> SharedMinutes:
    """Give the minutes of work per share of the hourly wage; share 0 where no band holds.

    Raises
    ------
    NoSuchBands, NoFigureForDate
        When the cao is not known on a day of the work.
    ShareNotKnown
        When no source tells the share of some of the minutes.
    """
    minutes: Counter[Fraction] = Counter()
    figures: dict[Value, None] = {}
    for period in work:
        for day in period.local_days():
            part = period.intersection(day_period(day))
            assert part is not None
            found, figure = bands(cao, day)
            figures[figure] = None
            _add(minutes, part, holding(found, day), day)
    return SharedMinutes(minutes, tuple(figures))


def _add(minutes: Counter[Fraction], part: Period, held: list[list[Band]], day: date) -> None:
    timed = [[(band, band.on(day)) for band in level] for level in held]
    for piece in _pieces(part, [period for level in timed for _band, period in level]):
        covering = [
            [band for band, period in level if period.contains(piece.starts_at)] for level in timed
        ]
        minutes[_share(next(filter(None, covering), []), day)] += piece.minutes


def _pieces(part: Period, cuts: list[Period]) -> Iterator[Period]:
    inside = {m for cut in cuts for m in _ends(cut) if part.starts_at < m < part.ends_at}
    edges = [part.starts_at, *sorted(inside), part.ends_at]
    for start, end in itertools.pairwise(edges):
        yield Period(start, end)


def _share(covering: list[Band], day: date) -> Fraction:
    for band in covering:
        if band.share is None:
            until = "24:00" if band.ends is None else f"{band.ends:%H:%M}"
            hours = f"{band.starts:%H:%M}-{until}"
            raise ShareNotKnown(
                Text(
                    f"geen bron geeft de toeslag van {hours} op {day}",
                    f"no source tells the allowance for {hours} on {day}",
                )
            )
    return max((band.share or NONE for band in covering), default=NONE)


def _ends(period: Period) -> tuple[datetime, datetime]:
    return period.starts_at, period.ends_at
