"""Posting, changing, filling and withdrawing vacancies and longer assignments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand.models import Vacancy
from rondstroom.rooms.demand.queries import Cell, cells_kept
from rondstroom.rooms.demand.states import VACANCY_TRANSITIONS, VacancyState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from typing import Required

    from typing_extensions import Unpack

    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team
    from rondstroom.rooms.skills.models import Function

LEAST_MINUTES, MOST_MINUTES = 60, 48 * 60
MOST_PLACES = 99
MOST_ANSWER_DAYS = 28


class UnableToPostVacancy(journal.UnableToAct):
    """Nobody could take work like this, or its number is taken; `code` names the field."""


class UnableToCloseVacancy(journal.UnableToAct):
    """The vacancy was filled or withdrawn before, or no reason was given."""


class Posted(TypedDict, total=False):
    """What may be said about a vacancy; all but the last six must be said of a new one."""

    team: Required[Team]
    function: Required[Function]
    minutes_per_week: Required[int]
    starts_on: Required[date]
    ends_on: date | None
    pattern: Iterable[Cell]
    forms: Iterable[EngagementForm]
    places: int
    answer_days: int
    remarks: str


@transaction.atomic
def post_vacancy(
    *, by: Account, at: datetime, source_key: str = "", **said: Unpack[Posted]
) -> Vacancy:
    """Post a vacancy; with `ends_on` (the last day) it is a longer assignment.

    Minutes a week; `pattern` holds weekdays (Monday is 0) and parts of the day. The team's people
    and all organisations of the pool see it at once. Journal: `demand.vacancy.posted`.
    """
    row = Vacancy(
        organisation_id=said["team"].location.organisation_id,
        source_key=source_key.strip(),
        posted_at=at,
    )
    _fill_in(row, dict(said))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToPostVacancy(
            _("Een vacature met nummer %(key)s staat er al. Wijzig die vacature.")
            % {"key": row.source_key},
            code="source_key",
        ) from None
    _write_down(row, "posted", by, at)
    return row


@transaction.atomic
def change_vacancy(*, vacancy: Vacancy, by: Account, at: datetime, **said: Any) -> Vacancy:
    """Change what is named, as `post_vacancy` takes it; who answered keeps that answer.

    The same again changes nothing. Journal: `demand.vacancy.changed` with the names of the fields.
    """
    row = _living(vacancy, VacancyState.FILLED, UnableToPostVacancy)
    before = _values(row)
    _fill_in(row, said)
    changed = sorted(name for name, value in _values(row).items() if value != before[name])
    if changed:
        row.save()
        _write_down(row, "changed", by, at, changed=changed)
    return row


@transaction.atomic
def fill_vacancy(*, vacancy: Vacancy, by: Account, at: datetime) -> Vacancy:
    """Count one place as filled; with the last place the vacancy is closed.

    Journal: `demand.vacancy.filled` with how many places are left.
    """
    row = _living(vacancy, VacancyState.FILLED)
    row.filled += 1
    if row.filled == row.places:
        row.state, row.closed_at = VacancyState.FILLED, at
    row.save(update_fields=["filled", "state", "closed_at"])
    _write_down(row, "filled", by, at, left=row.places - row.filled)
    return row


@transaction.atomic
def withdraw_vacancy(*, vacancy: Vacancy, reason: str, by: Account, at: datetime) -> Vacancy:
    """Take a vacancy back, with a reason that whoever answered reads.

    Journal: `demand.vacancy.withdrawn` with the reason; matching answers everybody.
    """
    if not reason.strip():
        raise UnableToCloseVacancy(
            _("Waarom vervalt de vacature? Schrijf het erbij; wie reageerde krijgt dit te lezen.")
        )
    row = _living(vacancy, VacancyState.WITHDRAWN)
    row.state, row.closed_at = VacancyState.WITHDRAWN, at
    row.save(update_fields=["state", "closed_at"])
    _write_down(row, "withdrawn", by, at, reason=reason.strip())
    return row


def _living(
    vacancy: Vacancy,
    wanted: VacancyState,
    refusal: type[journal.UnableToAct] = UnableToCloseVacancy,
) -> Vacancy:
    """Give the row, locked, when its life allows a step."""
    row = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
    if wanted not in VACANCY_TRANSITIONS[VacancyState(row.state)]:
        raise refusal(
            _("Deze vacature is al gesloten: %(state)s. Plaats een nieuwe.")
            % {"state": VacancyState(row.state).label},
            code="closed",
        )
    return row


def _fill_in(row: Vacancy, said: dict[str, Any]) -> None:
    """Put what was said into the row, and refuse what nobody could work."""
    if "pattern" in said:
        said["pattern"] = cells_kept(said["pattern"])
    if "forms" in said:
        said["forms"] = sorted({str(EngagementForm(one)) for one in said["forms"]})
    if "remarks" in said:
        said["remarks"] = said["remarks"].strip()
    for name, value in said.items():
        setattr(row, name, value)
    row.organisation_id = row.team.location.organisation_id
    _check(row)


def _check(row: Vacancy) -> None:
    limits = {
        "minutes_per_week": (LEAST_MINUTES, MOST_MINUTES, _("Een week heeft 1 tot 48 uur werk.")),
        "places": (1, MOST_PLACES, _("Een vacature is voor 1 tot 99 mensen.")),
        "answer_days": (1, MOST_ANSWER_DAYS, _("Antwoord komt binnen 1 tot 28 dagen.")),
    }
    for name, (least, most, words) in limits.items():
        if not least <= getattr(row, name) <= most:
            raise UnableToPostVacancy(words, code=name)
    if row.ends_on is not None and row.ends_on < row.starts_on:
        text = _("De laatste dag ligt voor de eerste. Kijk de dagen na.")
        raise UnableToPostVacancy(text, code="ends_on")
    if row.places < row.filled:
        text = _("Er zijn al %(filled)d plaatsen vervuld.") % {"filled": row.filled}
        raise UnableToPostVacancy(text, code="places")
    if not row.forms:
        raise UnableToPostVacancy(_("Kies ten minste één soort contract."), code="forms")
    journal.check_lengths(row, UnableToPostVacancy)


_SAID = (
    "team_id", "function_id", "minutes_per_week", "starts_on", "ends_on", "pattern", "forms",
    "places", "answer_days", "remarks",
)  # fmt: skip


def _values(row: Vacancy) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _SAID}


def _write_down(row: Vacancy, happened: str, by: Account, at: datetime, **data: Any) -> None:
    journal.record(
        event=f"demand.vacancy.{happened}",
        by=by,
        at=at,
        subject=f"vacancy:{row.pk}",
        organisation_id=row.organisation_id,
        vacancy_id=row.pk,
        **data,
    )
