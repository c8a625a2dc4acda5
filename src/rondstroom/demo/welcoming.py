"""Writing down what De Linde tells and shows whoever comes to work there for the first time."""

from __future__ import annotations

from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.learning import actions as learning
from rondstroom.rooms.learning.states import StepKind
from rondstroom.rooms.organisations import actions
from rondstroom.rooms.organisations import queries as organisations

WHERE = "De Linde"
PLACE = {
    "parking": "Auto achter het gebouw, gratis. Fietsen in de kelder: de deur links.",
    "dress": "Eigen kleding, dichte schoenen, geen ringen of horloge.",
    "login": "De receptie geeft je een account voor het dossier, op je eerste dag.",
}
STEPS = (
    (StepKind.BUILDING, "Rondleiding, met de kleedkamer en de personeelskamer"),
    (StepKind.ACCESS, "Pas gehaald en geprobeerd"),
    (StepKind.SYSTEMS, "Ingelogd in het dossier"),
    (StepKind.EMERGENCY, "Nooduitgangen en verzamelplaats gezien"),
    (StepKind.MEDICATION, "Medicijnkar: sleutel, aftekenen, dubbele controle"),
    (StepKind.CONTACT, "Kent het nummer van de achterwacht"),
)


def welcome_people(founded: Founded, writer: Writer) -> int:
    """Describe the locations and teams of De Linde, each with a list; give how many locations."""
    places = list(organisations.locations_of(founded.organisations[WHERE].pk))
    for place in places:
        actions.describe_location(
            location=place, how_to_arrive=place.how_to_arrive, **PLACE, **writer.at_founding
        )
        learning.set_checklist(location=place, steps=STEPS, **writer.at_founding)
    for team in organisations.teams_of(founded.organisations[WHERE].pk):
        where = f"Teampost van {team.name}, naast de huiskamer"
        actions.describe_team(
            team=team, where_to_be=where, contact="026 000 01 10", **writer.at_founding
        )
    return len(places)
