"""The duties of lending law (Waadi art. 7a to 12d) and admission as a lender, one rule each."""

from __future__ import annotations

from flexpool.contracts.rule import Rule
from flexpool.text import Text


def _duty(number: str, article: str, title: tuple[str, str], doc: tuple[str, str]) -> Rule:
    return Rule(f"lending.w{number}", f"W{number}", article, Text(*title), Text(*doc))


REGISTERED = _duty(
    "1",
    "Waadi 7a",
    ("Ingeschreven als uitlener", "Registered as a lender"),
    (
        (
            "De uitlener staat in het handelsregister met uitlenen als activiteit. Inlenen van wie "
            "daar niet staat, is verboden."
        ),
        (
            "The lender is in the trade register with lending as an activity. Hiring from who "
            "is not is forbidden."
        ),
    ),
)
IDENTITY = _duty(
    "2",
    "Waadi 7c",
    ("Identiteit gezien voor de start", "Identity seen before the start"),
    (
        (
            "Wie inleent ziet het echte identiteitsbewijs. Alleen wie loonheffing "
            "afdraagt, bewaart een kopie."
        ),
        "The hirer sees the real proof of identity. Only who withholds wage tax keeps a copy.",
    ),
)
EQUAL_PAY = _duty(
    "3",
    "Waadi 8, 8a",
    ("Gelijk loon en gelijke werktijden", "Equal pay and working times"),
    (
        "Loon, toeslagen, rust en vrije dagen zijn als bij de inlener; bij payroll ook pensioen.",
        "Wage, allowances, rest and holidays are as at the hirer; for payroll the pension too.",
    ),
)
ACCESS = _duty(
    "4",
    "Waadi 8b, 8c",
    ("Zelfde voorzieningen en vacatures", "The same facilities and vacancies"),
    (
        "Kantine, opvang en vervoer staan open, en vacatures zijn bekend.",
        "Canteen, child care and transport are open, and vacancies are known.",
    ),
)
FREE_TO_STAY = _duty(
    "5",
    "Waadi 9, 9a",
    ("Vrij om in dienst te komen", "Free to be employed"),
    (
        "De medewerker betaalt niets en mag daarna in dienst komen, zonder boete.",
        "The worker pays nothing and may be employed afterwards, without a penalty.",
    ),
)
NO_STRIKE = _duty(
    "6",
    "Waadi 10",
    ("Geen werk dat bestaakt wordt", "No work that is on strike"),
    (
        "Niemand komt werk doen dat door staking stilligt.",
        "Nobody does work that a strike has stopped.",
    ),
)
INFORMED = _duty(
    "7",
    "Waadi 11",
    ("Eisen en risico's verteld", "Demands and risks told"),
    (
        "Voor de start weet de medewerker welke bekwaamheid nodig is en welke risico's er zijn.",
        "Before the start the worker knows which skills are needed and which risks there are.",
    ),
)
CONDITIONS = _duty(
    "8",
    "Waadi 12a",
    ("Voorwaarden op schrift aan de uitlener", "Conditions in writing to the lender"),
    (
        "De inlener geeft de uitlener voor de start de arbeidsvoorwaarden op schrift.",
        "Before the start the hirer gives the lender the conditions of work in writing.",
    ),
)
WRITTEN_DOWN = _duty(
    "9",
    "Waadi 12c, 12d",
    ("Vastgelegd wie, waar en van wie", "Written down who, where and from whom"),
    (
        (
            "De uitlener meldt dat het uitlenen is; beide leggen het op de startdag vast en "
            "bewaren het zeven jaar na het jaar van het einde."
        ),
        (
            "The lender says that it is lending; both write it down on the first day and keep it "
            "seven years after the year of its end."
        ),
    ),
)
DUTIES = (
    REGISTERED,
    IDENTITY,
    EQUAL_PAY,
    ACCESS,
    FREE_TO_STAY,
    NO_STRIKE,
    INFORMED,
    CONDITIONS,
    WRITTEN_DOWN,
)
ADMITTED = Rule(
    "lending.admission",
    "Wtta",
    "Waadi hoofdstuk 3a",
    Text("Toegelaten als uitlener", "Admitted as a lender"),
    Text(
        "Wie mensen uitleent moet toegelaten zijn, of een reden hebben waarom dat niet hoeft.",
        "Who lends people must be admitted, or have a reason why that is not needed.",
    ),
)
