"""How a worker stands to one shift: on it, asking for it, free to take it, or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.contracts.calls.contract import REFERENCE_TIMES
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.matching.queries import Eligibility, Reason, ShiftCard
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components.guard import found
from rondstroom.web.worker import cards
from rondstroom.web.worker.own_words import to_you

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.matching.models import Request
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

NOT_TO_BE_SEEN = {"matching.not-published", "matching.not-in-pool", "matching.engagement-ended"}
FULL = "matching.full"
NOT_ARRANGED = "matching.not-arranged"


@dataclass(frozen=True)
class Standing:
    """Everything that the page of one shift says about this worker."""

    shift: Shift
    assignment: Assignment | None
    request: Request | None
    eligibility: Eligibility
    filled: int
    at: datetime
    # Told of it, such as that it is off, and neither on it nor free to take it.
    was_told: bool = False

    @property
    def is_on_it(self) -> bool:
        """Booked, whether still to work or worked."""
        return self.assignment is not None

    @property
    def is_cancelled(self) -> bool:
        """The shift itself is off."""
        return self.shift.state == ShiftState.CANCELLED

    @property
    def is_over(self) -> bool:
        """It has begun: nothing can be asked any more."""
        return self.shift.starts_at <= self.at

    @property
    def reasons(self) -> list[Reason]:
        """Why not, in words to the worker."""
        return to_you(self.eligibility.reasons)

    @property
    def warnings(self) -> list[Reason]:
        """What to know before taking it, in words to the worker."""
        return to_you(self.eligibility.warnings)

    @property
    def too_late_to_cancel(self) -> str:
        """What to say when taking it cannot be taken back without calling."""
        return cards.too_late_to_cancel(self.shift)

    @property
    def cancel_until(self) -> datetime:
        """The last moment to cancel without calling."""
        return cards.cancel_until(self.shift)

    @property
    def may_still_cancel(self) -> bool:
        """Whether that moment is still to come."""
        return self.at < self.cancel_until

    @property
    def may_refuse(self) -> bool:
        """Rostered by somebody else, outside the days and hours agreed: coming is no duty."""
        called = self.assignment is not None and self.assignment.called_at is not None
        outside = any(one.rule == REFERENCE_TIMES.id for one in self.eligibility.warnings)
        return called and outside and not self.is_over

    @property
    def may_wait(self) -> bool:
        """Full, and nothing else in the way: there is a waiting list."""
        return {reason.rule for reason in self.eligibility.reasons} == {FULL}

    @property
    def may_be_held(self) -> bool:
        """Only the register's answer is too old: signing up waits for a new one."""
        return matching.awaits_register(self.eligibility.reasons)

    @property
    def card(self) -> ShiftCard:
        """The same in the shape of the list."""
        asked = str(self.request.state) if self.request else ""
        return ShiftCard(self.shift, self.eligibility, self.filled, asked)


def living_assignment(worker: Worker, shift: Shift) -> Assignment | None:
    """Give the assignment of this worker on this shift that the worker may know of."""
    placed = rosters.assignments_of_shifts([shift.pk])[shift.pk]
    known = {AssignmentState.CONFIRMED, AssignmentState.WORKED}
    return next((one for one in placed if one.worker_id == worker.pk and one.state in known), None)


def _eligibility(worker: Worker, shift: Shift, at: datetime) -> Eligibility:
    """Tell whether somebody may choose the shift, or may say yes when asked for it."""
    found = matching.eligibility(worker, shift, at, alone=True)
    if any(reason.rule == NOT_ARRANGED for reason in found.reasons):
        _asked, offered = matching.asked_and_offered(worker.pk)
        return matching.eligibility(worker, shift, at) if shift.pk in offered else found
    return found


def standing(worker: Worker, shift_id: int, at: datetime) -> Standing:
    """Give how the worker stands to a shift; one that is nobody's business here is not found.

    What a worker was told of can be read, also when it is off: a message leads nowhere otherwise.
    """
    shift = found(demand.shift(shift_id))
    one = Standing(
        shift=shift,
        assignment=living_assignment(worker, shift),
        request=matching.living_request(worker.pk, shift.pk),
        eligibility=_eligibility(worker, shift, at),
        filled=rosters.filled_places([shift.pk])[shift.pk],
        at=at,
    )
    if one.is_on_it or one.request is not None or one.eligibility.ok:
        return one
    if messages.was_told(worker.account_id, f"shift:{shift.pk}"):
        return replace(one, was_told=True)
    rules = {reason.rule for reason in one.eligibility.reasons}
    return found(None if rules & NOT_TO_BE_SEEN else one)
