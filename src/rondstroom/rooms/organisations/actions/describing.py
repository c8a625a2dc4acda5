"""What somebody must know who comes to a place for the first time."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations.models import Location, Team

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

Row = TypeVar("Row", Location, Team)
SECRET = re.compile(r"wachtwoord\s*(is|:|=)|password\s*(is|:|=)", re.IGNORECASE)


class UnableToDescribe(journal.UnableToAct):
    """These words do not belong on a page that many people read."""


@transaction.atomic
def describe_location(
    *,
    location: Location,
    how_to_arrive: str,
    parking: str,
    dress: str,
    login: str,
    by: Account,
    at: datetime,
) -> Location:
    """Keep how one arrives, parks, dresses and signs in at a location, for all who work there.

    Journal: `organisations.location.described` with the names of what changed.
    """
    told = {"how_to_arrive": how_to_arrive, "parking": parking, "dress": dress, "login": login}
    row = Location.objects.select_for_update().get(pk=location.pk)
    return _described(row, told, row.organisation_id, by, at)


@transaction.atomic
def describe_team(*, team: Team, where_to_be: str, contact: str, by: Account, at: datetime) -> Team:
    """Keep where one reports at a team, and how to reach it: the team, never a person.

    Journal: `organisations.team.described` with the names of what changed.
    """
    row = Team.objects.select_for_update(of=("self",)).select_related("location").get(pk=team.pk)
    told = {"where_to_be": where_to_be, "contact": contact}
    return _described(row, told, row.location.organisation_id, by, at)


def _described(
    row: Row, told: dict[str, str], organisation_id: int, by: Account, at: datetime
) -> Row:
    """Save what differs; nothing that differs writes nothing."""
    words = {name: text.strip() for name, text in told.items()}
    if any(SECRET.search(text) for text in words.values()):
        raise UnableToDescribe(
            _("Zet hier geen wachtwoord: iedereen met een dienst leest dit. Schrijf wie het geeft.")
        )
    changed = sorted(name for name, text in words.items() if getattr(row, name) != text)
    if not changed:
        return row
    for name in changed:
        setattr(row, name, words[name])
    journal.check_lengths(row, UnableToDescribe)
    row.save(update_fields=changed)
    thing = row._meta.model_name
    journal.record(
        event=f"organisations.{thing}.described",
        by=by,
        at=at,
        subject=f"{thing}:{row.pk}",
        organisation_id=organisation_id,
        changed=changed,
    )
    return row
