"""The rules of a work code, each with its id and in plain words what it demands."""

from __future__ import annotations

from flexpool.contracts.rule import Rule
from flexpool.text import Text

AGREED = "werkcode"
"""Where they are written: no law, but what was agreed."""


def _rule(name: str, number: int, title: Text, doc: Text) -> Rule:
    return Rule(f"work-code.{name}", f"WC{number}", AGREED, title, doc)


ANW_SHARE = _rule(
    "anw-share",
    1,
    Text("Aandeel avond, nacht en weekend", "Share of evening, night and weekend"),
    Text(
        "Het deel van de contracturen van een maand dat in avond, nacht en weekend valt, ligt "
        "tussen twee grenzen. Zonder contracturen tellen de ingeroosterde uren.",
        "The share of a month's contract hours that lies in evening, night and weekend stays "
        "between two bounds. Without contract hours the rostered hours count.",
    ),
)
ROSTER_NOTICE = _rule(
    "roster-notice",
    2,
    Text("Rooster op tijd bekend", "Roster known in time"),
    Text(
        "Wie een dienst krijgt opgelegd, weet dat een afgesproken aantal dagen van tevoren.",
        "Who is given a shift knows so an agreed number of days ahead.",
    ),
)
CANCELLING = _rule(
    "cancelling",
    3,
    Text("Op tijd afzeggen, van beide kanten", "Cancelling in time, by both sides"),
    Text(
        "De werkgever en de medewerker zeggen een dienst af tot een afgesproken aantal uren "
        "voor het begin.",
        "Employer and worker cancel a shift until an agreed number of hours before its start.",
    ),
)
TRAINING = _rule(
    "training",
    4,
    Text("Uren scholing per jaar", "Hours of training a year"),
    Text(
        "Iedereen krijgt elk jaar een afgesproken aantal uren scholing, ook wie flexibel werkt. "
        "Wie een deel van het jaar werkt, krijgt dat deel.",
        "Everybody gets an agreed number of hours of training each year, flexible workers too. "
        "Who works part of the year gets that part.",
    ),
)
PAY_BAND = _rule(
    "pay-band",
    5,
    Text("Loon in een band rond de cao", "Pay in a band around the cao"),
    Text(
        "Het uurloon ligt tussen een deel van de laagste en een deel van de hoogste trede van de "
        "cao-schaal die bij de functie hoort.",
        "The hourly wage lies between a share of the lowest and a share of the highest step of "
        "the cao scale that goes with the function.",
    ),
)
RULES = (ANW_SHARE, ROSTER_NOTICE, CANCELLING, TRAINING, PAY_BAND)
