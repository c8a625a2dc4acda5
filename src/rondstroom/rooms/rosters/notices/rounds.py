"""A team hears that it may put in wishes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.queries import rounds, wording

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Round


def tell_of_round(*, round_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell everybody of the team until when wishes may come."""
    row = rounds.round_(round_id)
    if row is None:
        return
    organisation_id = row.team.location.organisation_id
    team = people.workers_of_organisation(organisation_id, row.starts_on).filter(
        engagements__team_id=row.team_id, account__isnull=False
    )
    messages.tell(
        to=[one.account for one in team.select_related("account").distinct() if one.account],
        kind=MessageKind.ROUND,
        words=lambda: _opened(row),
        subject=f"round:{row.pk}",
        once=f"round:{row.pk}",
        answer_by=row.wishes_until,
        by=by,
        at=at,
    )


def _opened(row: Round) -> Words:
    words = {
        "team": row.team.name,
        "first": wording.day(row.starts_on),
        "last": wording.day(row.ends_on),
        "until": wording.until(row.wishes_until),
    }
    text = _("Zeg welke diensten je wilt, tot %(until)s. Daarna maken we het rooster compleet.")
    return Words(_("Rooster jezelf: %(team)s, %(first)s tot en met %(last)s") % words, text % words)
