"""What was seen of lending law under agreements, and what is missing on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flexpool.contracts.duties import Admission, Seen, duties_of, duty_findings
from flexpool.contracts.rule import Finding, Rule, Weight
from rondstroom.rooms.contracts.models import DutySeen, LendingAgreement
from rondstroom.rooms.contracts.states import AgreementState


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty: what was seen last, and what is the matter with it."""

    rule: Rule
    seen: DutySeen | None
    finding: Finding | None


def checklist(agreement: LendingAgreement, on: date) -> list[DutyLine]:
    """Give the duties of an agreement as they stand on a day; empty outside lending law."""
    last = _last([agreement.pk]).get(agreement.pk, {})
    found = {one.rule.id: one for one in _findings(agreement, last, on)}
    return [
        DutyLine(rule, last.get(rule.id), found.get(rule.id)) for rule in duties_of(agreement.basis)
    ]


def blocks_of(agreements: Iterable[LendingAgreement], on: date) -> dict[int, tuple[Finding, ...]]:
    """Give for each agreement why nobody may start under it on a day; one query."""
    rows = list(agreements)
    last = _last([one.pk for one in rows])
    return {
        one.pk: tuple(
            finding
            for finding in _findings(one, last.get(one.pk, {}), on)
            if finding.weight is Weight.BLOCKS
        )
        for one in rows
    }


def blocks_of_supplier(organisation_id: int, name: str, on: date) -> tuple[Finding, ...]:
    """Give why nobody of a supplier may start at an organisation on a day.

    A supplier without a file has nothing to judge by; the file is opened at the finance desk.
    """
    rows = LendingAgreement.objects.filter(
        borrower_id=organisation_id, supplier__name=name, state=AgreementState.ACTIVE
    ).order_by("-starts_on", "-pk")
    holding = [
        one for one in rows if one.starts_on <= on and (one.ends_on is None or on < one.ends_on)
    ]
    return blocks_of(holding[:1], on)[holding[0].pk] if holding else ()


def _last(agreement_ids: list[int]) -> dict[int, dict[str, DutySeen]]:
    found: dict[int, dict[str, DutySeen]] = {}
    rows = DutySeen.objects.filter(agreement_id__in=agreement_ids).select_related("by")
    for one in rows.order_by("at", "pk"):
        found.setdefault(one.agreement_id, {})[one.duty] = one
    return found


def _findings(
    agreement: LendingAgreement, last: dict[str, DutySeen], on: date
) -> tuple[Finding, ...]:
    seen = {
        duty: Seen(
            on=one.seen_on,
            through=one.valid_through,
            admission=Admission(one.admission) if one.admission else None,
        )
        for duty, one in last.items()
    }
    return duty_findings(agreement.basis, seen, on)
