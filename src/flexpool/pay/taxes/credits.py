"""The tax credits (heffingskortingen), exact; who uses one rounds it by its own rule.

Each function takes euros of a year and a day in it, and raises `NoFigureForDate` when a figure
of that credit is not known for the year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.parameters import Value
from flexpool.pay.figures import rate, rates
from flexpool.pay.taxes.age import TaxAge

Euros = Fraction | int
NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit as one step: `start`, and on top `rate` over the euros `above`; never below zero."""

    start: Fraction
    above: Fraction
    rate: Fraction
    figures: tuple[Value, ...]

    @property
    def amount(self) -> Fraction:
        """Exact euros of a year."""
        return max(NOTHING, self.start + self.above * self.rate)


def general_credit(income: Euros, age: TaxAge, on: date) -> Credit:
    """Give the algemene heffingskorting over the income of all boxes."""
    return _tapering(f"general{age.credit_suffix}", income, on)


def elderly_credit(income: Euros, on: date) -> Credit:
    """Give the ouderenkorting of somebody from AOW age over the income of all boxes."""
    return _tapering("elderly", income, on)


def single_elderly_credit(on: date) -> Credit:
    """Give the alleenstaande-ouderenkorting of somebody who lives alone from AOW age."""
    amount, figure = rate("credits.single_elderly", on)
    return Credit(amount, NOTHING, NOTHING, (figure,))


def labour_credit(earned: Euros, age: TaxAge, on: date) -> Credit:
    """Give the arbeidskorting over income from current work.

    It rises in three parts, each with a cap that includes the parts before it, and then falls.
    """
    name = f"credits.labour{age.credit_suffix}"
    limits, limits_figure = rates(f"{name}_limits", on)
    build_up, build_up_figure = rates(f"{name}_build_up", on)
    caps, caps_figure = rates(f"{name}_caps", on)
    fall, fall_figure = rate(f"{name}_rate", on)
    rising = (limits_figure, build_up_figure, caps_figure)
    begins = (NOTHING, *limits)
    credit = Credit(NOTHING, NOTHING, NOTHING, rising)
    for begin, part_rate, cap in zip(begins, build_up, caps, strict=False):
        if earned > begin:
            credit = Credit(credit.amount, Fraction(earned) - begin, part_rate, rising)
            if credit.amount > cap:
                credit = Credit(cap, NOTHING, part_rate, rising)
    *_, falls_from, last = limits
    if earned > last:
        return Credit(NOTHING, NOTHING, -fall, (limits_figure,))
    if earned > falls_from:
        return Credit(credit.amount, earned - falls_from, -fall, (*rising, fall_figure))
    return credit


def combination_credit(earned: Euros, on: date) -> Credit:
    """Give the IACK of who has a child under 12 and is single or earns less than the partner."""
    threshold, from_figure = rate("credits.combination_from", on)
    share, rate_figure = rate("credits.combination_rate", on)
    most, max_figure = rate("credits.combination_max", on)
    figures = (from_figure, rate_figure, max_figure)
    credit = Credit(NOTHING, max(NOTHING, Fraction(earned) - threshold), share, figures)
    return credit if credit.amount <= most else Credit(most, NOTHING, share, figures)


def _tapering(name: str, income: Euros, on: date) -> Credit:
    most, max_figure = rate(f"credits.{name}_max", on)
    threshold, from_figure = rate(f"credits.{name}_from", on)
    until, until_figure = rate(f"credits.{name}_until", on)
    share, rate_figure = rate(f"credits.{name}_rate", on)
    if income > until:
        return Credit(NOTHING, NOTHING, -share, (until_figure,))
    above = max(NOTHING, Fraction(income) - threshold)
    return Credit(most, above, -share, (max_figure, from_figure, rate_figure))
