"""The doors: one function per kind of file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from rondstroom.integrations.spreadsheets.exports import availability, roster, shifts, workers
from rondstroom.integrations.spreadsheets.exports.file import Page, as_csv, as_workbook
from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.people import permissions as people

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

# Imports know Dutch words for states and forms, whatever language the reader of the screen has.
LANGUAGE_OF_FILES = "nl"
FORMATS: dict[str, Callable[[Sequence[Page]], bytes]] = {"csv": as_csv, "xlsx": as_workbook}


class ExportNotAllowed(Exception):
    """The account may not take this out; the text says why."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, how many rows (for a roster: filled cells) it holds, and what it leaves out."""

    content: bytes
    rows: int
    notes: tuple[str, ...] = ()


def export_shifts(
    *, organisation: Organisation, starts_on: date, ends_on: date, file_format: str, by: Account
) -> Exported:
    """Give the shifts that begin from `starts_on` through `ends_on`, concepts too."""
    _require(by, organisation, may=organisations.may_plan(by, organisation.pk))
    with override(LANGUAGE_OF_FILES):
        pages, count = shifts.pages(organisation, starts_on, ends_on)
    return Exported(FORMATS[file_format](pages), count)


def export_workers(
    *, organisation: Organisation, starts_on: date, ends_on: date, file_format: str, by: Account
) -> Exported:
    """Give everybody engaged on any of these days, with contract and proofs."""
    _require(by, organisation, may=people.may_change_engagement(by, organisation.pk))
    with override(LANGUAGE_OF_FILES):
        pages, count = workers.pages(organisation, starts_on, ends_on)
    return Exported(FORMATS[file_format](pages), count)


def export_availability(
    *, organisation: Organisation, starts_on: date, ends_on: date, file_format: str, by: Account
) -> Exported:
    """Give what own people said about these days, by parts of days; who said nothing is out."""
    _require(by, organisation, may=organisations.may_plan(by, organisation.pk))
    with override(LANGUAGE_OF_FILES):
        pages, count = availability.pages(organisation, starts_on, ends_on)
    return Exported(FORMATS[file_format](pages), count)


def export_roster(
    *,
    organisation: Organisation,
    starts_on: date,
    ends_on: date,
    file_format: str,
    by: Account,
    team: str = "",
) -> Exported:
    """Give the rosters of all teams, or of one: people by days, with a legend."""
    _require(by, organisation, may=organisations.may_plan(by, organisation.pk))
    with override(LANGUAGE_OF_FILES):
        pages, count, notes = roster.pages(organisation, starts_on, ends_on, team)
    return Exported(FORMATS[file_format](pages), count, notes)


def _require(by: Account, organisation: Organisation, *, may: bool) -> None:
    if not (by.is_machine or may):
        raise ExportNotAllowed(
            _("%(name)s mag geen gegevens van %(organisation)s uitvoeren")
            % {"name": by.name, "organisation": organisation.name}
        )
