"""What people are told about their roster. Each of these reacts to an event in the journal."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flexpool.periods import Period, day_period
from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.queries import wording
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Assignment


def tell_of_place(
    *, assignment_id: int, by: Account, at: datetime, state: str = "", **event: Any
) -> None:
    """Tell a worker who was put on a shift by somebody else; a concept is nobody's news yet.

    Whoever is rostered with many at once hears of it when the roster is published, and who
    swapped hears of that.
    """
    if state != AssignmentState.CONFIRMED or event.get("in_bulk") or event.get("swap_id"):
        return
    _tell(assignment_id, by, at, _placed, once=f"placed:{assignment_id}")


def _placed(row: Assignment) -> Words:
    return Words(
        _("Je staat ingeroosterd: %(when)s") % {"when": _when(row)},
        _("Je werkt %(when)s bij %(where)s. In je rooster staat waar je moet zijn.")
        % {"when": _when(row), "where": wording.place(row.shift)},
    )


def tell_of_move(*, assignment_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell a worker that the shift has other times, or another team."""
    _tell(assignment_id, by, at, _moved)


def _moved(row: Assignment) -> Words:
    return Words(
        _("Je dienst is veranderd: nu %(when)s") % {"when": _when(row)},
        _("Je werkt nu %(when)s bij %(where)s. Kan dat niet? Laat het de roosteraar weten.")
        % {"when": _when(row), "where": wording.place(row.shift)},
    )


def tell_of_published_roster(
    *, subject: str, by: Account, at: datetime, starts_on: str, ends_on: str, **_event: Any
) -> None:
    """Tell everybody of the team how many shifts the published weeks hold for them."""
    first, last = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
    span = Period(day_period(first).starts_at, day_period(last).ends_at)
    team_id = int(subject.removeprefix("team:"))
    for account, number in queries.confirmed_per_account(team_id, span):
        messages.tell(
            to=[account],
            kind=MessageKind.ROSTER,
            words=lambda number=number: _published(first, last, number),  # type: ignore[misc]
            subject="roster",
            once=f"published:{team_id}:{starts_on}:{ends_on}:{number}",
            by=by,
            at=at,
        )


def _published(first: date, last: date, number: int) -> Words:
    days = {"first": wording.day(first), "last": wording.day(last), "number": number}
    text = ngettext(
        "Van %(first)s tot en met %(last)s werk je %(number)d dienst.",
        "Van %(first)s tot en met %(last)s werk je %(number)d diensten.",
        number,
    )
    return Words(_("Je rooster van %(first)s staat klaar") % days, text % days)


def remind(row: Assignment, at: datetime) -> None:
    """Remind a worker of a shift, once for each moment at which it may come to begin."""
    _tell(
        row.pk,
        machine_account(),
        at,
        _reminder,
        once=f"reminder:{row.pk}:{row.starts_at.isoformat()}",
        kind=MessageKind.REMINDER,
    )


def _reminder(row: Assignment) -> Words:
    place = row.shift.team.location
    words = _("Morgen werk je %(when)s bij %(where)s.") % {
        "when": _when(row),
        "where": wording.place(row.shift),
    }
    title = _("Morgen werk je: %(when)s") % {"when": _when(row)}
    return Words(title, f"{words}\n{place.how_to_arrive}".strip())


def _when(row: Assignment) -> str:
    return wording.span(row.starts_at, row.ends_at)


def _tell(
    assignment_id: int,
    by: Account,
    at: datetime,
    words: Any,
    once: str = "",
    kind: MessageKind = MessageKind.ROSTER,
) -> None:
    """Tell whoever holds this assignment, when that worker has an account and is not the author."""
    row = queries.assignment(assignment_id)
    if row is None or row.worker.account_id == by.pk or (account := row.worker.account) is None:
        return
    messages.tell(
        to=[account],
        kind=kind,
        words=lambda: words(row),
        subject=f"shift:{row.shift_id}",
        once=once,
        urgent=row.starts_at - at < wording.SOON,
        by=by,
        at=at,
    )
