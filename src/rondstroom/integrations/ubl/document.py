"""What stands on an electronic invoice or credit note; amounts in cents, never below zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

INVOICE, CREDIT_NOTE = "380", "381"
KVK, OIN = "0106", "0190"
STANDARD, EXEMPT, OUTSIDE = "S", "E", "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Seller or buyer; `legal_scheme` is 0106 (KvK) or 0190 (OIN)."""

    name: str
    legal_scheme: str
    legal_id: str
    vat_id: str
    street: str
    postal_code: str
    city: str


@dataclass(frozen=True, slots=True)
class Tax:
    """How VAT is dealt with, over how much, and how much it is."""

    category: str
    share: Fraction
    taxable: int
    amount: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One shift: what, how many minutes, and cents without VAT."""

    name: str
    description: str
    on_day: date
    minutes: int
    cents: int
    category: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class Original:
    """The invoice that a credit note is about."""

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole document."""

    kind: str
    number: str
    issued_on: date
    due_on: date
    starts_on: date
    last_day: date
    buyer_reference: str
    seller: Party
    buyer: Party
    iban: str
    lines: tuple[Line, ...]
    taxes: tuple[Tax, ...]
    original: Original | None = None

    @property
    def net(self) -> int:
        """All lines."""
        return sum(line.cents for line in self.lines)

    @property
    def vat(self) -> int:
        """All VAT."""
        return sum(tax.amount for tax in self.taxes)

    @property
    def is_credit(self) -> bool:
        """Whether this gives money back."""
        return self.kind == CREDIT_NOTE
