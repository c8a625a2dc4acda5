"""How matching says no: the reasons in words, and other shifts to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.queries import Reason

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.rosters.queries.placement import Judge


class UnableToSignUp(journal.UnableToAct):
    """No place for this worker: every reason, other shifts, and whether one may queue."""

    def __init__(
        self,
        text: str,
        code: str = "",
        *,
        reasons: tuple[Reason, ...] = (),
        alternatives: tuple[int, ...] = (),
        may_wait: bool = False,
    ) -> None:
        super().__init__(text, code)
        self.reasons = reasons
        self.alternatives = alternatives
        self.may_wait = may_wait

    @property
    def asks_register(self) -> bool:
        """Only the age of the register's answer is in the way: asking it anew may help."""
        return queries.awaits_register(self.reasons)


def refusal(judge: Judge, shift: Shift, reasons: Iterable[Reason], at: datetime) -> UnableToSignUp:
    """Give the refusal with every reason, its way out, and shifts that this worker may work.

    Who is only kept off because the shift is full may join the waiting list.
    """
    return refusal_with(reasons, queries.alternatives(judge, shift, at))


def refusal_with(reasons: Iterable[Reason], others: tuple[int, ...]) -> UnableToSignUp:
    """Give the same with the shifts that were found already."""
    found = tuple(reasons)
    rules = [reason.rule for reason in found]
    told = " ".join(f"{reason.text} {reason.remedy}".strip() for reason in found)
    if others:
        also = ngettext(
            "Er is %(number)d andere dienst die wel kan.",
            "Er zijn %(number)d andere diensten die wel kunnen.",
            len(others),
        )
        told = f"{told} {also % {'number': len(others)}}"
    return UnableToSignUp(
        told,
        rules[0] if rules else "",
        reasons=found,
        alternatives=others,
        may_wait=rules == ["matching.full"],
    )
