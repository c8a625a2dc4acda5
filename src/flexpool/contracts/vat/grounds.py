"""The grounds on which VAT on lent staff may fall away, as an invoice names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.pay.explanation import Line
from flexpool.pay.figures import rate
from flexpool.pay.ownership.vat import DECREE
from flexpool.pay.wording import formula, percent
from flexpool.text import Text


class Category(StrEnum):
    """The category of VAT on an electronic invoice (EN 16931)."""

    STANDARD = "S"
    EXEMPT = "E"
    OUTSIDE = "O"


class Ground(StrEnum):
    """Why VAT is due or not, in the order in which the grounds are tried."""

    OWN_CARE = "own_care"
    NO_FEE = "no_fee"
    OWN_CONTRACTS = "own_contracts"
    COST_SHARING = "cost_sharing"
    CLOSELY_RELATED = "closely_related"
    STRUCTURAL = "structural"
    TRAINING = "training"
    FISCAL_UNITY = "fiscal_unity"
    SOCIAL = "social"
    TAXED = "taxed"


@dataclass(frozen=True, slots=True)
class GroundInWords:
    """A ground for people and for an invoice.

    Parameters
    ----------
    name
        What it is called.
    reason
        The text that an invoice without VAT carries (BR-E-10, BR-O-10).
    category
        The category on an invoice.
    article
        Where it is written.
    """

    name: Text
    reason: Text
    category: Category
    article: str


def _said(nl: str, en: str, reason: str, category: Category, article: str) -> GroundInWords:
    return GroundInWords(Text(nl, en), Text(reason, reason), category, article)


IN_WORDS: dict[Ground, GroundInWords] = {
    Ground.NO_FEE: _said(
        "Er wordt niets gevraagd",
        "No fee is asked",
        "Geen prestatie onder bezwarende titel",
        Category.OUTSIDE,
        f"{DECREE}, par. 1",
    ),
    Ground.OWN_CONTRACTS: _said(
        "Eigen arbeidsovereenkomst bij elke organisatie",
        "An employment contract with each organisation",
        "Geen uitlening: meerdere werkgevers, ieder voor het eigen deel",
        Category.OUTSIDE,
        f"{DECREE}, par. 1",
    ),
    Ground.COST_SHARING: _said(
        "Kosten voor gemene rekening",
        "Costs shared for joint account",
        "Kosten voor gemene rekening volgens vaste verdeelsleutel",
        Category.OUTSIDE,
        f"{DECREE}, par. 1",
    ),
    Ground.CLOSELY_RELATED: _said(
        "Nauw samenhangend met vrijgestelde zorg in een inrichting",
        "Closely related to exempt care in an institution",
        "Vrijgesteld: nauw samenhangende dienst, art. 11 lid 1 onderdeel c Wet OB 1968",
        Category.EXEMPT,
        "Wet OB art. 11(1)c",
    ),
    Ground.STRUCTURAL: _said(
        "Structurele uitleen in de zorg",
        "Structural lending in care",
        f"Btw blijft achterwege: structurele uitlening zorg, {DECREE}",
        Category.EXEMPT,
        DECREE,
    ),
    Ground.TRAINING: _said(
        "Werk elders voor een medische opleiding",
        "Work elsewhere for a medical training",
        f"Btw blijft achterwege: medische opleiding, {DECREE}",
        Category.EXEMPT,
        DECREE,
    ),
    Ground.FISCAL_UNITY: _said(
        "Fiscale eenheid",
        "Fiscal unity",
        "Prestatie binnen fiscale eenheid, art. 7 lid 4 Wet OB 1968",
        Category.OUTSIDE,
        "Wet OB art. 7(4)",
    ),
    Ground.SOCIAL: _said(
        "Structurele uitleen voor sociaal-culturele zorg",
        "Structural lending for social and cultural care",
        f"Btw blijft achterwege: uitlening sociaal-culturele instelling, {DECREE}",
        Category.EXEMPT,
        "Wet OB art. 11(1)f; " + DECREE,
    ),
    Ground.OWN_CARE: _said(
        "Eigen zorg onder eigen verantwoordelijkheid",
        "One's own care under one's own responsibility",
        "Vrijgesteld: gezondheidskundige verzorging, art. 11 lid 1 onderdeel g Wet OB 1968",
        Category.EXEMPT,
        "Wet OB art. 11(1)g",
    ),
    Ground.TAXED: _said(
        "Belast: geen grond past", "Taxed: no ground fits", "", Category.STANDARD, DECREE
    ),
}


def vat_rate(ground: Ground, on: date) -> Fraction:
    """Give the rate on a day; nothing where a ground takes it away.

    Raises
    ------
    NoFigureForDate
        When the rate of that day is not known.
    """
    if ground is not Ground.TAXED:
        return Fraction(0)
    return rate("hire.vat_lent_staff", on)[0]


def vat_line(ground: Ground, taxed_cents: int, on: date) -> Line:
    """Give the VAT over an amount, rounded once per amount, with the figure it counts with.

    Raises
    ------
    NoFigureForDate
        As `vat_rate`.
    """
    words = IN_WORDS[ground]
    if ground is not Ground.TAXED:
        return Line("lending.vat", Text("Btw", "VAT"), 0, formula=words.name)
    share, figure = rate("hire.vat_lent_staff", on)
    return Line(
        "lending.vat",
        Text("Btw, niet aftrekbaar", "VAT, not deductible"),
        times(taxed_cents, share, Rounding.HALF_UP),
        formula=formula("{} x {}", taxed_cents, percent(share)),
        figures=(figure,),
        rounding=Text("op hele centen", "to whole cents"),
    )
