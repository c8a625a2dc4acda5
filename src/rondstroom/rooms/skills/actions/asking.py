"""Asking a register about workers, and what to do when it is down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM
from rondstroom.ports.professional_register import ProfessionalRegister, RegisterUnreachable
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.actions.registers import Answered, record_registrations
from rondstroom.rooms.skills.models import Registration
from rondstroom.rooms.skills.states import RegisterSource
from rondstroom.rooms.skills.translate import Verdict, verdict_of

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

GIVE_UP_AFTER = 3
"""So many questions without an answer, and the register is down for now."""


@dataclass(frozen=True)
class Checked:
    """How a round of questions went."""

    asked: int
    changed: int
    unreachable: int


def check_registers(
    *, register: ProfessionalRegister, worker_ids: Iterable[int], by: Account, at: datetime
) -> Checked:
    """Ask the register about workers with a number; what it says is kept one by one.

    When it does not answer a few times in a row it is down: the rest keeps the last answer with
    the moment of trying, so that the gate can say so. Journal: as `record_registrations`, and
    `skills.register.unreachable` once.
    """
    numbers = queries.register_numbers(worker_ids)
    changed = failed = silent = 0
    for place, one in enumerate(numbers):
        try:
            changed += _ask(one, register, by, at)
            silent = 0
        except RegisterUnreachable as fault:
            failed, silent = failed + 1, silent + 1
            _tried([one.worker_id], at)
            if silent >= GIVE_UP_AFTER or place + 1 == len(numbers) == failed:
                left = [later.worker_id for later in numbers[place + 1 :]]
                _tried(left, at)
                return _down(Checked(place + 1, changed, failed + len(left)), fault, by, at)
    return Checked(len(numbers), changed, failed)


def _ask(
    one: queries.RegisterNumber, register: ProfessionalRegister, by: Account, at: datetime
) -> int:
    """Ask about one number and keep the answer; give 1 when it is another than before."""
    entries = register.lookup(one.number)
    verdict = verdict_of(entries, one.name, one.code, at.astimezone(AMSTERDAM).date())
    return _keep(one, verdict, register, by, at)


def _keep(
    one: queries.RegisterNumber,
    verdict: Verdict,
    register: ProfessionalRegister,
    by: Account,
    at: datetime,
) -> int:
    answer = Answered(worker_id=one.worker_id, number=one.number, code=one.code, **vars(verdict))
    return record_registrations(
        answers=[answer],
        source=RegisterSource(register.source),
        version=register.version,
        by=by,
        at=at,
    )


def _tried(worker_ids: list[int], at: datetime) -> None:
    Registration.objects.filter(worker_id__in=worker_ids).update(tried_at=at)


def _down(checked: Checked, fault: Exception, by: Account, at: datetime) -> Checked:
    journal.record(
        event="skills.register.unreachable",
        by=by,
        at=at,
        subject="register",
        fault=type(fault).__name__,
        unreachable=checked.unreachable,
    )
    return checked
