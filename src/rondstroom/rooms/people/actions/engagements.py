"""What ties workers to organisations, from a day up to a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation, Team


MOST_MINUTES = 7 * 24 * 60
"""A week holds no more."""


class UnableToEngage(journal.UnableToAct):
    """The engagement would not fit with what is there."""


@transaction.atomic
def engage(
    *,
    worker: Worker,
    organisation: Organisation,
    form: EngagementForm,
    personnel_number: str,
    minutes_per_week: int = 0,
    team: Team | None = None,
    starts_on: date,
    ends_on: date | None = None,
    by: Account,
    at: datetime,
) -> Engagement:
    """Tie a worker to an organisation from `starts_on` up to, not including, `ends_on`.

    Journal: `people.engagement.started`.
    """
    engagement = Engagement(
        worker=worker,
        organisation=organisation,
        team=team,
        form=EngagementForm(form),
        personnel_number=personnel_number.strip(),
        minutes_per_week=minutes_per_week,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return _started(engagement, by=by, at=at)


def _started(engagement: Engagement, *, by: Account, at: datetime) -> Engagement:
    """Save a new engagement that can be told from the others."""
    _check_engagement(engagement)
    try:
        with transaction.atomic():
            engagement.save()
    except IntegrityError:
        raise _number_taken(engagement) from None
    days = {"starts_on": engagement.starts_on, "ends_on": engagement.ends_on}
    _record_about(engagement, "started", by=by, at=at, **days)
    return engagement


def _number_taken(engagement: Engagement) -> UnableToEngage:
    """Say that the organisation knows somebody else by this number."""
    return UnableToEngage(
        _("Personeelsnummer %(number)s is bij %(organisation)s al in gebruik. Kijk het na.")
        % {
            "number": engagement.personnel_number,
            "organisation": engagement.organisation.name,
        },
        code="taken",
    )


def _check_engagement(engagement: Engagement) -> None:
    """Refuse an engagement without number or length, or with a team of somebody else."""
    journal.check_lengths(engagement, UnableToEngage)
    organisation, team = engagement.organisation, engagement.team
    words = {"name": engagement.worker.name, "organisation": organisation.name}
    if not engagement.personnel_number:
        raise UnableToEngage(
            _("%(name)s heeft bij %(organisation)s nog geen personeelsnummer. Vul het in.") % words
        )
    if not 0 <= engagement.minutes_per_week <= MOST_MINUTES:
        raise UnableToEngage(
            _("Een contract van %(hours)s uur per week kan niet. Kijk de uren van %(name)s na.")
            % {**words, "hours": round(engagement.minutes_per_week / 60, 1)}
        )
    if engagement.ends_on is not None and engagement.ends_on <= engagement.starts_on:
        raise UnableToEngage(
            _("%(name)s kan bij %(organisation)s niet stoppen voor de eerste dag.") % words
        )
    if team is not None and team.location.organisation_id != organisation.pk:
        raise UnableToEngage(
            _("Team %(team)s hoort niet bij %(organisation)s. Kies een eigen team.")
            % {**words, "team": team.name}
        )


@transaction.atomic
def change_engagement(
    *,
    engagement: Engagement,
    form: EngagementForm | None = None,
    minutes_per_week: int | None = None,
    team: Team | None = None,
    starts_on: date | None = None,
    by: Account,
    at: datetime,
) -> list[str]:
    """Change form, hours, team or first day; what is not given stays; give what really changed.

    Journal: `people.engagement.changed` with the names of what changed.
    """
    wanted = {
        "form": form,
        "minutes_per_week": minutes_per_week,
        "team": team,
        "starts_on": starts_on,
    }
    row = Engagement.objects.select_for_update().get(pk=engagement.pk)
    changed = _set_differing(row, wanted)
    _check_engagement(row)
    if changed:
        row.save(update_fields=changed)
        _record_about(row, "changed", by=by, at=at, changed=changed)
    _set_differing(engagement, wanted)
    return changed


def _set_differing(engagement: Engagement, wanted: dict[str, Any]) -> list[str]:
    """Put the values that are given and differ in the engagement; give their names."""
    changed = sorted(
        field
        for field, value in wanted.items()
        if value is not None and getattr(engagement, field) != value
    )
    for field in changed:
        setattr(engagement, field, wanted[field])
    return changed


@transaction.atomic
def end_engagement(*, engagement: Engagement, ends_on: date, by: Account, at: datetime) -> None:
    """Let an engagement hold up to, not including, this day. Journal: `people.engagement.ended`."""
    if ends_on <= engagement.starts_on:
        raise UnableToEngage(
            _("%(name)s kan niet stoppen voor de eerste dag. Kies een latere datum.")
            % {"name": engagement.worker.name}
        )
    engagement.ends_on = ends_on
    engagement.save(update_fields=["ends_on"])
    _record_about(engagement, "ended", by=by, at=at, ends_on=ends_on)


def _record_about(
    engagement: Engagement, what: str, *, by: Account, at: datetime, **data: Any
) -> None:
    """Write in the journal what happened to an engagement."""
    record(
        f"people.engagement.{what}",
        engagement.worker,
        by=by,
        at=at,
        organisation_id=engagement.organisation_id,
        **data,
    )
