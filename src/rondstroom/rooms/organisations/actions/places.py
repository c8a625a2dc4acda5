"""Founding regions, organisations, locations and teams."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.worktime import profile_names
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries
from rondstroom.rooms.organisations.models import Location, Organisation, Pool, Region, Team
from rondstroom.rooms.organisations.states import Branch

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

Row = TypeVar("Row", Region, Organisation, Location, Team, Pool)


LONGEST_TERM_HOURS = 31 * 24


class UnableToFound(journal.UnableToAct):
    """The region, organisation, location, team or pool cannot come to be like this."""


def _name_of(text: str, thing: str) -> str:
    """Give the name without stray spaces; refuse none."""
    name = " ".join(text.split())
    if not name:
        raise UnableToFound(_("Geef een naam voor: %(thing)s.") % {"thing": thing})
    return name


def _taken(thing: str, name: str) -> UnableToFound:
    """Say that the name is in use."""
    return UnableToFound(
        _("Er is al een %(thing)s met de naam %(name)s. Kies een andere naam.")
        % {"thing": thing, "name": name},
        code="taken",
    )


def _saved(row: Row, thing: str) -> Row:
    """Save a new row; a name in use becomes a refusal."""
    journal.check_lengths(row, UnableToFound)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise _taken(thing, row.name) from None
    return row


def _area_of(text: str, name: str) -> str:
    """Give the four digits of a postcode, or nothing when nothing was given."""
    if not text.strip():
        return ""
    pc4 = queries.pc4_in(text)
    if pc4 is None:
        raise UnableToFound(
            _("De postcode “%(text)s” van %(name)s klopt niet. Schrijf hem als 6811 of 6811 BC.")
            % {"text": text.strip(), "name": name}
        )
    return pc4


@transaction.atomic
def create_region(*, code: str, name: str, by: Account, at: datetime) -> Region:
    """Make a labour-market region. Journal: `organisations.region.created`."""
    region = Region(code=_name_of(code, _("de code van de regio")), name=_name_of(name, _("regio")))
    if queries.region_by_code(region.code):
        raise UnableToFound(
            _("Er is al een regio met de code %(code)s. Gebruik die.") % {"code": region.code},
            code="taken",
        )
    _saved(region, _("regio"))
    journal.record(
        event="organisations.region.created", by=by, at=at, subject=f"region:{region.pk}", name=name
    )
    return region


@transaction.atomic
def create_organisation(
    *,
    region: Region,
    name: str,
    branch: Branch,
    phone: str = "",
    worktime_profile: str = "default",
    cancel_term_hours: int = 48,
    request_term_hours: int = 24,
    by: Account,
    at: datetime,
) -> Organisation:
    """Make a care organisation with its terms. Journal: `organisations.organisation.created`."""
    organisation = Organisation(
        region=region,
        name=_name_of(name, _("organisatie")),
        branch=Branch(branch),
        phone=phone.strip(),
        worktime_profile=worktime_profile,
        cancel_term_hours=cancel_term_hours,
        request_term_hours=request_term_hours,
    )
    if queries.organisation_by_name(organisation.name):
        raise _taken(_("organisatie"), organisation.name)
    _check_terms(organisation)
    _saved(organisation, _("organisatie"))
    _record(organisation, organisation.pk, by=by, at=at)
    return organisation


def _check_terms(organisation: Organisation) -> None:
    """Refuse terms that no planner can keep, and a working-time profile that does not exist."""
    terms = (organisation.cancel_term_hours, organisation.request_term_hours)
    if not all(0 <= hours <= LONGEST_TERM_HOURS for hours in terms):
        raise UnableToFound(
            _("Een termijn van %(name)s ligt tussen 0 en %(most)d uur. Kies een andere termijn.")
            % {"name": organisation.name, "most": LONGEST_TERM_HOURS}
        )
    if organisation.worktime_profile not in profile_names():
        raise UnableToFound(
            _("Er is geen regeling voor arbeidstijden “%(profile)s”. Kies uit: %(known)s.")
            % {"profile": organisation.worktime_profile, "known": ", ".join(profile_names())}
        )


@transaction.atomic
def create_location(
    *,
    organisation: Organisation,
    name: str,
    pc4: str = "",
    how_to_arrive: str = "",
    by: Account,
    at: datetime,
) -> Location:
    """Make a place where care is given; without a postcode its travel times stay unknown.

    Journal: `organisations.location.created`.
    """
    name = _name_of(name, _("locatie"))
    location = Location(
        organisation=organisation,
        name=name,
        pc4=_area_of(pc4, name),
        how_to_arrive=how_to_arrive.strip(),
    )
    _saved(location, _("locatie"))
    _record(location, organisation.pk, by=by, at=at)
    return location


@transaction.atomic
def create_team(*, location: Location, name: str, by: Account, at: datetime) -> Team:
    """Make a team at a location. Journal: `organisations.team.created`."""
    team = _saved(Team(location=location, name=_name_of(name, _("team"))), _("team"))
    _record(team, location.organisation_id, by=by, at=at)
    return team


@transaction.atomic
def create_pool(*, region: Region, name: str, by: Account, at: datetime) -> Pool:
    """Make a pool that organisations can join. Journal: `organisations.pool.created`."""
    pool = _saved(Pool(region=region, name=_name_of(name, _("pool"))), _("pool"))
    _record(pool, None, by=by, at=at)
    return pool


def _record(row: Row, organisation_id: int | None, *, by: Account, at: datetime) -> None:
    """Write in the journal that something was made."""
    thing = row._meta.model_name
    journal.record(
        event=f"organisations.{thing}.created",
        by=by,
        at=at,
        subject=f"{thing}:{row.pk}",
        organisation_id=organisation_id,
        name=row.name,
    )
