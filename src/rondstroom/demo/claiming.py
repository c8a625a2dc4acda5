"""Claims that wait for HR of De Linde: one is late, one is new."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from rondstroom.demo.founding import Founded
from rondstroom.demo.writing import Writer
from rondstroom.rooms.skills import actions
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

HOUSE = "De Linde"
CLAIMS: tuple[tuple[str, int, ProofKind, dict[str, str]], ...] = (
    ("samira", 9, ProofKind.CONDUCT, {"reference": "VOG 2026"}),
    ("aylin", 2, ProofKind.SKILL, {"skill": "katheter"}),
    ("daan", 0, ProofKind.DIPLOMA, {"function": "Helpende"}),
)
"""Who, so many days ago, what."""


def claim_evidence(founded: Founded, workers: dict[str, Worker], writer: Writer) -> int:
    """Let people of the cast claim what they can show; give how many."""
    this_morning = writer.this_morning["at"]
    for first, days, kind, about in CLAIMS:
        worker = workers[f"{first}@voorbeeld.invalid"]
        if worker.account is not None:
            actions.make_claim(
                worker=worker,
                organisation=founded.organisations[HOUSE],
                kind=kind,
                valid_from=writer.today - timedelta(days=days + 5),
                by=worker.account,
                at=this_morning - timedelta(days=days),
                **_named(about, founded),
            )
    return len(CLAIMS)


def _named(about: dict[str, str], founded: Founded) -> dict[str, Any]:
    known: dict[str, Any] = {"skill": founded.skills, "function": founded.functions}
    return {name: known[name][code] if name in known else code for name, code in about.items()}
