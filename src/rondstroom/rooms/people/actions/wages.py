"""What a worker tells about the own wage, to see what a shift pays."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import OwnWage, Worker

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

LEAST_WAGE_CENTS, MOST_WAGE_CENTS = 5_00, 150_00


class UnableToSetOwnWage(journal.UnableToAct):
    """The wage cannot be an hourly wage in care."""


@transaction.atomic
def set_own_wage(
    *, worker: Worker, hourly_cents: int, has_tax_credit: bool, by: Account, at: datetime
) -> None:
    """Keep what the worker typed; only the worker sees it. Journal: `people.own-wage.set`.

    The journal does not say how much.
    """
    if not LEAST_WAGE_CENTS <= hourly_cents <= MOST_WAGE_CENTS:
        raise UnableToSetOwnWage(
            _("Dit uurloon kan niet. Vul een bedrag in van %(least)d tot en met %(most)d euro.")
            % {"least": LEAST_WAGE_CENTS // 100, "most": MOST_WAGE_CENTS // 100}
        )
    OwnWage.objects.update_or_create(
        worker=worker, defaults={"hourly_cents": hourly_cents, "has_tax_credit": has_tax_credit}
    )
    record("people.own-wage.set", worker, by=by, at=at)


@transaction.atomic
def forget_own_wage(*, worker: Worker, by: Account, at: datetime) -> None:
    """Forget the wage, if there is one. Journal: `people.own-wage.forgotten`."""
    if OwnWage.objects.filter(worker=worker).delete()[0]:
        record("people.own-wage.forgotten", worker, by=by, at=at)
