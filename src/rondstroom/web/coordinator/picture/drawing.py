"""The map: postcode areas as dots, and a circle where people are needed. No map of others'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

from rondstroom.web.coordinator.picture.tallies import Tally

WIDTH, EDGE = 640, 44
SMALLEST, LARGEST = 5.0, 30.0
NEAR = 34.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A postcode area with shifts: the ring is all work there, the disc what is open of it."""

    pc4: str
    place: str
    organisations: tuple[str, ...]
    tally: Tally
    x: str
    y: str
    ring: str
    disc: str
    word_at: str
    is_named: bool


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing, and what of the work is on no map."""

    height: int
    ground: list[tuple[str, str]]
    spots: list[Spot]
    unplaced: Tally | None

    @property
    def width(self) -> int:
        """How wide it is drawn."""
        return WIDTH


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    scale: float
    squeeze: float

    def at(self, area: Any) -> tuple[float, float]:
        """Give where an area lies in the drawing."""
        x = (area.longitude - self.west) * self.squeeze * self.scale + EDGE
        return x, (self.north - area.latitude) * self.scale + EDGE


def drawn(
    areas: Iterable[Any], work: Mapping[str, Tally], names: Mapping[str, Iterable[str]]
) -> Map | None:
    """Draw the work per postcode area; None when no area with work is known."""
    known = {one.pc4: one for one in areas}
    placed = {pc4: tally for pc4, tally in work.items() if pc4 in known}
    if not placed:
        return None
    frame = _frame(list(known.values()))
    height = round(max(frame.at(one)[1] for one in known.values()) + EDGE)
    lost = Tally()
    for pc4, tally in work.items():
        if pc4 not in known:
            lost = _sum(lost, tally)
    ground = [_text(*frame.at(one)) for one in known.values()]
    spots = _spots(placed, known, frame, names)
    return Map(height, ground, spots, lost if lost.places else None)


def _frame(areas: list[Any]) -> _Frame:
    """Fit all areas in the width; a degree east is shorter than a degree north."""
    west, east = min(a.longitude for a in areas), max(a.longitude for a in areas)
    north, south = max(a.latitude for a in areas), min(a.latitude for a in areas)
    squeeze = cos(radians((north + south) / 2))
    scale = (WIDTH - 2 * EDGE) / max((east - west) * squeeze, 0.01)
    return _Frame(west, north, scale, squeeze)


def _spots(
    placed: Mapping[str, Tally],
    known: Mapping[str, Any],
    frame: _Frame,
    names: Mapping[str, Iterable[str]],
) -> list[Spot]:
    """Draw the largest first, so that a small one is not hidden; name what has room for it."""
    most = max(_minutes(tally) for tally in placed.values()) or 1
    found: list[Spot] = []
    named: dict[str, tuple[float, float]] = {}
    for pc4 in sorted(placed, key=lambda pc4: -_minutes(placed[pc4])):
        x, y = frame.at(known[pc4])
        ring = max(SMALLEST, LARGEST * sqrt(_minutes(placed[pc4]) / most))
        has_room = known[pc4].place not in named and _is_free(x, y, named.values())
        if has_room:
            named[known[pc4].place] = (x, y)
        found.append(
            Spot(
                pc4,
                known[pc4].place,
                tuple(sorted(names.get(pc4, ()))),
                placed[pc4],
                *_text(x, y),
                ring=f"{ring:.1f}",
                disc=f"{ring * sqrt(placed[pc4].open_share):.1f}",
                word_at=f"{y + ring + 14:.1f}",
                is_named=has_room,
            )
        )
    return found


def _is_free(x: float, y: float, named: Iterable[tuple[float, float]]) -> bool:
    return all(abs(x - a) > 2 * NEAR or abs(y - b) > NEAR / 1.5 for a, b in named)


def _minutes(tally: Tally) -> int:
    return tally.open_minutes + tally.filled_minutes


def _text(x: float, y: float) -> tuple[str, str]:
    return f"{x:.1f}", f"{y:.1f}"


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(
        one.places + other.places,
        one.filled + other.filled,
        one.open_minutes + other.open_minutes,
        one.filled_minutes + other.filled_minutes,
    )
