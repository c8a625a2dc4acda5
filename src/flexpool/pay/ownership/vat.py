"""On which ground value-added tax on hired care workers may fall away, and what to mind.

Advice with its conditions, never a ruling: the tax inspector decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from flexpool.text import Text


class VatGround(StrEnum):
    """The ground the organisation relies on."""

    NONE = "none"
    STRUCTURAL_LENDING = "structural_lending"
    COST_SHARING = "cost_sharing"
    UMBRELLA = "umbrella"
    FISCAL_UNITY = "fiscal_unity"


@dataclass(frozen=True, slots=True)
class GroundInWords:
    """A ground for people: its name, the warning that goes with it, and where it is written."""

    name: Text
    warning: Text
    source: str


DECREE = "Besluit 7 juni 2024, nr. 2024-13855, Stcrt. 2024, 17448"

IN_WORDS = {
    VatGround.NONE: GroundInWords(
        Text("Geen: btw over de hele prijs", "None: VAT on the whole price"),
        Text(
            "Een zorgorganisatie die zelf vrijgesteld is, kan deze btw niet aftrekken: het zijn "
            "kosten.",
            "A care organisation that is exempt itself cannot deduct this VAT: it is a cost.",
        ),
        DECREE,
    ),
    VatGround.STRUCTURAL_LENDING: GroundInWords(
        Text("Structurele uitleen", "Structural lending"),
        Text(
            "Alle voorwaarden moeten schriftelijk vastliggen: tussen zorginstellingen, in principe "
            "voor onbepaalde tijd met de inlener in het contract, een vergoeding van niet meer dan "
            "de bruto loonkosten, en de inlener draagt de gevolgen van ontslag. Korte inzet bij "
            "steeds andere organisaties valt hier niet onder.",
            "All conditions must be in writing: between care organisations, in principle for an "
            "indefinite time with the hirer named in the contract, a fee of no more than the gross "
            "labour cost, and the hirer bears the consequences of dismissal. Short work at ever "
            "other organisations does not qualify.",
        ),
        f"{DECREE}; grantthornton.nl; caraad.com",
    ),
    VatGround.COST_SHARING: GroundInWords(
        Text("Kosten voor gemene rekening", "Cost sharing"),
        Text(
            "De verdeelsleutel ligt vooraf vast, niemand maakt winst en ieder draagt zijn deel van "
            "het risico. Leg dit schriftelijk vast en vraag de inspecteur om zekerheid.",
            "The key is fixed in advance, nobody makes a profit and each bears its share of the "
            "risk. Put this in writing and ask the tax inspector for certainty.",
        ),
        DECREE,
    ),
    VatGround.UMBRELLA: GroundInWords(
        Text("Koepelvrijstelling (art. 11.1.u)", "Umbrella exemption (art. 11.1.u)"),
        Text(
            "Pas op: het uitlenen van personeel is van deze vrijstelling uitgesloten. Zij kan "
            "gelden voor andere gedeelde diensten, zoals een gezamenlijk planbureau tegen kosten. "
            "Reken op de btw totdat de inspecteur anders beslist.",
            "Beware: lending staff is excluded from this exemption. It may hold for other shared "
            "services, such as a joint planning desk at cost. Count on the VAT until the tax "
            "inspector decides otherwise.",
        ),
        "Wet OB art. 11(1)u; Uitvoeringsbesluit OB art. 9(3), text of 2017",
    ),
    VatGround.FISCAL_UNITY: GroundInWords(
        Text("Fiscale eenheid", "Fiscal unity"),
        Text(
            "Alleen als uitlener en inlener financieel, organisatorisch en economisch één geheel "
            "zijn. Vraag de inspecteur om een beschikking.",
            "Only when lender and hirer are one financially, organisationally and economically. "
            "Ask the tax inspector for a decision.",
        ),
        "Wet OB art. 7(4)",
    ),
}

OWN_CARE = GroundInWords(
    Text("Eigen zorg van een zelfstandige", "A self-employed person's own care"),
    Text(
        "De zorg zelf kan vrijgesteld zijn voor wie in het BIG-register staat; bij helpende en "
        "huishoudelijke taken is dat niet zeker. Over de marge van een bemiddelaar is altijd btw "
        "verschuldigd.",
        "The care itself may be exempt for who is in the BIG register; for helping and household "
        "tasks that is not certain. On an intermediary's margin VAT is always due.",
    ),
    "Wet OB art. 11(1)g",
)
