"""Which work code holds where on a day, and its versions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from flexpool.contracts.rule import Finding
from flexpool.contracts.work_code.code import WorkCode, binding
from flexpool.contracts.work_code.pay import pay_findings
from rondstroom.rooms.contracts import translate
from rondstroom.rooms.contracts.models import LendingAgreement, WorkCodeVersion
from rondstroom.rooms.contracts.states import CodeState, RateKind
from rondstroom.rooms.organisations import queries as organisations

WITH = ("organisation", "pool", "proposed_by", "decided_by")


def work_codes_on(on: date, organisation_ids: Iterable[int]) -> dict[int, WorkCode]:
    """Give what binds organisations on a day; who has no code is left out.

    The own code goes first, of each bound the strictest counts. One query without any code of a
    pool, two with.
    """
    asked, newest = set(organisation_ids), _holding(on)
    of_pools = {pool for _organisation, pool in newest if pool}
    members = organisations.members_of_pools(on, of_pools) if of_pools else {}
    found: dict[int, list[WorkCode]] = {
        organisation: [translate.work_code(row)]
        for (organisation, _pool), row in newest.items()
        if organisation in asked
    }
    for pool_id, organisations_in in members.items():
        for one in asked.intersection(organisations_in):
            found.setdefault(one, []).append(translate.work_code(newest[0, pool_id]))
    codes = {one: binding(rows) for one, rows in found.items()}
    return {one: code for one, code in codes.items() if code is not None}


def work_code_on(on: date, organisation_id: int) -> WorkCode | None:
    """Give what binds one organisation on a day."""
    return work_codes_on(on, [organisation_id]).get(organisation_id)


def holding_code(on: date, *, organisation_id: int = 0, pool_id: int = 0) -> WorkCodeVersion | None:
    """Give the version of an organisation or of a pool that holds on a day."""
    return _holding(on).get((organisation_id, pool_id))


def _holding(on: date) -> dict[tuple[int, int], WorkCodeVersion]:
    """Give the newest approved version of each owner that has begun and has not ended."""
    rows = WorkCodeVersion.objects.filter(state=CodeState.APPROVED, starts_on__lte=on)
    newest = {(one.organisation_id or 0, one.pool_id or 0): one for one in rows.order_by("version")}
    return {who: one for who, one in newest.items() if one.ends_on is None or on < one.ends_on}


def work_codes_of(
    *, organisation_id: int | None = None, pool_id: int | None = None
) -> QuerySet[WorkCodeVersion]:
    """Give every version of an organisation's or a pool's code, newest first."""
    rows = WorkCodeVersion.objects.filter(
        Q(organisation_id=organisation_id or 0) | Q(pool_id=pool_id or 0)
    )
    return rows.select_related(*WITH).order_by("-version")


def work_code(code_id: int) -> WorkCodeVersion | None:
    """Give one version."""
    return WorkCodeVersion.objects.select_related(*WITH).filter(pk=code_id).first()


def rules_of(row: WorkCodeVersion) -> WorkCode:
    """Give what a version says; no query."""
    return translate.work_code(row)


def pay_notes(
    agreement: LendingAgreement, function_code: str, kind: str, hour_cents: int, on: date
) -> tuple[Finding, ...]:
    """Give whether the hourly wage in a cost price lies in the band of whoever employs.

    An agreed price is no wage: about that nothing is said.
    """
    if kind != RateKind.COST:
        return ()
    code = work_code_on(on, agreement.lender_id or agreement.borrower_id)
    return pay_findings(code, function_code, hour_cents, on) if code else ()
