"""How many hours an employee is paid for in a year, and how many of them go to care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.parameters import Value
from flexpool.pay.employer.employment import Employment, Productivity
from flexpool.pay.explanation import Line, LineUnit
from flexpool.pay.figures import rate
from flexpool.pay.wording import formula, number, percent
from flexpool.refusal import Impossible
from flexpool.text import Text

WEEKS_A_YEAR = 52
NO_HOURS = Fraction(0)
PUBLISHED_SHARE = Text(
    "Welk deel van de uren naar de zorg gaat, is een schatting van anderen (rond 2019). Vul "
    "verlof, ziekte en scholing van je eigen organisatie in.",
    "The share of hours that goes to care is an estimate by others (about 2019). Give leave, sick "
    "leave and training of your own organisation.",
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Paid and productive hours of a year, and the line that explains the productive ones."""

    paid: Fraction
    productive: Fraction
    explanation: Line
    cautions: tuple[Text, ...] = ()


def hours_of_year(employment: Employment, productivity: Productivity, on: date) -> Hours:
    """Give the hours that are paid by contract, and those that go to care.

    Raises
    ------
    ValueError
        When no hours are left for care.
    NoFigureForDate
        When the published share is asked for and not known on that day.
    """
    paid = employment.hours_per_week * WEEKS_A_YEAR
    by_contract = Line(
        "hours.paid",
        Text("Betaalde uren per jaar", "Paid hours a year"),
        paid,
        LineUnit.HOURS,
        formula=formula("{} x {}", number(employment.hours_per_week), str(WEEKS_A_YEAR)),
    )
    if productivity.leave_hours is None:
        return _by_share(paid, by_contract, productivity, on)
    return _by_parts(paid, by_contract, productivity)


def _by_share(paid: Fraction, by_contract: Line, productivity: Productivity, on: date) -> Hours:
    share = productivity.share
    figures: tuple[Value, ...] = ()
    if share is None:
        share, figure = rate("hire.productive_share", on)
        figures = (figure,)
    line = Line(
        "hours.productive",
        Text("Uren zorg per jaar", "Hours of care a year"),
        paid * share,
        LineUnit.HOURS,
        formula=formula("{} x {}", number(paid), percent(share)),
        figures=figures,
        parts=(by_contract,),
    )
    return Hours(paid, paid * share, line, (PUBLISHED_SHARE,) if figures else ())


def _by_parts(paid: Fraction, by_contract: Line, productivity: Productivity) -> Hours:
    lost = {
        "leave": productivity.leave_hours or NO_HOURS,
        "sick_leave": paid * (productivity.sick_leave_share or NO_HOURS),
        "training": productivity.training_hours or NO_HOURS,
    }
    left = paid - sum(lost.values())
    if left <= 0:
        raise Impossible(
            "leave_hours",
            "na verlof, ziekte en scholing blijft er geen uur zorg over",
            "leave, sick leave and training leave no hours for care",
        )
    names = {
        "leave": Text("Verlof", "Leave"),
        "sick_leave": Text("Ziekte", "Sick leave"),
        "training": Text("Scholing", "Training"),
    }
    parts = [Line(f"hours.{kind}", names[kind], -lost[kind], LineUnit.HOURS) for kind in names]
    line = Line(
        "hours.productive",
        Text("Uren zorg per jaar", "Hours of care a year"),
        left,
        LineUnit.HOURS,
        formula=formula("{} - {} - {} - {}", number(paid), *map(number, lost.values())),
        parts=(by_contract, *parts),
    )
    return Hours(paid, left, line)
