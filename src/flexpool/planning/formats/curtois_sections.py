"""How a line of each section of a Curtois instance is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from flexpool.planning.formats.lines import MOST_DAYS, Line
from flexpool.planning.problem import Contract, Demand, Limit, Request


@dataclass
class Reading:
    """What was read of a file so far."""

    days: int = 0
    kinds: dict[str, tuple[int, tuple[str, ...], Line]] = field(default_factory=dict)
    contracts: dict[str, Contract] = field(default_factory=dict)
    days_off: dict[str, set[int]] = field(default_factory=dict)
    requests: dict[str, list[Request]] = field(default_factory=dict)
    demands: dict[tuple[int, str], Demand] = field(default_factory=dict)


def _horizon(line: Line, reading: Reading) -> None:
    if reading.days:
        line.fail("the horizon is one number; here is a second")
    reading.days = line.whole(line.text, "the number of days", least=1, most=MOST_DAYS)


def _shift(line: Line, reading: Reading) -> None:
    name, minutes, barred = line.fields(3, "a shift")
    if not name or name in reading.kinds:
        line.fail(f"shift {name!r} has no name or stands there twice")
    after = tuple(part.strip() for part in barred.split("|") if part.strip())
    reading.kinds[name] = (line.whole(minutes, "the length in minutes", least=1), after, line)


def _staff(line: Line, reading: Reading) -> None:
    name, per_kind, *numbers = line.fields(8, "an employee")
    if not name or name in reading.contracts:
        line.fail(f"employee {name!r} has no name or stands there twice")
    labels = (
        "max total minutes", "min total minutes", "max consecutive shifts",
        "min consecutive shifts", "min consecutive days off", "max weekends",
    )  # fmt: skip
    most, least, longest, shortest, days_off, weekends = (
        line.whole(text, label) for text, label in zip(numbers, labels, strict=True)
    )
    if least > most or shortest > longest:
        line.fail(f"employee {name}: a minimum is above its maximum")
    reading.contracts[name] = Contract(
        id=name,
        minutes=Limit(least, most),
        work_run=Limit(shortest, longest),
        off_run=Limit(minimum=days_off),
        weekends=Limit(maximum=weekends),
        per_kind=_per_kind(line, per_kind, reading),
    )


def _per_kind(line: Line, text: str, reading: Reading) -> dict[str, Limit]:
    limits: dict[str, Limit] = {}
    for part in filter(None, text.split("|")):
        kind, equals, most = (piece.strip() for piece in part.partition("="))
        if not equals or kind not in reading.kinds:
            line.fail(f"expected SHIFT=NUMBER with a known shift, not {part!r}")
        limits[kind] = Limit(maximum=line.whole(most, f"the maximum of {kind}"))
    return limits


def _days_off(line: Line, reading: Reading) -> None:
    who, *days = (part.strip() for part in line.text.split(","))
    _known(line, reading, who)
    for day in days:
        reading.days_off.setdefault(who, set()).add(_day(line, reading, day))


def _wish(line: Line, reading: Reading, is_on: bool) -> None:
    who, day, kind, weight = line.fields(4, "a request")
    _known(line, reading, who, kind)
    wish = Request(_day(line, reading, day), kind, line.whole(weight, "the weight"), is_on)
    reading.requests.setdefault(who, []).append(wish)


def _cover(line: Line, reading: Reading) -> None:
    day, kind, wanted, under, over = line.fields(5, "a cover line")
    if kind not in reading.kinds:
        line.fail(f"{kind!r} is no shift here")
    key = _day(line, reading, day), kind
    if key in reading.demands:
        line.fail(f"cover of {kind} on day {day} stands there twice")
    reading.demands[key] = Demand(
        day=key[0],
        kind=kind,
        optimum=line.whole(wanted, "the requirement"),
        under_weight=line.whole(under, "the weight for under"),
        over_weight=line.whole(over, "the weight for over"),
    )


def _day(line: Line, reading: Reading, text: str) -> int:
    day = line.whole(text, "the day")
    if day >= reading.days:
        line.fail(f"day {day} is outside the horizon of {reading.days} days")
    return day


def _known(line: Line, reading: Reading, who: str, kind: str | None = None) -> None:
    if who not in reading.contracts:
        line.fail(f"{who!r} is no employee here")
    if kind is not None and kind not in reading.kinds:
        line.fail(f"{kind!r} is no shift here")


READERS: dict[str, Callable[[Line, Reading], None]] = {
    "SECTION_HORIZON": _horizon,
    "SECTION_SHIFTS": _shift,
    "SECTION_STAFF": _staff,
    "SECTION_DAYS_OFF": _days_off,
    "SECTION_SHIFT_ON_REQUESTS": lambda line, reading: _wish(line, reading, is_on=True),
    "SECTION_SHIFT_OFF_REQUESTS": lambda line, reading: _wish(line, reading, is_on=False),
    "SECTION_COVER": _cover,
}
