"""A charge in words: the lines that both sides read, with their formulas."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from flexpool.pay.explanation import Line
from flexpool.pay.wording import formula, number, percent
from flexpool.settlement.charge import (
    ALLOWANCE,
    MINUTES_HOUR,
    Irregular,
    irregular_of,
    price_line,
)
from flexpool.settlement.terms import Terms
from flexpool.settlement.work import LentWork
from flexpool.text import Text

CENTS = Text("op hele centen", "to whole cents")


def explained(work: LentWork, terms: Terms) -> Line:
    """Give what is charged as a line with its parts, the allowance down to its shares."""
    irregular = irregular_of(work, terms)
    return _with_shares(price_line(work, terms, irregular), irregular, terms)


def _with_shares(line: Line, irregular: Irregular, terms: Terms) -> Line:
    if line.key == ALLOWANCE:
        return replace(line, parts=_shares(irregular, terms))
    return replace(line, parts=tuple(_with_shares(one, irregular, terms) for one in line.parts))


def _shares(irregular: Irregular, terms: Terms) -> tuple[Line, ...]:
    return tuple(
        Line(
            "settlement.irregular",
            Text(f"Toeslag van {percent(share).nl}", f"Allowance of {percent(share).en}"),
            cents,
            formula=formula(
                "{} h x {} x {}",
                number(Fraction(minutes, MINUTES_HOUR)),
                terms.price.hour_cents,
                percent(share),
            ),
            rounding=CENTS,
        )
        for share, minutes, cents in irregular
    )
