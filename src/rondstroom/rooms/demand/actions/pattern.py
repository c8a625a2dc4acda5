"""Laying down what a team needs; an old version is never changed, only followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand.actions.create import MOST_PLACES, Asked, Draft, save
from rondstroom.rooms.demand.models import DemandPattern, Shift
from rondstroom.rooms.demand.queries import LONGEST_CYCLE, Slot
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team

_A_DAY = date(2001, 1, 1)


class UnableToSetDemand(journal.UnableToAct):
    """The days are out of order, or a line cannot be worked or stands there twice."""


@transaction.atomic
def set_demand(
    *,
    team: Team,
    slots: Iterable[Slot],
    starts_on: date,
    ends_on: date | None = None,
    cycle_weeks: int = 1,
    why: str = "",
    by: Account,
    at: datetime,
) -> DemandPattern:
    """Lay down the next version of what a team needs, from a day on. No slots: nothing is needed.

    Shifts follow by `rosters.actions.follow_demand`. Journal: `demand.pattern.set`.
    """
    asked = sorted(slots)
    _check(asked, starts_on, ends_on, cycle_weeks)
    row = DemandPattern(
        team=team,
        version=_next_version(team),
        starts_on=starts_on,
        ends_on=ends_on,
        cycle_weeks=cycle_weeks,
        slots=[one.kept() for one in asked],
        why=why.strip(),
        made_at=at,
        made_by=by.name,
    )
    _save(row, by, at)
    return row


def _next_version(team: Team) -> int:
    latest = DemandPattern.objects.filter(team=team).order_by("-version").first()
    return (latest.version if latest else 0) + 1


def _save(row: DemandPattern, by: Account, at: datetime) -> None:
    journal.check_lengths(row, UnableToSetDemand)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToSetDemand(
            _("Iemand anders wijzigde de zorgvraag tegelijk. Laad de pagina opnieuw."), "twice"
        ) from None
    journal.record(
        event="demand.pattern.set",
        by=by,
        at=at,
        subject=f"team:{row.team_id}",
        organisation_id=row.team.location.organisation_id,
        version=row.version,
        reason=row.why,
    )


def _check(slots: list[Slot], starts_on: date, ends_on: date | None, cycle_weeks: int) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise UnableToSetDemand(_("De laatste dag ligt voor de eerste. Kijk de dagen na."), "days")
    if not 1 <= cycle_weeks <= LONGEST_CYCLE:
        raise UnableToSetDemand(
            _("Een patroon duurt 1 tot %d weken. Kies een kortere cyclus.") % LONGEST_CYCLE, "cycle"
        )
    for slot in slots:
        _check_slot(slot, cycle_weeks)
    times = Counter((one.week, one.weekday, one.start, one.end, one.function) for one in slots)
    twice = next((key for key, number in times.items() if number > 1), None)
    # The same work with other skills may stand beside it.
    if twice and len({one.skills for one in slots if _times_of(one) == twice}) < times[twice]:
        raise UnableToSetDemand(
            _("De dienst van %(start)s tot %(end)s staat er twee keer. Tel de plaatsen op.")
            % {"start": twice[2], "end": twice[3]},
            "double",
        )


def _times_of(slot: Slot) -> tuple[int, int, str, str, int | None]:
    return slot.week, slot.weekday, slot.start, slot.end, slot.function


def _check_slot(slot: Slot, cycle_weeks: int) -> None:
    words = {"start": slot.start, "end": slot.end}
    if slot.week not in range(cycle_weeks) or slot.weekday not in range(7):
        raise UnableToSetDemand(
            _("De dienst van %(start)s tot %(end)s ligt buiten de cyclus. Kies een andere week.")
            % words,
            "week",
        )
    if not 1 <= slot.places <= MOST_PLACES:
        raise UnableToSetDemand(
            _("De dienst van %(start)s tot %(end)s heeft geen goed aantal plaatsen.") % words,
            "places",
        )
    if not 0 <= slot.break_minutes < slot.period(_A_DAY).minutes:
        raise UnableToSetDemand(
            _("De pauze past niet in de dienst van %(start)s tot %(end)s.") % words, "break"
        )


@transaction.atomic
def create_from_demand(*, asked: Iterable[Asked], by: Account, at: datetime) -> list[Shift]:
    """Make drafts that follow the demand of their team. Journal: `demand.shift.created` for each.

    The database refuses the same work twice.
    """
    drafts = [Draft.of({**one, "follows_demand": True}) for one in asked]
    return save(drafts, by=by, at=at)
