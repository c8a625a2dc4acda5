"""What pools agreed on a day, and with whom an organisation therefore shares what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from rondstroom.rooms.organisations.models import (
    CouncilAnswer,
    Membership,
    Organisation,
    Pool,
    PoolArrangement,
)
from rondstroom.rooms.organisations.queries.places import memberships_in
from rondstroom.rooms.organisations.states import Council, Shared


@dataclass(frozen=True, slots=True)
class Sharing:
    """The pools of a day with their arrangements and the councils that consented.

    A pool without an arrangement shares everything, as pools did before there were any; once one
    holds, nothing is shared that it does not name.
    """

    members: dict[int, frozenset[int]]
    arrangements: dict[int, PoolArrangement]
    consented: frozenset[tuple[int, int]]

    def partners(self, shared: Shared, organisation_id: int) -> set[int]:
        """Give with whom an organisation shares this, itself included."""
        found = {organisation_id}
        for pool_id, members in self.members.items():
            if organisation_id in members:
                together = self._sharing(shared, pool_id, members)
                found |= together if organisation_id in together else set()
        return found

    def together(self, organisation_id: int) -> set[int]:
        """Give who is in a pool with an organisation, itself included, whatever they share."""
        rows = (members for members in self.members.values() if organisation_id in members)
        return {organisation_id}.union(*rows)

    def gives(self, shared: Shared, organisation_id: int) -> bool:
        """Tell whether an organisation shares this: by a pool, or while no pool binds it."""
        of = [pool for pool, members in self.members.items() if organisation_id in members]
        return not of or any(
            organisation_id in self._sharing(shared, pool, self.members[pool]) for pool in of
        )

    def most_fee_bp(self, one: int, other: int) -> int | None:
        """Give the highest fee that a pool of both allows; None when none says so."""
        fees = [
            row.most_fee_bp
            for pool_id, row in self.arrangements.items()
            if {one, other} <= self.members.get(pool_id, frozenset())
            and row.most_fee_bp is not None
        ]
        return min(fees, default=None)

    def _sharing(self, shared: Shared, pool_id: int, members: frozenset[int]) -> set[int]:
        """Give the members of a pool that share this."""
        row = self.arrangements.get(pool_id)
        if row is None:
            return set(members)
        if shared not in row.shares:
            return set()
        needed = shared in row.needs_consent
        return {one for one in members if not needed or (row.pk, one) in self.consented}


def sharing_on(on: date) -> Sharing:
    """Load who shares what on a day; three queries at most."""
    members = list(memberships_in(on, on))
    arrangements, answers = arranged_until(on)
    rows = list(arrangements.filter(pool_id__in={one.pool_id for one in members}))
    told = answers.filter(arrangement__in=[one.pk for one in rows])
    return sharing_from(members, rows, list(told) if rows else [], on)


def arranged_until(last: date) -> tuple[QuerySet[PoolArrangement], QuerySet[CouncilAnswer]]:
    """Give every version that has begun by a day, and what councils answered on those."""
    return (
        PoolArrangement.objects.filter(starts_on__lte=last),
        CouncilAnswer.objects.filter(arrangement__starts_on__lte=last),
    )


def sharing_from(
    memberships: Iterable[Membership],
    arrangements: Iterable[PoolArrangement],
    answers: Iterable[CouncilAnswer],
    on: date,
) -> Sharing:
    """Give who shares what on a day, from rows that were read before, of longer than that day."""
    members: dict[int, set[int]] = defaultdict(set)
    for one in memberships:
        if one.starts_on <= on and (one.ends_on is None or on < one.ends_on):
            members[one.pool_id].add(one.organisation_id)
    begun = (one for one in arrangements if one.starts_on <= on and one.pool_id in members)
    last = sorted(answers, key=lambda one: (one.answered_on, one.pk))
    said = {(one.arrangement_id, one.organisation_id): one.answer for one in last}
    return Sharing(
        {pool_id: frozenset(found) for pool_id, found in members.items()},
        {one.pool_id: one for one in sorted(begun, key=lambda one: one.version)},
        frozenset(key for key, answer in said.items() if answer == Council.CONSENTED),
    )


def sharing_partners(shared: Shared, organisation_ids: Iterable[int], on: date) -> set[int]:
    """Give with whom any of these organisations shares something on a day, themselves included."""
    sharing = sharing_on(on)
    return set().union(*(sharing.partners(shared, one) for one in organisation_ids))


def members_of_pools(on: date, pool_ids: Iterable[int]) -> dict[int, list[int]]:
    """Give the organisations that belong to pools on a day; one query."""
    found: dict[int, list[int]] = {one: [] for one in pool_ids}
    rows = memberships_in(on, on).filter(pool_id__in=found).order_by("organisation_id")
    for pool_id, organisation_id in rows.values_list("pool_id", "organisation_id").distinct():
        found[pool_id].append(organisation_id)
    return found


def arrangements_of(pool_id: int) -> QuerySet[PoolArrangement]:
    """Give every version of a pool's arrangement, newest first."""
    rows = PoolArrangement.objects.filter(pool_id=pool_id)
    return rows.select_related("pool", "by").order_by("-version")


def pool(pool_id: int) -> Pool | None:
    """Give a pool by its number."""
    return Pool.objects.filter(pk=pool_id).first()


def members_with_answer(
    arrangement: PoolArrangement, on: date
) -> list[tuple[Organisation, CouncilAnswer | None]]:
    """Give who belongs to the pool on a day, by name, with what the works council answered."""
    rows = CouncilAnswer.objects.filter(arrangement=arrangement).order_by("answered_on", "pk")
    last = {one.organisation_id: one for one in rows}
    held = memberships_in(on, on).filter(pool_id=arrangement.pool_id)
    members = Membership.objects.filter(pk__in=held).select_related("organisation")
    return [
        (one.organisation, last.get(one.organisation_id))
        for one in members.order_by("organisation__name")
    ]
