"""Shifts that were read well: made, changed, or left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import ImportAnswer, shown
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.shifts.keys import known_shifts
from rondstroom.integrations.spreadsheets.shifts.row import ShiftRow
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.demand import actions
from rondstroom.rooms.demand.actions import create
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal.actions import UnableToAct

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account

AT_ONCE = 500


class ShiftWriter:
    """Writes the good rows of one file; a refusal by the room itself becomes a rejected row."""

    def __init__(self, places: Places, answer: ImportAnswer, *, state: str) -> None:
        self.places, self.answer, self.state = places, answer, state
        self.lapsed: list[str] = []

    def write(self, rows: Sequence[ShiftRow], *, by: Account, at: datetime) -> None:
        """Write all rows, five hundred at a time."""
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            known = known_shifts(self.places.organisation.pk, [row.key for row in some])
            self._create([row for row in some if row.key not in known], by=by, at=at)
            for row in some:
                if row.key in known:
                    self._update(row, known[row.key], by=by, at=at)
        if self.lapsed:
            self.answer.notes.append(
                _("Vervallen en niet eerder bekend, dus niet aangemaakt (regel %(rows)s)")
                % {"rows": shown(", ".join(self.lapsed))}
            )

    def _create(self, rows: Iterable[ShiftRow], *, by: Account, at: datetime) -> None:
        wanted = []
        for row in rows:
            if row.state == ShiftState.CANCELLED:
                self.answer.unchanged += 1
                self.lapsed.append(str(row.number))
                continue
            try:
                draft = create.Draft(**self._values(row))
                draft.row(at)
            except (UnableToAct, BadValue) as refusal:
                self._reject(row, refusal)
            else:
                wanted.append(draft)
        self.answer.created += len(create.save(wanted, by=by, at=at))

    def _values(self, row: ShiftRow) -> dict[str, Any]:
        values: dict[str, Any] = {
            **row.changes,
            "team": self.places.team(row.location, row.team),
            "starts_at": row.period.starts_at,
            "ends_at": row.period.ends_at,
            "source_key": row.key,
            "state": ShiftState(row.state or self.state),
        }
        return values | {"skills": tuple(dict.fromkeys(values.get("skills", ())))}

    def _update(self, row: ShiftRow, shift: Shift, *, by: Account, at: datetime) -> None:
        try:
            # A place made inside would vanish with a refusal, and be lost for the rows after it.
            differing = _differing(row, shift, self._values(row))
            if not differing and row.state in {None, shift.state}:
                self.answer.unchanged += 1
                return
            with transaction.atomic():
                if differing:
                    actions.change_shift(shift=shift, by=by, at=at, **differing)
                self._change_state(row, shift, by=by, at=at)
        except (UnableToAct, BadValue) as refusal:
            self._reject(row, refusal)
        else:
            self.answer.updated += 1

    def _change_state(self, row: ShiftRow, shift: Shift, *, by: Account, at: datetime) -> None:
        """Follow the file's own word on the state; without that word the state stays."""
        if row.state in {None, shift.state}:
            return
        if row.state == ShiftState.CANCELLED:
            reason = _("vervallen in het bestand van de roosteraar")
            actions.cancel_shift(shift=shift, reason=reason, by=by, at=at)
        elif row.state == ShiftState.PUBLISHED:
            actions.publish_shifts(shift_ids=[shift.pk], by=by, at=at)
        else:
            actions.withdraw_shift(shift=shift, by=by, at=at)

    def _reject(self, row: ShiftRow, refusal: Exception) -> None:
        self.answer.reject(row.number, row.heading, row.key, refusal)


def _differing(row: ShiftRow, shift: Shift, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the file has a column for and says otherwise.

    Raises
    ------
    BadValue
        When the shift lapsed here, and the file does not say so.
    """
    if row.state == ShiftState.CANCELLED:
        return {}
    if shift.state == ShiftState.CANCELLED:
        raise BadValue(_("Deze dienst is in Rondstroom vervallen; geef hem een nieuw nummer"))
    told = {*row.changes, "team", "starts_at", "ends_at"}
    if (shift.whole_starts_at, shift.whole_ends_at) == (row.period.starts_at, row.period.ends_at):
        told -= {"starts_at", "ends_at", "break_minutes"}  # cut here, and whole in the file
    return {
        name: value
        for name, value in wanted.items()
        if name in told and _now(shift, name) != _comparable(name, value)
    }


def _now(shift: Shift, name: str) -> object:
    if name == "skills":
        return frozenset(one.pk for one in shift.skills.all())
    return getattr(shift, f"{name}_id") if name in {"team", "function"} else getattr(shift, name)


def _comparable(name: str, value: object) -> object:
    if name == "tasks":
        return value
    if isinstance(value, list | tuple):
        return frozenset(one.pk for one in value)
    return getattr(value, "pk", value)
