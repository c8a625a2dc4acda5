"""What suppliers billed, as a rate beside the agreed one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.contracts.price import price_of_work
from flexpool.money import Rounding, rounded
from rondstroom.rooms.contracts.models import SupplierBill
from rondstroom.rooms.contracts.queries.known import about_agreements


@dataclass(frozen=True, slots=True)
class Billed:
    """A bill with the real rate of its hours and the one agreed at the end of its month."""

    bill: SupplierBill
    real_hour_cents: int
    agreed_hour_cents: int | None

    @property
    def over_cents(self) -> int:
        """How much an hour really cost above what was agreed; nothing when it did not."""
        agreed = self.agreed_hour_cents
        return 0 if agreed is None else max(self.real_hour_cents - agreed, 0)


def bills_of(agreement_id: int) -> list[Billed]:
    """Give the bills under an agreement, the latest month first; three queries."""
    known = about_agreements([agreement_id])
    found = []
    for row in SupplierBill.objects.filter(agreement_id=agreement_id).order_by("-month", "-pk"):
        priced = known.priced(agreement_id, "", row.month.replace(day=28))
        agreed = int(price_of_work(priced.terms).amount) if priced else None
        real = rounded(Fraction(row.net_cents * 60, row.minutes), Rounding.HALF_UP)
        found.append(Billed(row, real, agreed))
    return found
