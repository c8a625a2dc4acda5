"""Laying down by which policy an organisation or a pool asks around; never changing an old one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.models import CascadePolicy
from rondstroom.rooms.matching.queries.cascade.policies import Supplier
from rondstroom.rooms.matching.states import Choosing, Ring, Urgency

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Pool

LONGEST_MINUTES = 14 * 24 * 60
SHORTEST_MINUTES = 10


class UnableToSetPolicy(journal.UnableToAct):
    """A window is too short to read a message in, too long, or one is missing."""


@transaction.atomic
def set_cascade_policy(
    *,
    organisation: Organisation | None = None,
    pool: Pool | None = None,
    windows: Mapping[str, Mapping[str, int]],
    choosing: Choosing = Choosing.ORDER,
    suppliers: Iterable[Supplier] = (),
    own_hour_cents: int | None = None,
    by: Account,
    at: datetime,
) -> CascadePolicy:
    """Lay down the next version of a policy; what runs already goes on by the old one.

    Journal: `matching.policy.set` with the version.
    """
    _check(windows)
    row = CascadePolicy(
        organisation=organisation,
        pool=pool,
        version=_next_version(organisation, pool),
        windows={ring: dict(minutes) for ring, minutes in windows.items()},
        choosing=choosing,
        suppliers=[asdict(one) for one in suppliers],
        own_hour_cents=own_hour_cents,
        made_at=at,
        made_by=by.name,
    )
    _save(row, by, at)
    return row


def _next_version(organisation: Organisation | None, pool: Pool | None) -> int:
    earlier = CascadePolicy.objects.filter(organisation=organisation, pool=pool)
    return (earlier.order_by("-version").values_list("version", flat=True).first() or 0) + 1


def _save(row: CascadePolicy, by: Account, at: datetime) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToSetPolicy(
            _("Iemand anders wijzigde het beleid tegelijk. Laad de pagina opnieuw."), "twice"
        ) from None
    of = f"organisation:{row.organisation_id}" if row.organisation_id else f"pool:{row.pool_id}"
    journal.record(
        event="matching.policy.set",
        by=by,
        at=at,
        subject=of,
        organisation_id=row.organisation_id,
        version=row.version,
    )


def _check(windows: Mapping[str, Mapping[str, int]]) -> None:
    if not windows or not set(windows) <= set(Ring.values):
        raise UnableToSetPolicy(_("Kies minstens één ring die gevraagd wordt."), "rings")
    _check_own_before_hire(windows)
    for ring, minutes in windows.items():
        if set(minutes) != set(Urgency.values) or not all(
            SHORTEST_MINUTES <= one <= LONGEST_MINUTES for one in minutes.values()
        ):
            raise UnableToSetPolicy(
                _("Geef de ring %(ring)s per haast tussen %(least)d en %(most)d minuten.")
                % {"ring": Ring(ring).label, "least": SHORTEST_MINUTES, "most": LONGEST_MINUTES},
                "window",
            )


def _check_own_before_hire(windows: Mapping[str, Mapping[str, int]]) -> None:
    """Refuse hire without every ring of own people before it."""
    left_out = [ring for ring in Ring if ring not in windows]
    if Ring.AGENCY in windows and left_out:
        raise UnableToSetPolicy(
            _("Inhuur komt na alle eigen mensen. Vraag ook: %(rings)s, of vraag geen bureau.")
            % {"rings": ", ".join(str(ring.label) for ring in left_out)},
            "own-first",
        )
