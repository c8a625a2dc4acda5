"""What an organisation asks, and what it takes over from others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills.models import Acceptance, Policy, Skill
from rondstroom.rooms.skills.states import ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

_FIELDS = frozenset(
    {
        "past_work_from",
        "asks_induction",
        "is_solo_provider",
        "conduct_renew_months",
        "four_eyes",
        "claim_days",
        "bar_hours",
        "signals_from",
    }
)


class UnableToAccept(journal.UnableToAct):
    """The decision contradicts itself, or is about something that is never taken over."""


@transaction.atomic
def set_policy(*, organisation: Organisation, by: Account, at: datetime, **decided: Any) -> Policy:
    """Keep what an organisation asks; what is not named stays. Journal: `skills.policy.set`."""
    unknown = set(decided) - _FIELDS
    if unknown:
        raise TypeError(f"no policy is called {', '.join(sorted(unknown))}")
    if "four_eyes" in decided:
        decided["four_eyes"] = _kinds(decided["four_eyes"])
    row, _is_new = Policy.objects.get_or_create(organisation=organisation)
    changed = sorted(name for name, value in decided.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, decided[name])
    row.save()
    if changed:
        _tell("skills.policy.set", organisation.pk, by, at, changed=changed)
    return row


def _kinds(kinds: Iterable[str]) -> list[str]:
    return sorted(ProofKind(kind).value for kind in set(kinds))


@transaction.atomic
def accept(
    *,
    organisation: Organisation,
    kind: ProofKind,
    issuer: Organisation | None = None,
    skill: Skill | None = None,
    max_age_months: int | None = None,
    starts_on: date,
    by: Account,
    at: datetime,
) -> Acceptance:
    """Take over what another organisation (none named: any partner in the pool) has seen.

    A newer decision replaces the one before, which stays as a trace. For earlier work this is the
    mandate, for a VOG the receiver's decision. Journal: `skills.acceptance.decided`.
    """
    if skill is not None and kind != ProofKind.SKILL:
        raise UnableToAccept(_("Een bekwaamheid hoort alleen bij het soort bekwaamheid."))
    about = {"organisation": organisation, "kind": kind, "issuer": issuer, "skill": skill}
    same = Acceptance.objects.select_for_update().filter(**about, ends_on__isnull=True)
    if known := same.filter(max_age_months=max_age_months).first():
        return known
    _end(same, max(starts_on, at.astimezone(AMSTERDAM).date()))
    row = Acceptance.objects.create(
        **about, max_age_months=max_age_months, starts_on=starts_on, **_signed(by, at)
    )
    _tell("skills.acceptance.decided", organisation.pk, by, at, kind=kind, age=max_age_months)
    return row


@transaction.atomic
def end_acceptance(*, acceptance: Acceptance, by: Account, at: datetime) -> None:
    """Take nothing over any more from today; twice changes nothing.

    Journal: `skills.acceptance.ended`, to which the rosters react: who stood on it is judged anew.
    """
    living = Acceptance.objects.filter(pk=acceptance.pk, ends_on__isnull=True)
    if _end(living, at.astimezone(AMSTERDAM).date()):
        row = Acceptance.objects.get(pk=acceptance.pk)
        _tell("skills.acceptance.ended", row.organisation_id, by, at, kind=row.kind)


def _signed(by: Account, at: datetime) -> dict[str, Any]:
    return {"decided_by": by.name, "decided_at": at}


def _end(living: Any, on: date) -> int:
    return int(living.update(ends_on=on))


def _tell(event: str, organisation_id: int, by: Account, at: datetime, **data: Any) -> None:
    journal.record(
        event=event,
        by=by,
        at=at,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        receiver=organisation_id,
        **data,
    )
