"""Which share of the hourly wage a cao pays for which hours of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from functools import cache

from flexpool.parameters import Value, all_figures, lookup
from flexpool.pay.ort.holidays import public_holidays
from flexpool.periods import Period, at, day_period
from flexpool.refusal import Impossible

END_OF_DAY = "24:00"
HOLIDAY = "H"
BAND_UNIT = "[days, from, until, rate]"


class NoSuchBands(Impossible):
    """Of this cao no bands are known; the text says of which they are."""


@dataclass(frozen=True, slots=True)
class Band:
    """Hours of the day with one share.

    Parameters
    ----------
    days
        What the band holds on: `1` (Monday) to `7` (Sunday), `H` (public holiday), or a day of
        every year such as `12-24`.
    starts
        Wall-clock time.
    ends
        Wall-clock time; None for the end of the day.
    share
        The allowance as a share of the hourly wage; None when no source tells it.
    """

    days: frozenset[str]
    starts: time
    ends: time | None
    share: Fraction | None

    def on(self, day: date) -> Period:
        """Give the real time of the band on a day."""
        end = day_period(day).ends_at if self.ends is None else at(day, self.ends)
        return Period(at(day, self.starts), end)


@cache
def caos_with_bands() -> tuple[str, ...]:
    """Give the codes of the caos of which bands are known."""
    figures = all_figures().values()
    return tuple(
        figure.name.rpartition(".")[2]
        for figure in figures
        if figure.name.startswith("pay.ort.") and figure.unit == BAND_UNIT
    )


def bands(cao: str, on: date) -> tuple[tuple[Band, ...], Value]:
    """Give the bands of a cao on a day, and the figure they come from.

    Raises
    ------
    NoSuchBands
        When the cao is not known.
    NoFigureForDate
        When it is not known for that day.
    """
    known = caos_with_bands()
    if cao not in known:
        raise NoSuchBands(
            "cao",
            f"van {cao!r} zijn geen toeslagen voor onregelmatige uren gevonden; "
            f"bekend zijn {', '.join(known)}",
            f"no allowances for irregular hours were found for {cao!r}; "
            f"known are {', '.join(known)}",
        )
    figure = lookup(f"pay.ort.{cao}", on)
    return _parsed(figure), figure


@cache
def _parsed(figure: Value) -> tuple[Band, ...]:
    return tuple(
        Band(
            frozenset(days.split()),
            time.fromisoformat(starts),
            None if ends == END_OF_DAY else time.fromisoformat(ends),
            None if share is None else Fraction(share),
        )
        for days, starts, ends, share in figure.value
    )


def holding(found: tuple[Band, ...], day: date) -> list[list[Band]]:
    """Give the bands that hold on a day, those that go before others first.

    What a cao says of public holidays goes before a day of every year, and that before weekdays.
    """
    names = [f"{day:%m-%d}", str(day.isoweekday())]
    if day in public_holidays(day.year):
        names.insert(0, HOLIDAY)
    return [[band for band in found if name in band.days] for name in names]
