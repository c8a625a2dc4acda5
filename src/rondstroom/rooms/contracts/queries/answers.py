"""What is asked of a deployment, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.contracts.price import AN_HOUR, PriceTerms, Work, price_of_work
from flexpool.contracts.vat.grounds import IN_WORDS, Category, Ground, vat_line
from flexpool.pay.explanation import Line
from flexpool.text import Text
from rondstroom.rooms.contracts.states import Authority, Basis, Missing, VatState


@dataclass(frozen=True, slots=True)
class Deployment:
    """Somebody works at an organisation on a day, in a function (its code; empty for any)."""

    worker_id: int
    organisation_id: int
    on: date
    function_code: str = ""


@dataclass(frozen=True, slots=True)
class VatTerms:
    """The VAT of a deployment. `rate` is None when the rate of the day is not known."""

    ground: Ground
    state: VatState
    rate: Fraction | None
    on: date
    documents: tuple[str, ...] = ()
    inspector_reference: str = ""
    decision_id: int | None = None

    @property
    def category(self) -> Category:
        """The category on an invoice: S, E or O."""
        return IN_WORDS[self.ground].category

    @property
    def name(self) -> Text:
        """What the ground is called."""
        return IN_WORDS[self.ground].name

    @property
    def reason(self) -> str:
        """The text that an invoice without VAT must carry; Dutch, as invoices are."""
        return IN_WORDS[self.ground].reason.nl

    @property
    def is_to_confirm(self) -> bool:
        """Whether the tax inspector has yet to confirm that no VAT is due."""
        return self.state == VatState.TO_CONFIRM

    def due(self, cents: int) -> Line:
        """Give the VAT over an amount; raises when the rate of the day is not known."""
        return vat_line(self.ground, cents, self.on)

    def at_stake(self, cents: int) -> int:
        """Give the VAT that would still be due when the inspector does not confirm."""
        if not self.is_to_confirm:
            return 0
        return int(vat_line(Ground.TAXED, cents, self.on).amount)


@dataclass(frozen=True, slots=True)
class DeploymentTerms:
    """Under which terms somebody works somewhere on a day."""

    deployment: Deployment
    basis: Basis
    lender_id: int | None = None
    supplier_id: int | None = None
    authority: Authority = Authority.BORROWER
    agreement_id: int | None = None
    reference: str = ""
    engagement_id: int | None = None
    card_id: int | None = None
    price_terms: PriceTerms | None = None
    pays_allowance: bool = True
    vat: VatTerms | None = None
    missing: tuple[Missing, ...] = ()

    @property
    def borrower_id(self) -> int:
        """The organisation where the work is done."""
        return self.deployment.organisation_id

    @property
    def is_lending(self) -> bool:
        """Whether anything is charged at all: not for one's own people."""
        return self.basis != Basis.OWN

    @property
    def hour_cents(self) -> int | None:
        """The price of an hour without allowance, before VAT."""
        line = self.price()
        return int(line.amount) if line else None

    @property
    def allowance_hour_cents(self) -> int:
        """The amount over which an allowance for irregular hours is reckoned."""
        if self.price_terms is None or not self.pays_allowance:
            return 0
        return self.price_terms.hour_cents

    def price(self, work: Work = AN_HOUR) -> Line | None:
        """Give what work is charged before VAT, line by line; None when no rate is agreed."""
        return price_of_work(self.price_terms, work) if self.price_terms else None
