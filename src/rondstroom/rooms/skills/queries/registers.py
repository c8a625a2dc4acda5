"""Which numbers to ask the register about, and how old its answers are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flexpool.parameters import lookup
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills.models import Proof, Registration
from rondstroom.rooms.skills.states import ProofKind

DIGITS = 11


@dataclass(frozen=True)
class RegisterNumber:
    """A number to ask about, of which worker, for which profession."""

    worker_id: int
    name: str
    number: str
    code: str


def nurse_code(on: date) -> str:
    """Give the code of nurses in the register."""
    return str(lookup("verification.register.nurse_code", on).value)


def register_numbers(worker_ids: Iterable[int]) -> list[RegisterNumber]:
    """Give the numbers known of workers: of the last answer, or of what was seen; three queries."""
    wanted = list(worker_ids)
    names = people.workers(wanted)
    found: dict[tuple[int, str], str] = {}
    seen = Proof.objects.filter(
        worker_id__in=wanted, kind=ProofKind.REGISTER, withdrawn_on__isnull=True
    )
    for proof in seen.order_by("valid_from", "pk"):
        number = "".join(proof.reference.split())
        if len(number) == DIGITS and number.isdigit():
            found[proof.worker_id, proof.code or nurse_code(proof.valid_from)] = number
    for row in Registration.objects.filter(worker_id__in=wanted):
        found.setdefault((row.worker_id, row.code), row.number)
    return [
        RegisterNumber(worker_id, names[worker_id].name, number, code)
        for (worker_id, code), number in sorted(found.items())
    ]


def registrations_of(worker_id: int) -> list[Registration]:
    """Give the last answers of the register about a worker."""
    return list(Registration.objects.filter(worker_id=worker_id).order_by("code"))


def register_due(worker_ids: Iterable[int], at: datetime, within: timedelta) -> set[int]:
    """Give which of these workers have a number whose answer is older than this, or none."""
    wanted = list(worker_ids)
    fresh = Registration.objects.filter(worker_id__in=wanted, checked_at__gt=at - within)
    known = {one.worker_id for one in register_numbers(wanted)}
    return known - set(fresh.values_list("worker_id", flat=True))


def register_unreachable_since(at: datetime) -> datetime | None:
    """Give when the register was found to be down, when nothing was answered after; else None."""
    down = journal.entries_about("register").filter(event="skills.register.unreachable").last()
    if down is None:
        return None
    answered = Registration.objects.filter(checked_at__gt=down.at, source="service").exists()
    return None if answered else down.at
