"""What two organisations agreed on for one deployment: the price of an hour, and the VAT."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Category
from flexpool.pay.bounds import no_less_than_nothing

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class VatTerms:
    """How VAT is dealt with.

    Parameters
    ----------
    category
        Taxed, exempt or outside.
    share
        The rate; nothing unless taxed.
    reason
        Why there is no VAT, as it stands on the invoice; empty when taxed.

    Raises
    ------
    ValueError
        When the three contradict each other; no exemption is silent.
    """

    category: Category
    share: Fraction = NOTHING
    reason: str = ""

    def __post_init__(self) -> None:
        taxed = self.category is Category.STANDARD
        if taxed != bool(self.share):
            raise ValueError("share: VAT has a rate when it is due, and none when it is not")
        if not taxed and not self.reason.strip():
            raise ValueError("reason: say on the invoice why there is no VAT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Everything that the amount depends on beside the hours; both sides know every part.

    Parameters
    ----------
    cao
        Code of the collective agreement of which the allowance for irregular hours holds.
    price
        How the price of an hour is made.
    pays_allowance
        Whether the allowance for irregular hours is charged.
    expenses_cents
        For each shift, such as travel.
    vat
        How VAT is dealt with.

    Raises
    ------
    ValueError
        When a number cannot be; the text begins with the name of the field.
    """

    cao: str
    price: PriceTerms
    vat: VatTerms
    pays_allowance: bool = True
    expenses_cents: int = 0

    def __post_init__(self) -> None:
        no_less_than_nothing(self, "expenses_cents")
