"""From hours and terms to what is charged, each part rounded to the cent, half a cent up."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from flexpool.contracts.price import Work, price_of_work
from flexpool.money import Rounding, times
from flexpool.pay.explanation import Line
from flexpool.pay.ort.minutes import minutes_by_share, worked
from flexpool.settlement.terms import Terms
from flexpool.settlement.work import LentWork

MINUTES_HOUR = 60
REMEMBERED = 50_000
"""Shifts start and end at the same times for many people: these are reckoned once."""
FEE, EXPENSES, ALLOWANCE = "lending.fee", "lending.expenses", "lending.allowance"

Irregular = tuple[tuple[Fraction, int, int], ...]
"""Share of the hourly wage, minutes and cents; lowest share first, none without an allowance."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What the lender charges for one shift, in cents without VAT.

    Parameters
    ----------
    minutes
        Paid minutes.
    parts
        Key of the line and cents, in the order of the build-up; they add up to `net`.
    irregular
        The allowance within that, per share.
    """

    minutes: int
    parts: tuple[tuple[str, int], ...]
    irregular: Irregular

    @property
    def net(self) -> int:
        """What stands on the invoice before VAT."""
        return sum(cents for _key, cents in self.parts)

    @property
    def fee(self) -> int:
        """The fee for the role of employer."""
        return self.part(FEE)

    @property
    def cost(self) -> int:
        """What the lender has spent, without fee and expenses."""
        return self.net - self.fee - self.part(EXPENSES)

    @property
    def allowance(self) -> int:
        """The allowance for irregular hours, all shares together."""
        return self.part(ALLOWANCE)

    def part(self, key: str) -> int:
        """Give the cents of one line; nothing when it is not there."""
        return dict(self.parts).get(key, 0)


@lru_cache(maxsize=REMEMBERED)
def charge_of(work: LentWork, terms: Terms) -> Charge:
    """Give what is charged for one shift.

    Raises
    ------
    NoSuchBands, NoFigureForDate, ShareNotKnown
        When no source tells the allowance of the cao for these hours.
    """
    irregular = irregular_of(work, terms)
    line = price_line(work, terms, irregular)
    cost, *others = line.parts
    leaves = (*cost.parts, *others)
    parts = tuple((leaf.key, int(leaf.amount)) for leaf in leaves if leaf.amount)
    return Charge(work.minutes, parts, irregular)


def credited(charge: Charge) -> Charge:
    """Give the same charge the other way: together they are nothing, in every part."""
    return Charge(
        -charge.minutes,
        tuple((key, -cents) for key, cents in charge.parts),
        tuple((share, -minutes, -cents) for share, minutes, cents in charge.irregular),
    )


def price_line(work: LentWork, terms: Terms, irregular: Irregular) -> Line:
    """Give the price of a shift as contracts reckon it, with this allowance."""
    allowance = sum(cents for _share, _minutes, cents in irregular)
    return price_of_work(
        terms.price,
        Work(minutes=work.minutes, allowance_cents=allowance, expenses_cents=terms.expenses_cents),
    )


def irregular_of(work: LentWork, terms: Terms) -> Irregular:
    """Give the allowance for irregular hours per share of the hourly wage."""
    if not terms.pays_allowance:
        return ()
    wage = terms.price.hour_cents
    found = minutes_by_share(terms.cao, worked(work.period, work.breaks)).by_share
    return tuple(
        (share, minutes, _cents(wage, share, minutes))
        for share, minutes in sorted(found.items())
        if share
    )


def _cents(wage: int, share: Fraction, minutes: int) -> int:
    return times(wage, Fraction(minutes, MINUTES_HOUR) * share, Rounding.HALF_UP)
