"""A cascade as a planner reads it: rings with their times and answers, and why people fell out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rondstroom.rooms.matching.states import OfferState, Ring, StepState

_RULES: dict[str, str | Promise] = {
    "matching.unavailable": _("kan dan niet"),
    "matching.already-assigned": _("werkt dan al"),
    "matching.too-far": _("te ver"),
    "matching.not-willing": _("wil hier niet werken"),
    "matching.not-in-pool": _("deelt dan geen pool"),
    "matching.engagement-ended": _("geen arbeidsrelatie meer"),
    "cascade.enough-asked": _("pas aan de beurt na de eerste 60"),
    "cascade.not-arranged": _("niet afgesproken in de regeling van de pool"),
    "matching.absent": _("afwezig"),
}
_KINDS: dict[str, str | Promise] = {
    "gate": _("mist een bewijs"),
    "worktime": _("mag niet volgens de Arbeidstijdenwet"),
}
OTHERWISE = _("om een andere reden")


@dataclass(frozen=True, slots=True)
class Told:
    """One ring: its row, its people with answers, and the counts in words."""

    step: Any
    offers: list[Any]
    kept_out: list[tuple[str, int]]

    @property
    def ring(self) -> str:
        """The name of the ring, with the supplier when there is one."""
        name = str(Ring(self.step.ring).label)
        return f"{name}: {self.step.supplier}" if self.step.supplier else name

    @property
    def word(self) -> str:
        """Its state in a word; a ring that is open is being asked."""
        return str(StepState(self.step.state).label)

    @property
    def yes(self) -> int:
        """How many said yes."""
        keen = {OfferState.ACCEPTED, OfferState.BOOKED, OfferState.PASSED}
        return sum(one.state in keen for one in self.offers) + self._forgotten(keen)

    @property
    def no(self) -> int:
        """How many said no."""
        declined = {OfferState.DECLINED}
        return sum(one.state in declined for one in self.offers) + self._forgotten(declined)

    @property
    def forgotten(self) -> int:
        """How many answers stand only in the counts: who gave them was deleted after the term."""
        return self._forgotten(set(OfferState))

    def _forgotten(self, states: Container[OfferState]) -> int:
        return sum(n for state, n in self.step.forgotten.items() if OfferState(state) in states)


def told(cascade: Any) -> list[Told]:
    """Give the rings of a cascade with everything that people want to know."""
    return [
        Told(step, list(step.offers.all()), reasons(step.kept_out)) for step in cascade.steps.all()
    ]


def reasons(kept_out: Mapping[str, int]) -> list[tuple[str, int]]:
    """Give why people fell out, in words, the commonest first."""
    counted: Counter[str] = Counter()
    for rule, number in kept_out.items():
        kind = _KINDS.get(rule.split(".")[0], OTHERWISE)
        counted[str(_RULES.get(rule, kind))] += number
    return counted.most_common()


def in_a_row(numbers: Iterable[int]) -> str:
    """Say how many each ring reaches: "3, 7, 41"."""
    return ", ".join(str(number) for number in numbers)
