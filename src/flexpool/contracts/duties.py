"""What lending law (Waadi) asks before somebody is lent, and the admission of lenders (Wtta)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flexpool.contracts.calendar import told
from flexpool.contracts.duty_rules import ADMITTED, DUTIES, REGISTERED
from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.parameters import lookup
from flexpool.text import Text


class Admission(StrEnum):
    """How a lender stands in the register of admitted lenders."""

    ADMITTED = "admitted"
    PROVISIONAL = "provisional"
    TRANSITION = "transition"
    WAIVER = "waiver"
    NOT_REQUIRED = "not_required"
    REFUSED = "refused"


LENDS = frozenset({"pool_entity", "agency", "payroll"})
"""The bases on which lending law holds in full; help between colleagues, a group and several
employers together are outside it (art. 1(3)), and self-employed people are not lent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """That somebody saw a duty kept: on which day, until when, and the admission if it is that."""

    on: date
    through: date | None = None
    admission: Admission | None = None


def duties_of(basis: str) -> tuple[Rule, ...]:
    """Give what must be seen for people who work on a basis; nothing outside lending law."""
    return (*DUTIES, ADMITTED) if basis in LENDS else ()


def keep_until(ended_on: date) -> date:
    """Give the last day on which the record of a deployment is kept."""
    years = lookup("contracts.lending.record_years", ended_on).value
    return date(ended_on.year + years, 12, 31)


def duty_findings(basis: str, seen: Mapping[str, Seen], on: date) -> tuple[Finding, ...]:
    """Find what is missing for somebody who starts on a day; a block where law forbids it."""
    found = []
    for duty in duties_of(basis):
        one = seen.get(duty.id)
        is_kept = one is not None and one.on <= on and (one.through is None or on <= one.through)
        if duty is ADMITTED:
            found += _admission(one if is_kept else None, on)
        elif not is_kept:
            found.append(_missing(duty))
    return tuple(found)


def _missing(duty: Rule) -> Finding:
    return Finding(
        rule=duty,
        weight=Weight.BLOCKS if duty is REGISTERED else Weight.DUE,
        message=Text(f"{duty.title.nl}: nog niet gezien.", f"{duty.title.en}: not seen yet."),
        cure=Text(
            "Kijk het na voor de start en leg vast waar het staat.",
            "Check it before the start and write down where it is.",
        ),
    )


def _admission(seen: Seen | None, on: date) -> list[Finding]:
    state = seen.admission if seen else None
    if state not in (None, Admission.REFUSED):
        return []
    since, fines = (
        lookup(f"contracts.lending.{name}", on).value
        for name in ("admission_from", "admission_fines_from")
    )
    begins, fined = told(since), told(fines)
    blocks = on >= since or state is Admission.REFUSED
    return [
        Finding(
            rule=ADMITTED,
            weight=Weight.BLOCKS if blocks else Weight.DUE,
            message=Text(
                f"Zonder toelating mag deze uitlener vanaf {begins.nl} niemand leveren. Vanaf "
                f"{fined.nl} zijn er boetes, ook voor de inlener.",
                f"Without admission this lender may supply nobody from {begins.en}. From "
                f"{fined.en} there are fines, for the hirer too.",
            ),
            cure=Text(
                "Zoek de uitlener op in het register, of vraag naar de melding vooraf.",
                "Look the lender up in the register, or ask for the notice in advance.",
            ),
            due_on=since,
        )
    ]
