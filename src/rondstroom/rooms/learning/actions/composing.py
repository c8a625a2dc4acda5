"""What an organisation shows whoever is new at a location."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.learning.models import Checklist, Step
from rondstroom.rooms.learning.states import StepKind
from rondstroom.rooms.organisations import queries as organisations

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Location

MOST_STEPS = 40


class UnableToCompose(journal.UnableToAct):
    """Nobody could be made at home by this."""


@transaction.atomic
def set_checklist(
    *, location: Location, steps: Iterable[tuple[StepKind, str]], by: Account, at: datetime
) -> Checklist:
    """Lay down what is shown at a location, as a new version; the same steps change nothing.

    Who was shown a step that stays needs not be shown it again; who was ready stays ready.
    Journal: `learning.checklist.set`.
    """
    wanted = _wanted(steps)
    organisations.locked_organisation(location.organisation_id)  # one version at a time
    newest = Checklist.objects.filter(location=location).order_by("-version").first()
    if newest and {(one.kind, one.text) for one in newest.steps.all()} == set(wanted):
        return newest
    version = newest.version + 1 if newest else 1
    row = Checklist.objects.create(location=location, version=version, made_at=at, made_by=by.name)
    row.steps.set([_step(location, kind, text) for kind, text in wanted])
    journal.record(
        event="learning.checklist.set",
        by=by,
        at=at,
        subject=f"location:{location.pk}",
        organisation_id=location.organisation_id,
        version=row.version,
        steps=len(wanted),
    )
    return row


def _wanted(steps: Iterable[tuple[StepKind, str]]) -> list[tuple[str, str]]:
    """Give the steps without stray spaces and doubles; refuse none, and too many."""
    told = [(StepKind(kind).value, " ".join(text.split())) for kind, text in steps]
    wanted = list(dict.fromkeys((kind, text) for kind, text in told if text))
    if not wanted:
        raise UnableToCompose(_("Schrijf minstens één ding op dat iemand hier moet zien."))
    if len(wanted) > MOST_STEPS:
        raise UnableToCompose(
            _("Een lijst heeft hoogstens %(most)d stappen. Voeg stappen samen.")
            % {"most": MOST_STEPS}
        )
    return wanted


def _step(location: Location, kind: str, text: str) -> Step:
    known = Step.objects.filter(location=location, kind=kind, text=text).first()
    if known:
        return known
    row = Step(location=location, kind=kind, text=text)
    journal.check_lengths(row, UnableToCompose)
    row.save()
    return row
