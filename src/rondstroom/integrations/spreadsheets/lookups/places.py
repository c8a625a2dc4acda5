"""Locations and teams by the names planners write; those not yet known are made and named."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.words import fold
from rondstroom.rooms.organisations import actions, queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Location, Organisation, Team


class Places:
    """The places of one organisation during one import."""

    def __init__(self, organisation: Organisation, *, by: Account, at: datetime) -> None:
        self.organisation = organisation
        self.by, self.at = by, at
        self.created: list[str] = []
        self._locations = {_key(one.name): one for one in queries.locations_of(organisation.pk)}
        self._teams = {
            (_key(one.location.name), _key(one.name)): one
            for one in queries.teams_of(organisation.pk)
        }

    def check(self, location_name: str, team_name: str) -> None:
        """Refuse names that leave open which team is meant; makes nothing.

        Raises
        ------
        BadValue
            When no name is given, or a team of this name is at several locations.
        """
        if not location_name and not team_name:
            raise BadValue(_("Locatie en afdeling ontbreken"))
        known = [] if location_name else self._named(team_name)
        if len(known) > 1:
            raise BadValue(
                _("Afdeling “%(name)s” is er op meer locaties; noem ook de locatie: %(at)s")
                % {"name": team_name, "at": ", ".join(one.location.name for one in known)}
            )

    def team(self, location_name: str, team_name: str) -> Team:
        """Give the team, made when needed; one of the two names may be empty, see `check`.

        Without a location a team that is known at one location only is that team, and a new one
        comes at the location that bears the organisation's name. Without a team name the team is
        called after the location.
        """
        self.check(location_name, team_name)
        known = [] if location_name else self._named(team_name)
        if known:
            return known[0]
        location_name = location_name or self._home()
        return self._team_at(self._location(location_name), team_name or location_name)

    def knows(self, location_name: str, team_name: str) -> bool:
        """Tell whether there is a team of this name, at this location when one is named."""
        found = self._named(team_name)
        if location_name:
            found = [one for one in found if _key(one.location.name) == _key(location_name)]
        return bool(found)

    def _named(self, team_name: str) -> list[Team]:
        return [one for (_at, name), one in self._teams.items() if name == _key(team_name)]

    def _home(self) -> str:
        """Where a team without a location belongs: the only location, else one named as we are."""
        if len(self._locations) == 1:
            return next(iter(self._locations.values())).name
        return self.organisation.name

    def _location(self, name: str) -> Location:
        found = self._locations.get(_key(name))
        if found is None:
            found = actions.create_location(
                organisation=self.organisation, name=name, by=self.by, at=self.at
            )
            self._locations[_key(name)] = found
            self.created.append(name)
        return found

    def _team_at(self, location: Location, name: str) -> Team:
        key = (_key(location.name), _key(name))
        if key not in self._teams:
            self._teams[key] = actions.create_team(
                location=location, name=name, by=self.by, at=self.at
            )
            self.created.append(f"{location.name} / {name}")
        return self._teams[key]


def _key(name: str) -> str:
    """Compare names by letters and digits, and a name without any by itself."""
    return fold(name) or name
