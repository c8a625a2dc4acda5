"""D1: nobody works two shifts at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.booked import Booked
from flexpool.worktime.reckoning.on_call import on_call_spells
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    for position in timeline.near(span, 0):
        bookings = timeline.spells[position].bookings
        for earlier, later in _overlaps(bookings) if len(bookings) > 1 else ():
            yield _finding(timeline, earlier, later)
    reachable = on_call_spells(timeline, ShiftKind.STANDBY, ShiftKind.ON_CALL)
    for earlier, later in _overlaps(reachable) if reachable else ():
        yield _finding(timeline, earlier, later)
    for call in timeline.kinds[ShiftKind.CALL]:
        for position in timeline.near((call.start, call.end), 0):
            for booked in timeline.spells[position].bookings:
                if booked.start < call.end and call.start < booked.end:
                    yield _finding(timeline, *sorted((booked, call), key=lambda b: b.start))


def _overlaps(bookings: Sequence[Booked]) -> Iterator[tuple[Booked, Booked]]:
    longest = bookings[0]
    for booked in bookings[1:]:
        if booked.start < longest.end:
            yield longest, booked
        if booked.end > longest.end:
            longest = booked


def _finding(timeline: Timeline, earlier: Booked, later: Booked) -> Finding:
    end = min(earlier.end, later.end)
    names = [b.shift.organisation or b.shift.shift_id for b in (earlier, later)]
    both = " / ".join(filter(None, names))
    where = f" ({both})" if both else ""
    return RULE.finding(
        timeline,
        (later.start, end),
        end - later.start,
        0,
        Text(
            f"Twee diensten overlappen{where}: van {when(later.start, 'nl')} tot "
            f"{when(end, 'nl')}.",
            f"Two shifts overlap{where}: from {when(later.start, 'en')} to {when(end, 'en')}.",
        ),
        Text("Haal een van de twee diensten weg.", "Take one of the two shifts away."),
    )


RULE = Rule(
    id="worktime.double-booked",
    source_ref="D1",
    article="ATW 5:15(6)(7)",
    title=Text("Dubbel geboekt", "Booked twice"),
    doc=Text(
        "De wet telt al het werk van een medewerker bij alle organisaties samen. Twee diensten "
        "tegelijk kan niet, en ook niet twee keer tegelijk bereikbaar zijn. Diensten die elkaar "
        "alleen raken overlappen niet; uren van verlof of ziekte mogen wel overlappen, en "
        "bereikbaar zijn mag naast werk.",
        "The law counts all work of a person at all organisations together. Two shifts at the same "
        "time cannot be, nor being reachable twice at once. Shifts that only touch do not overlap; "
        "hours of leave or sickness may overlap, and one may be reachable beside work.",
    ),
    group=Group.EVERYONE,
    judge=_judge,
)
