"""The conditions of each VAT ground, as questions with yes or no, and the paper that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from flexpool.text import Text


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition.

    Parameters
    ----------
    key
        Stable name, kept with the answer.
    question
        What is asked; yes means that the condition is met.
    document
        What shows it; None where nothing is needed.
    """

    key: str
    question: Text
    document: Text | None = None


def _asked(key: str, nl: str, en: str, document: tuple[str, str] | None = None) -> Condition:
    return Condition(key, Text(nl, en), Text(*document) if document else None)


AGREEMENT = ("de getekende overeenkomst", "the signed agreement")
CONTRACT = ("de arbeidsovereenkomst", "the employment contract")
COSTS = ("de opbouw van de kostprijs", "the build-up of the cost price")

RESULT = _asked(
    "contracts_for_result",
    "Heeft de uitlener zelf de zorg aangenomen, en staat die in voor inhoud en kwaliteit?",
    "Did the lender itself take on the care, and does it answer for content and quality?",
    AGREEMENT,
)
EXEMPT_CARE = _asked(
    "care_itself_exempt",
    "Is die zorg zelf vrijgesteld (art. 11 lid 1 c of g Wet OB)?",
    "Is that care itself exempt (art. 11(1)c or g Wet OB)?",
)
NO_FEE = _asked(
    "no_fee", "Werkt iemand er zonder enige vergoeding?", "Is there no fee at all?", AGREEMENT
)
OWN_CONTRACT = _asked(
    "own_contract_each",
    "Heeft de medewerker met elke organisatie een eigen arbeidsovereenkomst?",
    "Does the worker have an employment contract with each organisation?",
    CONTRACT,
)
OWN_PART = _asked(
    "pays_own_part",
    "Betaalt elke organisatie het eigen deel van het loon?",
    "Does each organisation pay its own part of the wage?",
    CONTRACT,
)
KEY_BEFORE = _asked(
    "key_fixed_before",
    "Ligt de verdeelsleutel van de kosten vooraf vast?",
    "Is the key that divides the costs fixed in advance?",
    ("de verdeelsleutel", "the key"),
)
EACH_RISK = _asked(
    "each_bears_risk",
    "Draagt elke organisatie haar deel van het risico?",
    "Does each organisation bear its share of the risk?",
    AGREEMENT,
)
CARE_STAFF = _asked(
    "care_staff",
    "Gaat het om zorgpersoneel dat zelf zorg geeft?",
    "Is it care staff who give care themselves?",
)
INSTITUTION = _asked(
    "in_institution",
    "Wordt gewerkt in een inrichting (opname of verblijf), niet thuis of ambulant?",
    "Is the work in an institution (admission or residence), not at home or ambulant?",
)
INDISPENSABLE = _asked(
    "indispensable",
    "Is deze inzet onmisbaar voor die vrijgestelde zorg?",
    "Is this deployment indispensable for that exempt care?",
    ("de onderbouwing", "the reasoning"),
)
NO_COMPETITION = _asked(
    "no_extra_income",
    "Is het doel iets anders dan extra inkomsten in concurrentie met uitzendbureaus?",
    "Is the aim another than extra income in competition with agencies?",
)
LENDER_EXEMPT = _asked(
    "lender_exempt",
    "Is het hoofdwerk van de uitlener zelf vrijgestelde zorg (art. 11 lid 1 c of g)?",
    "Is the lender's own main activity exempt care (art. 11(1)c or g)?",
)
BORROWER_EXEMPT = _asked(
    "borrower_exempt",
    "Zet de inlener de medewerker in voor vrijgesteld werk (art. 11 lid 1 c, f, g of o)?",
    "Does the borrower use the worker for exempt work (art. 11(1)c, f, g or o)?",
)
SOCIAL_BORROWER = _asked(
    "borrower_social",
    "Is de inlener een sociaal-culturele instelling (art. 11 lid 1 f, bijlage B)?",
    "Is the borrower a social and cultural institution (art. 11(1)f, annex B)?",
)
INDEFINITE = _asked(
    "indefinite",
    "Is de uitleen in principe voor onbepaalde tijd?",
    "Is the lending in principle for an indefinite time?",
    AGREEMENT,
)
NAMED = _asked(
    "borrower_named",
    "Staat de inlener met naam in de arbeidsovereenkomst?",
    "Is the borrower named in the employment contract?",
    CONTRACT,
)
ONE_PLACE = _asked(
    "no_short_stints",
    "Werkt de medewerker vast bij deze inlener, dus niet kort bij steeds andere?",
    "Does the worker work lastingly at this borrower, so not briefly at ever other ones?",
)
SELECTS = _asked(
    "borrower_selects",
    "Kiest de inlener mee wie er komt?",
    "Does the borrower take part in choosing who comes?",
)
CARE_CAO = _asked(
    "care_cao", "Geldt er een zorg-cao?", "Does a collective agreement of care hold?", CONTRACT
)
AT_COST = _asked(
    "fee_at_cost",
    "Is de vergoeding niet hoger dan bruto loonkosten plus een redelijk bedrag voor het "
    "werkgeverschap?",
    "Is the fee no more than gross labour cost plus a reasonable amount for the role of employer?",
    COSTS,
)
NO_PROFIT = _asked(
    "no_profit", "Maakt de uitlener er geen winst op?", "Does the lender make no profit on it?"
)
BEARS_END = _asked(
    "borrower_bears_end",
    "Draagt de inlener de (financiële) gevolgen als het contract eindigt?",
    "Does the borrower bear the (financial) consequences when the contract ends?",
    AGREEMENT,
)
TRAINING = _asked(
    "medical_training",
    "Werkt iemand hier tijdelijk als onderdeel van een medische opleiding?",
    "Does somebody work here temporarily as part of a medical training?",
    ("de opleidingsovereenkomst", "the training agreement"),
)
UNITY = _asked(
    "fiscal_unity",
    "Heeft de inspecteur beschikt dat uitlener en inlener één fiscale eenheid zijn?",
    "Has the inspector decided that lender and borrower are one fiscal unity?",
    ("de beschikking", "the decision"),
)
