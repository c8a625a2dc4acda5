"""Making one shift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from typing import Required

    from typing_extensions import Unpack

    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team
    from rondstroom.rooms.skills.models import Function, Skill

LONGEST_HOURS = 24
MOST_PLACES = 99


class UnableToCreateShift(journal.UnableToAct):
    """Nobody could work a shift like this."""


class Asked(TypedDict, total=False):
    """What may be said about a new shift; team and times must be."""

    team: Required[Team]
    starts_at: Required[datetime]
    ends_at: Required[datetime]
    break_minutes: int
    function: Function | None
    skills: Iterable[Skill]
    places: int
    sign_up: SignUp
    reason: str
    remarks: str
    tasks: list[dict[str, str]]
    source_key: str
    state: ShiftState


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A shift as asked for, not yet in the database."""

    team: Team
    starts_at: datetime
    ends_at: datetime
    break_minutes: int = 0
    function: Function | None = None
    skills: tuple[Skill, ...] = ()
    places: int = 1
    sign_up: SignUp = SignUp.REQUEST
    reason: str = ""
    remarks: str = ""
    tasks: list[dict[str, str]] = field(default_factory=list)
    source_key: str = ""
    state: ShiftState = ShiftState.DRAFT
    follows_demand: bool = False

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> Draft:
        """Give the draft for what was asked."""
        values: dict[str, Any] = {**asked, "skills": tuple(asked.get("skills", ()))}
        return cls(**values)

    def row(self, at: datetime) -> Shift:
        """Give the row to be saved, checked."""
        if self.state == ShiftState.CANCELLED:
            raise UnableToCreateShift(_("Een nieuwe dienst kan niet al vervallen zijn."))
        row = Shift(
            organisation_id=self.team.location.organisation_id,
            team=self.team,
            starts_at=in_utc(self.starts_at),
            ends_at=in_utc(self.ends_at),
            break_minutes=self.break_minutes,
            function=self.function,
            places=self.places,
            sign_up=SignUp(self.sign_up),
            state=ShiftState(self.state),
            reason=self.reason.strip(),
            remarks=self.remarks.strip(),
            tasks=self.tasks,
            source_key=self.source_key.strip(),
            follows_demand=self.follows_demand,
            demand_key=self._key() if self.follows_demand else "",
            published_at=at if self.state == ShiftState.PUBLISHED else None,
        )
        check(row, UnableToCreateShift)
        return row

    def _key(self) -> str:
        skills = ",".join(str(pk) for pk in sorted(skill.pk for skill in self.skills))
        return f"{self.function.pk if self.function else ''}:{skills}"


def in_utc(moment: datetime) -> datetime:
    """Give the same moment in UTC; a moment without a zone is a mistake of the program."""
    if moment.tzinfo is None:
        raise ValueError(f"a shift needs moments with a time zone, not {moment.isoformat()}")
    return moment.astimezone(UTC)


def when(moment: datetime) -> str:
    """Write a moment as Dutch wall-clock time, for messages."""
    return f"{moment.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"


def check(row: Shift, refusal: type[journal.UnableToAct]) -> None:
    """Refuse a shift that nobody could work."""
    _check_times(row, refusal)
    _check_places(row, refusal)
    journal.check_lengths(row, refusal)


def _check_times(row: Shift, refusal: type[journal.UnableToAct]) -> None:
    """Refuse times out of order, longer than a day, or all break."""
    words = {"start": when(row.starts_at), "end": when(row.ends_at), "minutes": row.break_minutes}
    minutes = (row.ends_at - row.starts_at).total_seconds() / 60
    if minutes <= 0:
        raise refusal(
            _("De dienst van %(start)s stopt om %(end)s, voor het begin. Kijk de tijden na.")
            % words,
            code="times",
        )
    if minutes > LONGEST_HOURS * 60:
        raise refusal(
            _("De dienst van %(start)s tot %(end)s duurt langer dan een etmaal. Maak er twee van.")
            % words,
            code="times",
        )
    if not 0 <= row.break_minutes < minutes:
        raise refusal(
            _("Een pauze van %(minutes)s minuten past niet in de dienst van %(start)s.") % words,
            code="break",
        )


def _check_places(row: Shift, refusal: type[journal.UnableToAct]) -> None:
    """Refuse a shift for nobody, or for more people than any team has."""
    if not 1 <= row.places <= MOST_PLACES:
        raise refusal(
            _("Een dienst heeft 1 tot %(most)d plaatsen en niet %(places)d: kijk %(start)s na.")
            % {"start": when(row.starts_at), "places": row.places, "most": MOST_PLACES},
            code="places",
        )


@transaction.atomic
def create_shift(*, by: Account, at: datetime, **asked: Unpack[Asked]) -> Shift:
    """Make a shift, as draft or already published. Journal: `demand.shift.created`.

    A source key that the organisation's shifts have already is refused with code `taken`.
    """
    return save([Draft.of(asked)], by=by, at=at)[0]


@transaction.atomic
def save(drafts: Iterable[Draft], *, by: Account, at: datetime) -> list[Shift]:
    """Save drafts with their skills and journal lines, in a few statements however many."""
    asked = list(drafts)
    rows = [draft.row(at) for draft in asked]
    try:
        with transaction.atomic():
            shifts = Shift.objects.bulk_create(rows)
    except IntegrityError:
        raise UnableToCreateShift(
            _("Een dienst met nummer %(key)s staat er al. Wijzig die dienst.")
            % {"key": ", ".join(row.source_key for row in rows if row.source_key)},
            code="taken",
        ) from None
    link = Shift.skills.through
    link.objects.bulk_create(
        link(shift_id=shift.pk, skill_id=skill.pk)
        for shift, draft in zip(shifts, asked, strict=True)
        for skill in draft.skills
    )
    journal.record_many(
        event="demand.shift.created", by=by, at=at, lines=[line_about(one) for one in shifts]
    )
    return shifts


def line_about(shift: Shift, **data: object) -> journal.Line:
    """Give the journal's line about a shift."""
    return journal.Line(f"shift:{shift.pk}", shift.organisation_id, None, data)
