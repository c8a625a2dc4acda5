"""Keeping what a register said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.actions.proofs import tell_of_change
from rondstroom.rooms.skills.models import Registration
from rondstroom.rooms.skills.states import RegisterOutcome, RegisterSource

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

DIGITS = 11


class UnableToRecordRegistration(journal.UnableToAct):
    """What was written down could not come from the register."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What the register said of a worker, not yet in the database."""

    worker_id: int
    number: str
    code: str
    outcome: RegisterOutcome
    starts_on: date | None = None
    ends_on: date | None = None
    about: str = ""


@transaction.atomic
def record_registrations(
    *,
    answers: Iterable[Answered],
    source: RegisterSource,
    version: str = "",
    by: Account,
    at: datetime,
) -> int:
    """Keep what the register said; give for how many it is something else than before.

    Journal: `skills.register.checked` for each; `skills.files.changed` for whom it is new.
    """
    told = list(answers)
    known = _known({one.worker_id for one in told})
    new: list[Registration] = []
    renewed: list[Registration] = []
    changed: set[int] = set()
    for one in told:
        row = known.get((one.worker_id, one.code)) or Registration(**_key(one))
        before = _content(row)
        (renewed if row.pk else new).append(row)
        _fill(row, one, by, at)
        row.source, row.source_version = source, version
        if before != _content(row):
            changed.add(one.worker_id)
    Registration.objects.bulk_create(new)
    Registration.objects.bulk_update(renewed, _FIELDS)
    journal.record_many(event="skills.register.checked", by=by, at=at, lines=map(_line, told))
    tell_of_change(changed, by=by, at=at)
    return len(changed)


def _known(worker_ids: set[int]) -> dict[tuple[int, str], Registration]:
    rows = Registration.objects.select_for_update().filter(worker_id__in=worker_ids)
    return {(row.worker_id, row.code): row for row in rows}


_FIELDS = [
    "number",
    "outcome",
    "starts_on",
    "ends_on",
    "about",
    "source",
    "source_version",
    "checked_at",
    "checked_by",
    "tried_at",
]


def _key(one: Answered) -> dict[str, object]:
    return {"worker_id": one.worker_id, "code": one.code}


def _content(row: Registration) -> tuple[object, ...]:
    return row.number, str(row.outcome), row.starts_on, row.ends_on, row.about


def _fill(row: Registration, one: Answered, by: Account, at: datetime) -> None:
    row.number, row.outcome, row.about = one.number, one.outcome, one.about
    row.starts_on, row.ends_on = one.starts_on, one.ends_on
    row.checked_at = row.tried_at = at
    row.checked_by = by.name


def _line(one: Answered) -> journal.Line:
    data = {"code": one.code, "outcome": str(one.outcome)}
    return journal.Line(f"worker:{one.worker_id}", None, one.worker_id, data)


def record_by_hand(
    *,
    worker: Worker,
    number: str,
    outcome: RegisterOutcome,
    ends_on: date | None = None,
    noted_on: date | None = None,
    code: str = "",
    by: Account,
    at: datetime,
) -> None:
    """Keep what somebody of HR read in the register: number and name compared by a person.

    `noted_on` is the day of a limitation or note: on exactly that one an organisation decides.
    Journal: as `record_registrations`.
    """
    plain = "".join(number.split())
    _check(number, plain, outcome, noted_on)
    on = at.astimezone(AMSTERDAM).date()
    answer = Answered(
        worker_id=worker.pk,
        number=plain,
        code=code or queries.nurse_code(on),
        outcome=RegisterOutcome(outcome),
        ends_on=ends_on,
        about=f"by-hand:{noted_on.isoformat()}" if noted_on else "",
    )
    record_registrations(answers=[answer], source=RegisterSource.BY_HAND, by=by, at=at)


def _check(number: str, plain: str, outcome: RegisterOutcome, noted_on: date | None) -> None:
    if len(plain) != DIGITS or not plain.isdigit():
        raise UnableToRecordRegistration(
            _("“%(number)s” is geen BIG-nummer: dat heeft elf cijfers. Kijk het na.")
            % {"number": number[:20]},
            code="number",
        )
    if outcome == RegisterOutcome.LIMITED and noted_on is None:
        raise UnableToRecordRegistration(
            _("Vul de dag in waarop de beperking of aantekening inging; daarop besluit je daarna."),
            code="noted_on",
        )
