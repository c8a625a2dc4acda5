"""The allowance for irregular hours of one shift, with a line per share as on the payslip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.ort.limits import above_group_limit, wage_cap
from flexpool.pay.ort.minutes import minutes_by_share, worked
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.periods import Period
from flexpool.refusal import Impossible
from flexpool.text import Text

MINUTES_HOUR = 60


@dataclass(frozen=True, slots=True)
class IrregularLine:
    """All minutes of a shift with one share: a line on the payslip."""

    share: Fraction
    minutes: int
    cents: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """The allowance of a shift.

    Parameters
    ----------
    lines
        One per share, lowest first; minutes without an allowance have share 0.
    explanation
        The same lines with the figures used.
    notes
        Why nothing is due, or what could not be judged from what was told.
    """

    lines: tuple[IrregularLine, ...]
    explanation: Line
    notes: tuple[Text, ...] = ()

    @property
    def cents(self) -> int:
        """Everything together."""
        return sum(line.cents for line in self.lines)

    @property
    def minutes(self) -> int:
        """Elapsed minutes of work, without the breaks."""
        return sum(line.minutes for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class HourlyWage:
    """What the allowance is a share of.

    Parameters
    ----------
    cents
        The full-time month salary over the full-time hours of a month.
    cap_cents
        Highest hourly wage that counts, where the cao has one; None when it is not told.
    function_group
        FWG of the function; None when it is not told.
    """

    cents: int
    cap_cents: int | None = None
    function_group: int | None = None

    def __post_init__(self) -> None:
        if self.cents < 0 or (self.cap_cents or 0) < 0:
            raise Impossible(
                "hourly", "een uurloon kan niet onder nul zijn", "an hourly wage is not negative"
            )

    @property
    def counted(self) -> int:
        """The hourly wage that counts."""
        return self.cents if self.cap_cents is None else min(self.cents, self.cap_cents)


def shift_allowance(
    cao: str, shift: Period, breaks: Sequence[Period], wage: HourlyWage
) -> Allowance:
    """Give the allowance of a shift; of bands that hold at once the highest counts.

    Parameters
    ----------
    cao, shift, breaks
        Code of the cao, such as `vvt`; the shift from start to end; unpaid breaks within it.
    wage
        What the shares are taken of; each line is rounded to the cent, half a cent up.

    Raises
    ------
    NoSuchBands, NoFigureForDate
        When the cao is not known on a day of the shift.
    ShareNotKnown
        When no source tells the share of some of the hours.
    ValueError
        When a break lies outside the shift or breaks overlap.
    """
    found = minutes_by_share(cao, worked(shift, breaks))
    limit = above_group_limit(cao, wage.function_group, shift.local_day())
    lines = tuple(
        _line(share, minutes, 0 if limit else wage.counted)
        for share, minutes in sorted(found.by_share.items())
    )
    notes = [limit] if limit else _cap_note(cao, wage, shift.local_day())
    return Allowance(lines, _explanation(lines, wage, found.figures), tuple(notes))


def _line(share: Fraction, minutes: int, hour_cents: int) -> IrregularLine:
    hours = Fraction(minutes, MINUTES_HOUR)
    return IrregularLine(share, minutes, times(hour_cents, hours * share, Rounding.HALF_UP))


def _explanation(
    lines: tuple[IrregularLine, ...], wage: HourlyWage, figures: tuple[Value, ...]
) -> Line:
    parts = tuple(
        Line(
            "ort.band",
            Text(f"Toeslag van {percent(line.share).nl}", f"Allowance of {percent(line.share).en}"),
            line.cents,
            formula=formula(
                "{} h x {} x {}",
                number(Fraction(line.minutes, MINUTES_HOUR)),
                wage.counted,
                percent(line.share),
            ),
            rounding=WHOLE_CENTS,
        )
        for line in lines
    )
    return Line(
        "ort",
        Text("Onregelmatigheidstoeslag", "Allowance for irregular hours"),
        sum(line.cents for line in lines),
        figures=figures,
        parts=parts,
    )


def _cap_note(cao: str, wage: HourlyWage, day: date) -> list[Text]:
    note = wage_cap(cao, day) if wage.cap_cents is None else None
    return [note] if note else []
