"""Loading where postcode areas lie."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries
from rondstroom.rooms.organisations.models import Postcode

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

PostcodeRow = tuple[str, str, float, float]
"""Four digits, place name, degrees north, degrees east."""


class UnableToLoadPostcodes(journal.UnableToAct):
    """A row is not a postcode with a place on the map."""


@transaction.atomic
def load_postcodes(rows: Iterable[PostcodeRow], *, by: Account, at: datetime) -> int:
    """Put the middles of postcode areas in, replacing what was known; give how many.

    Journal: one line `organisations.postcodes.loaded` with the number.
    """
    places = {row[0]: _postcode(row) for row in rows}
    Postcode.objects.bulk_create(
        places.values(),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["pc4"],
        update_fields=["place", "latitude", "longitude"],
    )
    journal.record(
        event="organisations.postcodes.loaded",
        by=by,
        at=at,
        subject="postcodes",
        number=len(places),
    )
    return len(places)


def _postcode(row: PostcodeRow) -> Postcode:
    """Read one row; refuse what is no postcode or no place in the Netherlands."""
    pc4, place, latitude, longitude = row
    if queries.pc4_in(pc4) != pc4 or not (50 < latitude < 54 and 3 < longitude < 8):
        raise UnableToLoadPostcodes(
            _("Rij “%(row)s” is geen Nederlandse postcode met een plaats. Er is niets geladen.")
            % {"row": "; ".join(map(str, row))}
        )
    return Postcode(pc4=pc4, place=place, latitude=latitude, longitude=longitude)
