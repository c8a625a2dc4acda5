"""Which numbers to ask the register about, and how old its answers are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM
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


def recheck_days(on: date) -> int:
    """Give how many days an answer of the register opens a shift."""
    return int(lookup("verification.register.recheck_days", on).value)


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


@dataclass(frozen=True)
class RegisterStanding:
    """Where one worker stands with the register for one profession.

    `looked_on` is the day of the last answer, or on which a person last saw the registration.
    """

    worker_id: int
    code: str
    number: str
    answer: Registration | None
    looked_on: date | None
    holds_days: int

    @property
    def stale_on(self) -> date | None:
        """The first day on which the answer opens nothing any more; None: there never was one."""
        if self.looked_on is None:
            return None
        return self.looked_on + timedelta(days=self.holds_days + 1)

    @property
    def is_down(self) -> bool:
        """Say whether the register was asked after its last answer and said nothing."""
        return self.answer is not None and self.answer.tried_at > self.answer.checked_at


def register_standings(worker_ids: Iterable[int], on: date) -> list[RegisterStanding]:
    """Give where workers stand whose diploma, proof or number asks the register; oldest first."""
    wanted = list(worker_ids)
    holds, nurse = recheck_days(on), nurse_code(on)
    answers = {
        (one.worker_id, one.code): one for one in Registration.objects.filter(worker_id__in=wanted)
    }
    asked, seen = _asked(wanted, nurse), dict[tuple[int, str], date]()
    proofs = Proof.objects.filter(worker_id__in=wanted, withdrawn_on__isnull=True)
    for proof in proofs.filter(kind=ProofKind.REGISTER):
        key = (proof.worker_id, proof.code or nurse)
        seen[key] = max(proof.seen_on, seen.get(key, proof.seen_on))
    numbers = {(one.worker_id, one.code): one.number for one in register_numbers(wanted)}
    found = []
    for key in {*asked, *answers, *numbers, *seen}:
        answer = answers.get(key)
        looked = answer.checked_at.astimezone(AMSTERDAM).date() if answer else seen.get(key)
        number = numbers.get(key, "")
        found.append(RegisterStanding(*key, number, answer, looked, holds))
    return sorted(found, key=lambda one: (one.looked_on or date.min, one.worker_id, one.code))


def _asked(worker_ids: list[int], nurse: str) -> set[tuple[int, str]]:
    """Give of which professions workers hold a diploma that asks the register."""
    rows = Proof.objects.filter(
        worker_id__in=worker_ids,
        kind=ProofKind.DIPLOMA,
        withdrawn_on__isnull=True,
        function__needs_register=True,
    ).values_list("worker_id", "function__register_code")
    return {(worker_id, code or nurse) for worker_id, code in rows}


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
