"""What pools agreed on a day, and with whom an organisation therefore shares what."""

from __future__ import annotations

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
    members: dict[int, set[int]] = {}
    for pool_id, organisation_id in memberships_in(on, on).values_list(
        "pool_id", "organisation_id"
    ):
        members.setdefault(pool_id, set()).add(organisation_id)
    rows = PoolArrangement.objects.filter(pool_id__in=members, starts_on__lte=on)
    newest = {one.pool_id: one for one in rows.order_by("version")}
    return Sharing(
        {pool_id: frozenset(found) for pool_id, found in members.items()},
        newest,
        _consented([one.pk for one in newest.values()]),
    )


def sharing_partners(shared: Shared, organisation_ids: Iterable[int], on: date) -> set[int]:
    """Give with whom any of these organisations shares something on a day, themselves included."""
    sharing = sharing_on(on)
    return set().union(*(sharing.partners(shared, one) for one in organisation_ids))


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


def _consented(arrangement_ids: list[int]) -> frozenset[tuple[int, int]]:
    if not arrangement_ids:
        return frozenset()
    rows = CouncilAnswer.objects.filter(arrangement_id__in=arrangement_ids)
    last = {
        (one.arrangement_id, one.organisation_id): one.answer
        for one in rows.order_by("answered_on", "pk")
    }
    return frozenset(key for key, answer in last.items() if answer == Council.CONSENTED)
