"""Joining a pool."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations.models import Membership, Organisation, Pool

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToJoinPool(journal.UnableToAct):
    """The membership would not fit with what is there."""


@transaction.atomic
def join_pool(
    *,
    pool: Pool,
    organisation: Organisation,
    starts_on: date,
    ends_on: date | None = None,
    by: Account,
    at: datetime,
) -> Membership:
    """Let an organisation share workers from `starts_on` up to, not including, `ends_on`.

    Refused when it overlaps with a membership of the same pool. Journal:
    `organisations.pool.joined`.
    """
    _check_membership(pool, organisation, starts_on, ends_on)
    membership = Membership.objects.create(
        pool=pool, organisation=organisation, starts_on=starts_on, ends_on=ends_on
    )
    journal.record(
        event="organisations.pool.joined",
        by=by,
        at=at,
        subject=f"pool:{pool.pk}",
        organisation_id=organisation.pk,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return membership


def _check_membership(
    pool: Pool, organisation: Organisation, starts_on: date, ends_on: date | None
) -> None:
    """Refuse a membership that ends before it starts, or that is there already."""
    if ends_on is not None and ends_on <= starts_on:
        raise UnableToJoinPool(
            _("%(organisation)s kan niet stoppen voor de eerste dag. Kies een latere einddatum.")
            % {"organisation": organisation.name}
        )
    same = Membership.objects.filter(pool=pool, organisation=organisation)
    overlapping = same.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=starts_on))
    if ends_on is not None:
        overlapping = overlapping.filter(starts_on__lt=ends_on)
    if overlapping.exists():
        raise UnableToJoinPool(
            _("%(organisation)s doet in deze tijd al mee aan %(pool)s. Er verandert niets.")
            % {"organisation": organisation.name, "pool": pool.name}
        )


@transaction.atomic
def leave_pool(
    *, pool: Pool, organisation: Organisation, ends_on: date, by: Account, at: datetime
) -> None:
    """Let a membership hold up to, not including, this day. Journal: `organisations.pool.left`."""
    membership = Membership.objects.filter(
        pool=pool, organisation=organisation, starts_on__lt=ends_on, ends_on=None
    ).first()
    if membership is None:
        raise UnableToJoinPool(
            _("%(organisation)s doet op die dag niet mee aan %(pool)s. Er verandert niets.")
            % {"organisation": organisation.name, "pool": pool.name}
        )
    membership.ends_on = ends_on
    membership.save(update_fields=["ends_on"])
    journal.record(
        event="organisations.pool.left",
        by=by,
        at=at,
        subject=f"pool:{pool.pk}",
        organisation_id=organisation.pk,
        ends_on=ends_on,
    )
