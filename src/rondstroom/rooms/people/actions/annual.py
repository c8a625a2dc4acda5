"""Agreeing on hours a year."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import AnnualAgreement, Engagement
from rondstroom.rooms.people.states import MAY_HAVE_ANNUAL_HOURS

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

MOST_MINUTES_A_YEAR = 52 * 48 * 60
"""More than 48 hours every week of the year is no contract."""


class UnableToAgreeAnnualHours(journal.UnableToAct):
    """The hours a year cannot be agreed like this; `code` is the field."""


@transaction.atomic
def agree_annual_hours(
    *,
    engagement: Engagement,
    year: int,
    minutes: int,
    plus_minutes: int,
    minus_minutes: int,
    by: Account,
    at: datetime,
) -> AnnualAgreement:
    """Keep what is to be worked in a year; of the same year again it is a correction.

    Journal: `people.annual-hours.agreed` with the numbers, when anything changed.
    """
    row = Engagement.objects.select_for_update().get(pk=engagement.pk)
    told = {"minutes": minutes, "plus_minutes": plus_minutes, "minus_minutes": minus_minutes}
    _check(row, year, minutes, (plus_minutes, minus_minutes))
    known = AnnualAgreement.objects.filter(engagement=row, year=year, **told).first()
    if known is not None:
        return known
    kept, _new = AnnualAgreement.objects.update_or_create(
        engagement=row, year=year, defaults={**told, "by": by, "at": at}
    )
    where = row.organisation_id
    about = {"organisation_id": where, "year": year, **told}
    record("people.annual-hours.agreed", row.worker, by=by, at=at, **about)
    return kept


def _check(row: Engagement, year: int, minutes: int, corridor: tuple[int, int]) -> None:
    """Refuse another form of contract, a year outside of it, and hours that cannot be."""
    words = {"name": row.worker.name, "year": year}
    if row.form not in MAY_HAVE_ANNUAL_HOURS:
        raise UnableToAgreeAnnualHours(
            _("Jaaruren kunnen alleen bij een contract in dienst zonder oproep. Kies een ander."),
            "engagement",
        )
    if year < row.starts_on.year or (row.ends_on is not None and year > row.ends_on.year):
        raise UnableToAgreeAnnualHours(
            _("%(name)s is in %(year)d niet in dienst. Kies een ander jaar.") % words, "year"
        )
    if not 0 < minutes <= MOST_MINUTES_A_YEAR:
        raise UnableToAgreeAnnualHours(
            _("Zoveel uren per jaar kan niet. Vul er hoogstens %(most)d in.")
            % {"most": MOST_MINUTES_A_YEAR // 60},
            "minutes",
        )
    if not all(0 <= one <= minutes for one in corridor):
        raise UnableToAgreeAnnualHours(
            _("De ruimte kan niet groter zijn dan de jaaruren zelf. Kijk de uren na."), "corridor"
        )
