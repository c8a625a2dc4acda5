"""Beginning to ask around for a shift, and ending that by hand."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.actions.create import when
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching.actions.cascade.advancing import locked, proceed
from rondstroom.rooms.matching.actions.cascade.ending import finish
from rondstroom.rooms.matching.actions.cascade.places import free_places
from rondstroom.rooms.matching.actions.cascade.writing import write_down
from rondstroom.rooms.matching.models import Cascade, Step
from rondstroom.rooms.matching.queries.cascade import cascade_policy, urgency_of
from rondstroom.rooms.matching.queries.cascade.policies import Policy, least_notice
from rondstroom.rooms.matching.states import CascadeState, Ring, StepState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account

_SEEDS = 2**31


class UnableToAskAround(journal.UnableToAct):
    """The shift is not open, has no free place, or begins too soon."""


class UnableToStop(journal.UnableToAct):
    """The cascade had ended already."""


@patient
@transaction.atomic
def start_cascade(*, shift: Shift, by: Account, at: datetime, seed: int | None = None) -> Cascade:
    """Ask for a shift ring after ring, by the policy that holds now; the first ring opens at once.

    When one runs already that one is given. The seed of a draw is made here unless given, and
    kept. Journal: `matching.cascade.started`, and what the first rings write.
    """
    row = demand.locked_shift(shift.pk)
    running = Cascade.objects.filter(shift=row, state=CascadeState.RUNNING).first()
    if running is not None:
        return running
    day = row.starts_at.astimezone(AMSTERDAM).date()
    policy = cascade_policy(row.organisation_id, day)
    cascade = Cascade(
        shift=demand.shift(row.pk) or row,
        urgency=urgency_of(row.starts_at, at),
        policy=policy.kept(),
        seed=secrets.randbelow(_SEEDS) if seed is None else seed,
        started_at=at,
        started_by=by,
    )
    _check(cascade, at)
    cascade.save()
    _lay_steps(cascade, policy)
    write_down(cascade, "started", by, at, version=policy.version, urgency=str(cascade.urgency))
    proceed(cascade, by, at)
    return cascade


def _check(cascade: Cascade, at: datetime) -> None:
    shift = cascade.shift
    words = {"when": when(shift.starts_at)}
    if shift.state != ShiftState.PUBLISHED:
        raise UnableToAskAround(
            _("De dienst van %(when)s staat niet open. Publiceer hem eerst.") % words, "state"
        )
    if not free_places(cascade):
        raise UnableToAskAround(
            _("De dienst van %(when)s is bezet. Er is niemand nodig.") % words, "full"
        )
    if shift.starts_at - least_notice() <= at:
        raise UnableToAskAround(
            _("De dienst van %(when)s begint te snel om rond te vragen. Bel iemand.") % words,
            "late",
        )


def _lay_steps(cascade: Cascade, policy: Policy) -> None:
    """Lay out every ring; those that the policy leaves out are kept too, with that reason."""
    steps: list[Step] = []
    left_out = _("het beleid slaat deze ring over")
    for ring in Ring:
        suppliers = [one.name for one in policy.suppliers] if ring == Ring.AGENCY else []
        for supplier in suppliers or [""]:
            asked = ring in policy.rings
            steps.append(
                Step(
                    cascade=cascade,
                    position=len(steps) + 1,
                    ring=ring,
                    supplier=supplier,
                    state=StepState.PENDING if asked else StepState.SKIPPED,
                    reason="" if asked else left_out,
                )
            )
    Step.objects.bulk_create(steps)


@patient
@transaction.atomic
def stop_cascade(*, cascade: Cascade, reason: str = "", by: Account, at: datetime) -> Cascade:
    """End a cascade by hand; who was asked hears that it is no longer needed.

    Journal: `matching.cascade.ended`.
    """
    row = locked(cascade.pk)
    if row.state != CascadeState.RUNNING:
        raise UnableToStop(
            _("De uitvraag was al klaar: %(how)s. Er verandert niets.")
            % {"how": CascadeState(row.state).label}
        )
    said = reason.strip() or _("de roosteraar is gestopt met vragen")
    finish(row, CascadeState.STOPPED, said, by, at)
    return row


@patient
@transaction.atomic
def next_ring(*, cascade: Cascade, by: Account, at: datetime) -> Cascade:
    """Close the ring that is open now, before its time, and go on with the next.

    Who said yes gets a place first, in turn. Journal: `matching.cascade.hurried`, and what closing
    and opening write.
    """
    row = locked(cascade.pk)
    if row.state == CascadeState.RUNNING:
        opened = Step.objects.filter(cascade=row, state=StepState.OPEN)
        if opened.exists():
            write_down(row, "hurried", by, at)
            opened.update(closes_at=at)
        proceed(row, by, at)
    return row
