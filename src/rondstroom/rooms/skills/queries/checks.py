"""The nine checks of one worker at one organisation, each with its answer: a file to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from flexpool.periods import day_period
from rondstroom.rooms.skills.queries.gate import (
    RULES,
    SUPERVISION,
    Block,
    Place,
    files_of,
    gate,
    houses,
)
from rondstroom.rooms.skills.queries.requirements import requirement

CHECK_NAMES: Mapping[str, str | Promise] = {
    "gate.identity": _("Identiteit"),
    "gate.right-to-work": _("Mag werken in Nederland"),
    "gate.conduct": _("VOG"),
    "gate.diploma": _("Diploma"),
    "gate.register": _("BIG-register"),
    "gate.skill": _("Bekwaamheden"),
    "gate.past-work": _("Eerder werk nagevraagd"),
    "gate.agreement": _("Overeenkomst"),
    "gate.induction": _("Inwerken op de locatie"),
}


_UNDER = {SUPERVISION: "gate.skill"}
"""A condition on a competence is told under that check."""


@dataclass(frozen=True)
class Check:
    """One check: passed when nothing stands against it; a warning stands against nothing."""

    rule: str
    name: str | Promise
    blocks: tuple[Block, ...] = ()

    @property
    def state(self) -> str:
        """Give `ok`, `warn`, `decide` when a person must, or `blocked`."""
        blocking = [one for one in self.blocks if not one.is_warning]
        if not blocking:
            return "warn" if self.blocks else "ok"
        if all(one.condition for one in blocking):
            return "warn"
        return "decide" if all(one.matter for one in blocking) else "blocked"


def checks_of(
    worker_id: int,
    organisation_id: int,
    day: date,
    *,
    function_id: int | None = None,
    skill_ids: frozenset[int] = frozenset(),
    first_day: date | None = None,
    location_id: int | None = None,
) -> list[Check]:
    """Judge a worker for an ordinary shift on a day, in a function; as the gate itself judges."""
    file = files_of([worker_id])[worker_id]
    place = Place(organisation_id, (day,), location_id, first_day)
    asked = requirement(function_id, skill_ids)
    return _told(gate(file, asked, place, houses(day_period(day), day)))


def checks_at(
    worker_id: int, organisation_ids: Iterable[int], day: date, *, function_id: int | None = None
) -> dict[int, list[Check]]:
    """Judge a worker at several organisations; as many queries for one as for many."""
    file, asked = files_of([worker_id])[worker_id], requirement(function_id)
    every = houses(day_period(day), day)
    return {pk: _told(gate(file, asked, Place(pk, (day,)), every)) for pk in organisation_ids}


def _told(found: Iterable[Block]) -> list[Check]:
    blocks = tuple(found)
    return [
        Check(
            rule,
            CHECK_NAMES[rule],
            tuple(one for one in blocks if _UNDER.get(one.rule, one.rule) == rule),
        )
        for rule in RULES
    ]
