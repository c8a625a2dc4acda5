"""Who owes whom, and setting debts of two organisations off against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Debt:
    """What is still open of one invoice; a credit note is a debt below zero.

    Parameters
    ----------
    name
        The caller's own name for the invoice.
    seller, buyer
        Who gets it, and who pays.
    cents
        What is open, VAT included.
    """

    name: str
    seller: int
    buyer: int
    cents: int


@dataclass(frozen=True, slots=True)
class SetOff:
    """Which part of which invoices falls away against each other.

    Parameters
    ----------
    parts
        Name of the invoice and the cents that count as paid on it.
    cents
        How much falls away on each side.
    """

    parts: tuple[tuple[str, int], ...]
    cents: int


def positions(debts: Iterable[Debt]) -> dict[int, int]:
    """Give what each organisation still gets (above zero) or pays; together exactly nothing."""
    found: Counter[int] = Counter()
    for debt in debts:
        found[debt.seller] += debt.cents
        found[debt.buyer] -= debt.cents
    return dict(found)


def set_off(debts: Sequence[Debt], one: int, other: int) -> SetOff:
    """Give how the open invoices of two organisations fall away against each other.

    The invoices themselves stay as they are, VAT included: only payment is set off. The first
    invoices of each side go first; what remains is owed by one of them only.
    """
    sides = [
        [debt for debt in debts if (debt.seller, debt.buyer) == pair]
        for pair in ((one, other), (other, one))
    ]
    owed = [max(0, sum(debt.cents for debt in side)) for side in sides]
    cents = min(owed)
    parts = [part for side in sides for part in _spread(side, cents)] if cents else []
    return SetOff(tuple(parts), cents)


def _spread(side: Sequence[Debt], cents: int) -> list[tuple[str, int]]:
    """Spread an amount over invoices: credit notes whole, then the others until it is used up."""
    parts = [(debt.name, debt.cents) for debt in side if debt.cents < 0]
    left = cents - sum(amount for _name, amount in parts)
    for debt in side:
        used = min(left, debt.cents)
        if used > 0:
            parts.append((debt.name, used))
            left -= used
    return parts
