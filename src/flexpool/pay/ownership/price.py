"""What one hired hour costs: wage or tariff, fee, VAT and own cost of planning and quality."""

from __future__ import annotations

from datetime import date

from flexpool.money import Rounding, times
from flexpool.pay.explanation import Line
from flexpool.pay.figures import rate
from flexpool.pay.ownership.result import HirePrice
from flexpool.pay.ownership.situation import HireForm, HireOffer
from flexpool.pay.ownership.vat import IN_WORDS, OWN_CARE, VatGround
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.text import Text


def hire_price(offer: HireOffer, on: date) -> HirePrice:
    """Give what the organisation pays for one hired hour.

    Parameters
    ----------
    offer
        The way of hiring.
    on
        The day of which the VAT rate holds.

    Raises
    ------
    NoFigureForDate
        When the VAT rate of that day is not known.
    """
    wage = _wage(offer)
    fee = _fee(offer, int(wage.amount))
    exempt, always = _taxed_apart(offer, int(wage.amount), int(fee.amount))
    relies = offer.vat_ground is not VatGround.NONE or offer.care_is_exempt
    vat = _vat(always if relies else exempt + always, on)
    return HirePrice(
        offer=offer,
        vat_at_stake=int(_vat(exempt + always, on).amount) - int(vat.amount),
        ground=OWN_CARE if offer.care_is_exempt else IN_WORDS[offer.vat_ground],
        explanation=_total(offer.name, (wage, fee, vat, _extra(offer))),
    )


def _total(name: str, parts: tuple[Line, ...]) -> Line:
    return Line(
        "hire.per_hour",
        Text(f"Prijs van een ingehuurd uur: {name}", f"Price of a hired hour: {name}"),
        sum(int(part.amount) for part in parts),
        parts=parts,
    )


def _extra(offer: HireOffer) -> Line:
    return Line(
        "hire.extra",
        Text("Eigen kosten van planning en kwaliteit", "Own cost of planning and quality"),
        offer.extra_cents_per_hour,
        formula=Text("eigen opgave", "your own input"),
    )


def _wage(offer: HireOffer) -> Line:
    before = offer.base_cents + offer.irregular_cents
    names = {
        HireForm.AGENCY: Text("Uurloon maal factor", "Hourly wage times the factor"),
        HireForm.SECONDMENT: Text("Loonkosten van een uur", "Labour cost of an hour"),
        HireForm.SELF_EMPLOYED: Text("Tarief", "Tariff"),
    }
    return Line(
        "hire.wage",
        names[offer.form],
        times(before, offer.factor, Rounding.HALF_UP),
        formula=formula(
            "({} + {}) x {}", offer.base_cents, offer.irregular_cents, number(offer.factor)
        ),
        rounding=WHOLE_CENTS,
    )


def _fee(offer: HireOffer, wage: int) -> Line:
    return Line(
        "hire.fee",
        Text("Vergoeding of marge, zonder btw", "Fee or margin, without VAT"),
        times(wage, offer.fee_share, Rounding.HALF_UP),
        formula=formula("{} x {}", wage, percent(offer.fee_share)),
        rounding=WHOLE_CENTS,
    )


def _taxed_apart(offer: HireOffer, wage: int, fee: int) -> tuple[int, int]:
    """Give the amount that a ground exempts, and the amount on which VAT is always due."""
    if offer.form is HireForm.SELF_EMPLOYED:
        return wage, fee
    return wage + fee, 0


def _vat(taxed: int, on: date) -> Line:
    share, figure = rate("hire.vat_lent_staff", on)
    return Line(
        "hire.vat",
        Text("Btw, niet aftrekbaar", "VAT, not deductible"),
        times(taxed, share, Rounding.HALF_UP),
        formula=formula("{} x {}", taxed, percent(share)),
        figures=(figure,),
        rounding=WHOLE_CENTS,
    )
