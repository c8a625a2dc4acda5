"""Reading what all organisations ask and accept, once."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from flexpool.periods import Period
from rondstroom.rooms.journal.queries import Asked
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.skills.models import Acceptance, Policy
from rondstroom.rooms.skills.queries.catalogue import Catalogue, catalogue_of, catalogue_rows
from rondstroom.rooms.skills.queries.gate.house import House, Houses

if TYPE_CHECKING:
    from django.db.models import QuerySet


def houses(period: Period, today: date | None = None) -> Houses:
    """Load what all organisations ask and accept in a period; one query."""
    return Asked(_asked(period), lambda found: _laid_out(found, today)).now()


def houses_asked(period: Period, today: date | None) -> Asked[tuple[Houses, Catalogue]]:
    """Ask the same, with every function and who may stand in; one query, alone or with others."""

    def made(found: list[list[Any]]) -> tuple[Houses, Catalogue]:
        *mine, functions, substitutions = found
        return _laid_out(mine, today), catalogue_of(functions, substitutions)

    return Asked((*_asked(period), *catalogue_rows()), made)


def _asked(period: Period) -> tuple[QuerySet[Any], ...]:
    first, *_between, last = [period.local_day(), *period.local_days()]
    return (
        Acceptance.objects.all(),
        Policy.objects.all(),
        organisations.all_organisations(),
        organisations.memberships_in(first, last),
        *organisations.arranged_until(last),
    )


def _laid_out(rows: list[list[Any]], today: date | None) -> Houses:
    decided, asked, every, members, arranged, answers = rows
    accepts: dict[int, list[Acceptance]] = defaultdict(list)
    for one in decided:
        accepts[one.organisation_id].append(one)
    policies = {one.organisation_id: one for one in asked}
    found = {
        row.pk: House(
            row.pk,
            row.name,
            row.branch,
            policies.get(row.pk) or Policy(organisation_id=row.pk),
            tuple(accepts[row.pk]),
        )
        for row in sorted(every, key=lambda one: one.name)
    }
    return Houses(found, members, today, arranged, answers)
