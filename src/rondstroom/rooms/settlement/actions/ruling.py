"""How an organisation deals with the hours of its people."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.settlement import permissions
from rondstroom.rooms.settlement.models import HoursRules
from rondstroom.rooms.settlement.states import Steps, TemporaryWeeks

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

MOST_DAYS = 31


class UnableToSetRules(journal.UnableToAct):
    """The rules stay as they were; the text says why."""


@transaction.atomic
def set_hours_rules(
    *,
    organisation: Organisation,
    steps: str,
    answer_days: int,
    temporary_weeks: int,
    by: Account,
    at: datetime,
) -> HoursRules:
    """Lay down who agrees, within how many days, and how long hire counts as temporary.

    Journal: `settlement.rules.set`.
    """
    if not permissions.may_settle(by, organisation.pk):
        raise UnableToSetRules(
            _("De regels van %(name)s verander je niet.") % {"name": organisation.name}
        )
    told = _checked(steps, answer_days, temporary_weeks)
    row, _made = HoursRules.objects.update_or_create(organisation=organisation, defaults=told)
    journal.record(
        event="settlement.rules.set",
        by=by,
        at=at,
        subject=f"organisation:{organisation.pk}",
        organisation_id=organisation.pk,
        **told,
    )
    return row


def _checked(steps: str, answer_days: int, temporary_weeks: int) -> dict[str, Any]:
    known = steps in Steps.values and temporary_weeks in TemporaryWeeks.values
    if not known or not 1 <= answer_days <= MOST_DAYS:
        raise UnableToSetRules(_("Kies uit de lijst, en geef 1 tot 31 dagen voor een antwoord."))
    return {"steps": steps, "answer_days": answer_days, "temporary_weeks": temporary_weeks}
