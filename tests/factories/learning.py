"""Checklists for tests."""

from __future__ import annotations

from factories.identity import signed
from rondstroom.rooms.learning import actions
from rondstroom.rooms.learning.models import Checklist
from rondstroom.rooms.learning.states import StepKind
from rondstroom.rooms.organisations.models import Location

STEPS = (
    (StepKind.BUILDING, "Nooduitgangen gezien"),
    (StepKind.SYSTEMS, "Ingelogd in het dossier"),
    (StepKind.MEDICATION, "Medicijnkar geopend"),
)


def make_checklist(
    location: Location, steps: tuple[tuple[StepKind, str], ...] = STEPS
) -> Checklist:
    """Lay down what is shown at a location: three things unless told otherwise."""
    return actions.set_checklist(location=location, steps=steps, **signed())
