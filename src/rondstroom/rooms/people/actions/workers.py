"""Workers come, are known better, and have limits to what may be planned for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import Restriction, TravelMode

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToCreateWorker(journal.UnableToAct):
    """What was given is not enough to know a worker by."""


class UnableToSetRestriction(journal.UnableToAct):
    """A limit without an end would never be lifted."""


@transaction.atomic
def create_worker(
    *,
    name: str,
    email: str = "",
    home_pc4: str = "",
    travel_mode: TravelMode = TravelMode.BICYCLE,
    max_travel_minutes: int = 45,
    account: Account | None = None,
    youth_until: date | None = None,
    by: Account,
    at: datetime,
) -> Worker:
    """Make a worker. Journal: `people.worker.created`, without name or postcode.

    An e-mail address that another worker has is refused with code `taken`: engage that worker.
    """
    worker = Worker(
        account=account,
        name=_name_of(name),
        email=email.strip().lower(),
        home_pc4=area_of(home_pc4, name, UnableToCreateWorker),
        travel_mode=TravelMode(travel_mode),
        max_travel_minutes=max_travel_minutes,
        youth_until=youth_until,
    )
    _save(worker)
    record("people.worker.created", worker, by=by, at=at)
    return worker


def _name_of(text: str) -> str:
    """Give a name without stray spaces; refuse none."""
    name = " ".join(text.split())
    if not name:
        raise UnableToCreateWorker(_("Deze zorgmedewerker heeft geen naam. Vul een naam in."))
    return name


def _save(worker: Worker, fields: Iterable[str] | None = None) -> None:
    """Save a worker; an address or account of somebody else becomes a refusal."""
    journal.check_lengths(worker, UnableToCreateWorker)
    try:
        with transaction.atomic():
            worker.save(update_fields=fields)
    except IntegrityError:
        raise UnableToCreateWorker(
            _("Dit e-mailadres is al van een zorgmedewerker: %(email)s. Neem diezelfde persoon.")
            % {"email": worker.email},
            code="taken",
        ) from None


def area_of(text: str, name: str, refusal: type[journal.UnableToAct]) -> str:
    """Give the four digits of a home postcode, or nothing when nothing was given."""
    if not text.strip():
        return ""
    pc4 = organisations.pc4_in(text)
    if pc4 is None:
        raise refusal(
            _("De postcode “%(text)s” van %(name)s klopt niet. Schrijf hem als 6811 of 6811 BC.")
            % {"text": text.strip(), "name": name}
        )
    return pc4


def record(
    event: str,
    worker: Worker,
    *,
    by: Account,
    at: datetime,
    organisation_id: int | None = None,
    **data: Any,
) -> None:
    """Write a line about a worker."""
    journal.record(
        event=event,
        by=by,
        at=at,
        subject=f"worker:{worker.pk}",
        worker_id=worker.pk,
        organisation_id=organisation_id,
        **data,
    )


@transaction.atomic
def change_worker(
    *,
    worker: Worker,
    name: str | None = None,
    email: str | None = None,
    home_pc4: str | None = None,
    by: Account,
    at: datetime,
) -> list[str]:
    """Correct what is known of a worker; what is not given stays; give what really changed.

    Journal: `people.worker.changed` with the names of what changed, not the values.
    """
    row = Worker.objects.select_for_update().get(pk=worker.pk)
    if name is not None:
        row.name = _name_of(name)
    if email is not None:
        row.email = email.strip().lower()
    if home_pc4 is not None:
        row.home_pc4 = area_of(home_pc4, row.name, UnableToCreateWorker)
    fields = ("email", "home_pc4", "name")
    before = Worker.objects.values(*fields).get(pk=worker.pk)
    changed = [field for field in fields if getattr(row, field) != before[field]]
    if changed:
        _save(row, changed)
        record("people.worker.changed", row, by=by, at=at, changed=changed)
    for field in fields:
        setattr(worker, field, getattr(row, field))
    return changed


@transaction.atomic
def set_restriction(
    *,
    worker: Worker,
    restriction: Restriction | None,
    until: date | None,
    by: Account,
    at: datetime,
) -> None:
    """Keep a limit to what may be planned, up to, not including, a day; None takes it away.

    Never with a reason: health does not belong here. Journal: `people.restriction.set`.
    """
    if restriction is not None and until is None:
        raise UnableToSetRestriction(
            _("Tot wanneer geldt dit voor %(name)s? Kies een dag: daarna kan alles weer.")
            % {"name": worker.name}
        )
    worker.planning_restriction = "" if restriction is None else Restriction(restriction)
    worker.restriction_until = None if restriction is None else until
    worker.save(update_fields=["planning_restriction", "restriction_until"])
    record("people.restriction.set", worker, by=by, at=at)
