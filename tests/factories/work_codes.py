"""Work codes for tests: drawn up by one and approved by another unless told otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from factories.identity import make_account, signed
from factories.moments import NOW, SINCE
from flexpool.contracts.work_code.code import WorkCode
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.contracts.models import WorkCodeVersion
from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.organisations.models import Organisation, Pool


def make_code(
    organisation: Organisation | None = None,
    *,
    pool: Pool | None = None,
    starts_on: date = SINCE,
    ends_on: date | None = None,
    approved: bool = True,
    **rules: Any,
) -> WorkCodeVersion:
    """Give an organisation or a pool a code with these rules: four weeks' notice if none."""
    drawn = actions.DrawnUp(
        code=WorkCode(**(rules or {"notice_days": 28})),
        starts_on=starts_on,
        ends_on=ends_on,
        reference="Kast 3",
    )
    whose = {"organisation_id": organisation.pk} if organisation else {}
    last = queries.work_codes_of(**whose, pool_id=pool.pk if pool else None).first()
    row = actions.propose_code(
        organisation=organisation,
        pool=pool,
        drawn=drawn,
        after=last.version if last else 0,
        **signed(),
    )
    if approved:
        name = "Tweede"
        found = accounts.account_by_email(f"{name.lower()}@voorbeeld.invalid")
        actions.approve_code(row=row, by=found or make_account(name), at=NOW)
    return row
