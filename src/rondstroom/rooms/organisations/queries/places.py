"""Reading organisations, their places, their pools, and how far apart postcodes lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from flexpool import travel
from rondstroom.rooms.organisations.models import (
    CostEstimate,
    Location,
    Membership,
    Organisation,
    Pool,
    Postcode,
    Region,
    Team,
)

Row = TypeVar("Row", Organisation, Pool)
Trip = tuple[str, str, str]
"""From a four-digit postcode, to a four-digit postcode, and the mode of travel."""


def all_organisations() -> QuerySet[Organisation]:
    """Give every organisation, by name."""
    return Organisation.objects.select_related("region").order_by("name")


def organisation(organisation_id: int) -> Organisation | None:
    """Give an organisation by its number."""
    return Organisation.objects.select_related("region").filter(pk=organisation_id).first()


def locked_organisation(organisation_id: int) -> Organisation:
    """Give an organisation, and let no second import for it begin before this one ends."""
    return Organisation.objects.select_for_update().get(pk=organisation_id)


def organisation_by_name(name: str) -> Organisation | None:
    """Give an organisation by its name, in upper or lower case."""
    return _named(all_organisations(), name)


def _named(rows: QuerySet[Row], name: str) -> Row | None:
    """Give the one of this name; in Python, as SQLite compares only a-z without case."""
    wanted = " ".join(name.split()).casefold()
    return next((one for one in rows if one.name.casefold() == wanted), None)


def region_by_code(code: str) -> Region | None:
    """Give a region by its code, such as RA0309."""
    return Region.objects.filter(code=code).first()


def locations_of(organisation_id: int) -> QuerySet[Location]:
    """Give the locations of an organisation, by name."""
    return Location.objects.filter(organisation_id=organisation_id).order_by("name")


def teams_of(organisation_id: int) -> QuerySet[Team]:
    """Give the teams of an organisation with their location, by location and name."""
    return (
        Team.objects.filter(location__organisation_id=organisation_id)
        .select_related("location__organisation")
        .order_by("location__name", "name")
    )


def team(team_id: int) -> Team | None:
    """Give a team with its location and organisation."""
    return Team.objects.select_related("location__organisation").filter(pk=team_id).first()


def pool_by_name(name: str) -> Pool | None:
    """Give the pool of this name, in upper or lower case."""
    return _named(Pool.objects.order_by("pk"), name)


def all_pools() -> QuerySet[Pool]:
    """Give every pool, by name."""
    return Pool.objects.order_by("name")


def pools_of(organisation_id: int, on: date) -> QuerySet[Pool]:
    """Give the pools an organisation takes part in on a day."""
    return Pool.objects.filter(
        pk__in=_memberships_on(on).filter(organisation_id=organisation_id).values("pool_id")
    ).order_by("name")


def pool_partner_ids(organisation_id: int, on: date) -> set[int]:
    """Give the organisations that share a pool with this one on a day, itself included."""
    return pool_partners([organisation_id], on)[organisation_id]


def pool_partners(organisation_ids: Iterable[int], on: date) -> dict[int, set[int]]:
    """Give for each organisation who shares a pool with it on a day, itself included; one query."""
    members: dict[int, set[int]] = {}
    for pool_id, organisation_id in _memberships_on(on).values_list("pool_id", "organisation_id"):
        members.setdefault(pool_id, set()).add(organisation_id)
    return {
        one: {one}.union(*(together for together in members.values() if one in together))
        for one in organisation_ids
    }


def _memberships_on(on: date) -> QuerySet[Membership]:
    """Give who belongs to which pool on a day; `ends_on` is the first day no longer."""
    return Membership.objects.filter(starts_on__lte=on).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    )


def pc4_in(text: str) -> str | None:
    """Give the four digits of a Dutch postcode as people write it (6811 BC); None when it is none.

    The letters are dropped on purpose: nothing here knows more of a home than its area.
    """
    found = re.fullmatch(r"\s*([1-9][0-9]{3})\s*(?:[A-Za-z]{2}\s*)?", text)
    return found[1] if found else None


def memberships_in(starts_on: date, ends_on: date) -> QuerySet[Membership]:
    """Give who belongs to which pool on any day from the first up to and including the last."""
    return Membership.objects.filter(starts_on__lte=ends_on).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=starts_on)
    )


def travel_minutes(from_pc4: str, to_pc4: str, mode: str) -> int | None:
    """Give the travel time between two postcode areas; None when one is unknown, never a guess."""
    trip = (from_pc4, to_pc4, mode)
    return travel_times([trip])[trip]


def travel_times(trips: Iterable[Trip]) -> dict[Trip, int | None]:
    """Give the travel time of many trips at once, with one query; None for an unknown postcode."""
    wanted = set(trips)
    codes = {pc4 for origin, destination, _ in wanted for pc4 in (origin, destination)}
    places = {
        one.pc4: travel.Place(one.latitude, one.longitude)
        for one in Postcode.objects.filter(pc4__in=codes)
    }
    return {trip: _minutes(places.get(trip[0]), places.get(trip[1]), trip[2]) for trip in wanted}


def postcodes() -> QuerySet[Postcode]:
    """Give every postcode area that is known, with its middle: the ground of a map."""
    return Postcode.objects.order_by("pc4")


def _minutes(
    origin: travel.Place | None, destination: travel.Place | None, mode: str
) -> int | None:
    """Give the minutes when both ends are known."""
    if origin is None or destination is None:
        return None
    return travel.minutes_between(origin, destination, travel.pace(mode))


def cost_estimates_of(organisation_id: int) -> dict[str, dict[str, str]]:
    """Give what an organisation reckons with, as it was typed, by the code of the function."""
    found = CostEstimate.objects.filter(organisation_id=organisation_id)
    return {one.function_code: one.figures for one in found}
