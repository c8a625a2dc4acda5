"""The totals of an invoice: lines are whole cents, VAT is reckoned once per rate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flexpool.money import Rounding, times
from flexpool.settlement.terms import VatTerms


@dataclass(frozen=True, slots=True)
class Amount:
    """A line of an invoice: cents without VAT, and how VAT is dealt with."""

    cents: int
    vat: VatTerms


@dataclass(frozen=True, slots=True)
class VatGroup:
    """All lines with the same VAT: what it is reckoned over, and how much it is."""

    terms: VatTerms
    taxable: int
    vat: int


@dataclass(frozen=True, slots=True)
class Totals:
    """An invoice in four numbers; `gross = net + vat`, exactly (EN 16931 BR-CO-10 to BR-CO-15)."""

    groups: tuple[VatGroup, ...]

    @property
    def net(self) -> int:
        """All lines without VAT."""
        return sum(group.taxable for group in self.groups)

    @property
    def vat(self) -> int:
        """All VAT."""
        return sum(group.vat for group in self.groups)

    @property
    def gross(self) -> int:
        """What is to be paid."""
        return self.net + self.vat


def totals_of(lines: Iterable[Amount]) -> Totals:
    """Give the totals of lines, a group per way of dealing with VAT, rounded half a cent up."""
    taxable: dict[VatTerms, int] = {}
    for line in lines:
        taxable[line.vat] = taxable.get(line.vat, 0) + line.cents
    return Totals(
        tuple(
            VatGroup(terms, cents, times(cents, terms.share, Rounding.HALF_UP))
            for terms, cents in sorted(taxable.items(), key=_in_order)
        )
    )


def _in_order(group: tuple[VatTerms, int]) -> tuple[str, str, str]:
    terms = group[0]
    return terms.category.value, str(terms.share), terms.reason
