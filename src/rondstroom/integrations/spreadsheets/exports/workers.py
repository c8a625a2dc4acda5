"""Workers as rows, under the headings that imports know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rondstroom.integrations.spreadsheets.exports.file import Cell, Page
from rondstroom.integrations.spreadsheets.headings.fields import WORKERS, label_of
from rondstroom.rooms.people import queries
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Engagement
    from rondstroom.rooms.skills.models import Function, Proof

FIELDS = (
    "personnel_number", "name", "email", "home_pc4", "function", "weekly_minutes", "form",
    "register_number", "conduct_from", "location", "team", "starts_on", "ends_on",
)  # fmt: skip
_REGISTER = re.compile(r"\d{11}")


def pages(organisation: Organisation, starts_on: date, ends_on: date) -> tuple[list[Page], int]:
    """Give one page with everybody engaged on any of these days, by personnel number."""
    held = [
        one
        for _number, one in sorted(queries.engagements_by_number(organisation.pk).items())
        if one.starts_on <= ends_on and (one.ends_on is None or one.ends_on > starts_on)
    ]
    proofs = skills.proofs_of([one.worker_id for one in held])
    functions = {one.pk: one for one in skills.functions()}
    rows = [_row(one, proofs.get(one.worker_id, []), functions) for one in held]
    headings: list[Cell] = [label_of(WORKERS, name) for name in FIELDS]
    return [Page("Medewerkers", [headings, *rows])], len(rows)


def _row(
    engagement: Engagement, proofs: Sequence[Proof], functions: dict[int, Function]
) -> list[Cell]:
    worker, team = engagement.worker, engagement.team
    return [
        engagement.personnel_number,
        worker.name,
        worker.email,
        worker.home_pc4,
        ", ".join(_codes(proofs, functions)),
        hours(engagement.minutes_per_week),
        str(EngagementForm(engagement.form).label),
        _register_number(proofs),
        max((one.valid_from for one in proofs if one.kind == ProofKind.CONDUCT), default=None),
        team.location.name if team else "",
        team.name if team else "",
        engagement.starts_on,
        # The file names the last day in service; we keep the first day no longer.
        engagement.ends_on and engagement.ends_on - timedelta(days=1),
    ]


def _codes(proofs: Sequence[Proof], functions: dict[int, Function]) -> list[str]:
    held = {one.function_id for one in proofs if one.kind == ProofKind.DIPLOMA}
    return sorted(functions[pk].code for pk in held if pk in functions)


def _register_number(proofs: Sequence[Proof]) -> str:
    numbers = [one.reference for one in proofs if one.kind == ProofKind.REGISTER]
    return next((one for one in reversed(numbers) if _REGISTER.fullmatch(one)), "")


def hours(minutes: int) -> str:
    """Write minutes as hours with a comma, or as 24:20 where a comma would round."""
    whole, rest = divmod(minutes, 60)
    tenths, remainder = divmod(rest, 6)
    return f"{whole}:{rest:02}" if remainder else f"{whole},{tenths}"
