"""Which parts of the rent the huurtoeslag pays back, before it looks at the income."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, rounded
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.wording import SHOWN_IN_CENTS, formula, percent
from flexpool.text import Text

AREA = "rent_benefit"
SMALL_HOUSEHOLD = 2


@dataclass(frozen=True, slots=True)
class _Slice:
    """Rent between two amounts, each with its figure."""

    key: str
    what: Text
    low: tuple[int, Value]
    high: tuple[int, Value]


def rent_parts(
    rent: int, people: int, all_young: bool, day: date
) -> tuple[Fraction, tuple[Line, ...]]:
    """Give what is paid of the rent, exact, and the lines of its parts.

    Parameters
    ----------
    rent
        Bare rent in cents a month.
    people
        Residents, children included.
    all_young
        Whether all are under 21, without children: then only the first part is paid.
    day
        The day on which the figures hold.
    """
    most = cents(f"{AREA}.rent_limit_under_21" if all_young else f"{AREA}.rent_limit", day)
    counted = min(rent, most[0])
    slices = _slices(people, most, day)
    paid = [_paid(counted, part, day) for part in (slices[:1] if all_young else slices)]
    lines = (_counted(rent, most), *(line for _exact, line in paid))
    return sum((exact for exact, _line in paid), Fraction(0)), lines


def _slices(people: int, most: tuple[int, Value], day: date) -> tuple[_Slice, ...]:
    base = cents(f"{AREA}.base_rent_one" if people == 1 else f"{AREA}.base_rent_more", day)
    full = cents(f"{AREA}.full_until", day)
    size = "one_or_two" if people <= SMALL_HOUSEHOLD else "three_or_more"
    cap = cents(f"{AREA}.cap_{size}", day)
    return (
        _Slice("a", Text("Laagste deel van de huur", "Lowest part of the rent"), base, full),
        _Slice("b", Text("Middelste deel van de huur", "Middle part of the rent"), full, cap),
        _Slice("c", Text("Hoogste deel van de huur", "Highest part of the rent"), cap, most),
    )


def _counted(rent: int, most: tuple[int, Value]) -> Line:
    return Line(
        "rent.counted",
        Text("Huur die meetelt", "Rent that counts"),
        min(rent, most[0]),
        formula=formula("min({}; {})", rent, most[0]),
        figures=(most[1],),
    )


def _paid(rent: int, part: _Slice, day: date) -> tuple[Fraction, Line]:
    share, figure = rate(f"{AREA}.share_{part.key}", day)
    held = max(min(rent, part.high[0]) - part.low[0], 0)
    exact = held * share
    return exact, Line(
        f"rent.{part.key}",
        part.what,
        rounded(exact, Rounding.HALF_UP),
        formula=formula("{} x {}", held, percent(share)),
        figures=(part.low[1], part.high[1], figure),
        rounding=SHOWN_IN_CENTS,
    )
