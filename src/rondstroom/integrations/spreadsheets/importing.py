"""The doors for desks and the command line: one function per kind of file.

Everything happens in one transaction. A trial run does the same work and is rolled back, so that
its answer is the answer of the real one. One bad row never stops another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets import remembering
from rondstroom.integrations.spreadsheets.answer import ImportAnswer, ImportNotAllowed
from rondstroom.integrations.spreadsheets.availability.bring_in import AvailabilityFile
from rondstroom.integrations.spreadsheets.headings.fields import (
    AVAILABILITY,
    ROSTER,
    SHIFTS,
    WORKERS,
)
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Sheet, read_file
from rondstroom.integrations.spreadsheets.roster.bring_in import RosterFile
from rondstroom.integrations.spreadsheets.shifts.bring_in import ShiftFile
from rondstroom.integrations.spreadsheets.workers.bring_in import bring_in_workers
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.organisations import queries
from rondstroom.rooms.people import permissions as people

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

Columns = Mapping[str, str] | None
BringIn = Callable[[Sequence[Sheet], Columns, Places, ImportAnswer], None]


def import_shifts(
    content: bytes,
    file_name: str,
    *,
    organisation: Organisation,
    by: Account,
    at: datetime,
    dry_run: bool = False,
    columns: Columns = None,
    state: str = ShiftState.PUBLISHED,
) -> ImportAnswer:
    """Bring in shifts, new ones in `state`; the key of the source decides what is known already.

    Raises
    ------
    UnableToRead
        When the file as a whole cannot be used; nothing is written then.
    ImportNotAllowed
        When the account may not plan at the organisation.
    """

    def bring_in(
        sheets: Sequence[Sheet], chosen: Columns, places: Places, answer: ImportAnswer
    ) -> None:
        ShiftFile(answer, state=state).bring_in(sheets, chosen, places, by=by, at=at)

    _require_planner(by, organisation)
    answer = ImportAnswer(SHIFTS, file_name, dry_run=dry_run)
    return _perform(content, organisation, answer, bring_in, columns, by=by, at=at)


def import_workers(
    content: bytes,
    file_name: str,
    *,
    organisation: Organisation,
    by: Account,
    at: datetime,
    dry_run: bool = False,
    columns: Columns = None,
) -> ImportAnswer:
    """Bring in workers by personnel number, with contract, function, register and conduct.

    Raises as `import_shifts` does; personnel affairs may bring in workers too.
    """

    def bring_in(
        sheets: Sequence[Sheet], chosen: Columns, places: Places, answer: ImportAnswer
    ) -> None:
        bring_in_workers(sheets, chosen, places, answer, by=by, at=at)

    if not people.may_change_engagement(by, organisation.pk):
        _require_planner(by, organisation)
    answer = ImportAnswer(WORKERS, file_name, dry_run=dry_run)
    return _perform(content, organisation, answer, bring_in, columns, by=by, at=at)


def import_roster(
    content: bytes,
    file_name: str,
    *,
    organisation: Organisation,
    by: Account,
    at: datetime,
    dry_run: bool = False,
    columns: Columns = None,
    team: str = "",
) -> ImportAnswer:
    """Bring in a grid of people and days; counted are its filled cells, shifts and days away.

    `team` ("Afdeling" or "Locatie / Afdeling") goes before the title in the file. Raises as
    `import_shifts` does.
    """

    def bring_in(
        sheets: Sequence[Sheet], chosen: Columns, places: Places, answer: ImportAnswer
    ) -> None:
        RosterFile(places, answer, team=team, by=by, at=at).bring_in(sheets, chosen)

    _require_planner(by, organisation)
    answer = ImportAnswer(ROSTER, file_name, dry_run=dry_run)
    return _perform(content, organisation, answer, bring_in, columns, by=by, at=at)


def import_availability(
    content: bytes,
    file_name: str,
    *,
    organisation: Organisation,
    by: Account,
    at: datetime,
    dry_run: bool = False,
    columns: Columns = None,
) -> ImportAnswer:
    """Bring in when own people without an account can work; who has one says it there.

    Raises as `import_shifts` does.
    """

    def bring_in(
        sheets: Sequence[Sheet], chosen: Columns, places: Places, answer: ImportAnswer
    ) -> None:
        AvailabilityFile(places, answer, by=by, at=at).bring_in(sheets, chosen)

    _require_planner(by, organisation)
    answer = ImportAnswer(AVAILABILITY, file_name, dry_run=dry_run)
    return _perform(content, organisation, answer, bring_in, columns, by=by, at=at)


def _perform(
    content: bytes,
    organisation: Organisation,
    answer: ImportAnswer,
    bring_in: BringIn,
    columns: Columns,
    **signed: Any,
) -> ImportAnswer:
    sheets = read_file(content)
    with transaction.atomic():
        # Pressed twice, the second import waits, and then finds everything there already.
        queries.locked_organisation(organisation.pk)
        places = Places(organisation, **signed)
        chosen = columns if columns is not None else _as_before(sheets, answer, organisation)
        bring_in(sheets, chosen, places, answer)
        if columns and answer.understood:
            remembering.keep(sheets, columns, kind=answer.kind, organisation=organisation, **signed)
        transaction.set_rollback(answer.dry_run)
    answer.created_places = places.created
    return answer


def _as_before(
    sheets: Sequence[Sheet], answer: ImportAnswer, organisation: Organisation
) -> Columns:
    """Give the columns as somebody chose them for files with these headings, and say so."""
    known = remembering.of_sheets(sheets, organisation, answer.kind)
    if known is None:
        return None
    answer.notes.append(known.in_words)
    return known.columns


def _require_planner(by: Account, organisation: Organisation) -> None:
    if not (by.is_machine or organisations.may_import(by, organisation.pk)):
        raise ImportNotAllowed(
            _("%(name)s is geen roosteraar of beheerder bij %(organisation)s en mag niet inlezen")
            % {"name": by.name, "organisation": organisation.name}
        )
