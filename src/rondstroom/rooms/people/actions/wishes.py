"""What workers say: where, when and how far they want to work, and what they work elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import area_of, record
from rondstroom.rooms.people.models import Availability, DeclaredWork, Willingness, Worker
from rondstroom.rooms.people.states import DayPart, TravelMode, Wish

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


LONGEST_TRIP_MINUTES = 8 * 60


class UnableToSetTravel(journal.UnableToAct):
    """The travel wishes cannot be used."""


class UnableToDeclareWork(journal.UnableToAct):
    """The work elsewhere cannot have happened like this."""


@transaction.atomic
def set_willingness(
    *, worker: Worker, organisations: Iterable[Organisation], by: Account, at: datetime
) -> None:
    """Lay down all organisations where a worker wants to work; those not named fall away.

    Journal: `people.willingness.set`.
    """
    wanted = {organisation.pk for organisation in organisations}
    Willingness.objects.filter(worker=worker).exclude(organisation_id__in=wanted).delete()
    Willingness.objects.bulk_create(
        (Willingness(worker=worker, organisation_id=one) for one in sorted(wanted)),
        ignore_conflicts=True,
    )
    record("people.willingness.set", worker, by=by, at=at, organisation_ids=sorted(wanted))


@transaction.atomic
def set_availability(
    *,
    worker: Worker,
    wishes: Mapping[tuple[date, DayPart], Wish | None],
    by: Account,
    at: datetime,
) -> None:
    """Lay down what a worker says about these parts of days; None takes the word back.

    Parts that are not named stay as they were. Journal: `people.availability.set`, with the days
    and not the words.
    """
    for part in DayPart:
        taken_back = [day for (day, said), wish in wishes.items() if wish is None and said == part]
        if taken_back:
            Availability.objects.filter(worker=worker, on_date__in=taken_back, part=part).delete()
    Availability.objects.bulk_create(
        (
            Availability(worker=worker, on_date=day, part=DayPart(part), wish=Wish(wish))
            for (day, part), wish in wishes.items()
            if wish is not None
        ),
        update_conflicts=True,
        unique_fields=["worker", "on_date", "part"],
        update_fields=["wish"],
    )
    days = sorted({day for day, _part in wishes})
    record("people.availability.set", worker, by=by, at=at, days=days)


@transaction.atomic
def declare_work(
    *,
    worker: Worker,
    starts_at: datetime,
    ends_at: datetime,
    break_minutes: int = 0,
    by: Account,
    at: datetime,
) -> DeclaredWork:
    """Write down work elsewhere, for the working-time law only. Journal: `people.work.declared`.

    The journal does not say when: only the worker and the law need to know.
    """
    minutes = int((ends_at - starts_at).total_seconds() // 60)
    if not 0 <= break_minutes < minutes:
        raise UnableToDeclareWork(
            _("Werk elders van %(name)s moet na het begin stoppen en langer zijn dan de pauze.")
            % {"name": worker.name}
        )
    work = DeclaredWork.objects.create(
        worker=worker, starts_at=starts_at, ends_at=ends_at, break_minutes=break_minutes
    )
    record("people.work.declared", worker, by=by, at=at)
    return work


@transaction.atomic
def withdraw_declared_work(*, work: DeclaredWork, by: Account, at: datetime) -> None:
    """Take back work elsewhere that was told of. Journal: `people.work.withdrawn`."""
    worker = work.worker
    work.delete()
    record("people.work.withdrawn", worker, by=by, at=at)


@transaction.atomic
def set_travel(
    *,
    worker: Worker,
    home_pc4: str,
    travel_mode: TravelMode,
    max_travel_minutes: int,
    by: Account,
    at: datetime,
) -> None:
    """Lay down from where, how and how long a worker wants to travel.

    Journal: `people.travel.set`.
    """
    if not 0 <= max_travel_minutes <= LONGEST_TRIP_MINUTES:
        raise UnableToSetTravel(
            _("%(minutes)d minuten reizen kan niet. Vul een getal in van 0 tot %(most)d.")
            % {"minutes": max_travel_minutes, "most": LONGEST_TRIP_MINUTES}
        )
    worker.home_pc4 = area_of(home_pc4, worker.name, UnableToSetTravel)
    worker.travel_mode = TravelMode(travel_mode)
    worker.max_travel_minutes = max_travel_minutes
    worker.save(update_fields=["home_pc4", "travel_mode", "max_travel_minutes"])
    record("people.travel.set", worker, by=by, at=at)
