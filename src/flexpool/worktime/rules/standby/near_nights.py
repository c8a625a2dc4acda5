"""S3: no standby around a night dienst."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.staffing import ShiftKind
from flexpool.text import Text
from flexpool.worktime.finding import Finding
from flexpool.worktime.reckoning.booked import Booked
from flexpool.worktime.reckoning.on_call import on_call_spells
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.reckoning.timeline import Span, Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.wording import hours, when


def _judge(timeline: Timeline, span: Span) -> Iterator[Finding]:
    spells = on_call_spells(timeline, ShiftKind.STANDBY, ShiftKind.ON_CALL)
    nights = [spell for spell in timeline.spells if spell.is_night] if spells else []
    for night in nights:
        law = timeline.law_at(night.start)
        before = (night.start - law["on_call.before_night_hours"], night.start)
        after = (night.end, night.end + law["on_call.after_night_hours"])
        for spell in spells:
            if spell.start < before[1] and before[0] < spell.end:
                yield _finding(timeline, night, spell, before, Text("voor", "before"))
            if spell.start < after[1] and after[0] < spell.end:
                yield _finding(timeline, night, spell, after, Text("na", "after"))


def _finding(timeline: Timeline, night: Spell, spell: Booked, free: Span, side: Text) -> Finding:
    """Tell how much of the free time around a night dienst is left."""
    left = max(0, free[1] - spell.end if spell.start <= free[0] else spell.start - free[0])
    needed = free[1] - free[0]
    return RULE.finding(
        timeline,
        (spell.start, spell.end),
        left,
        needed,
        Text(
            f"{hours(needed, 'nl')} {side.nl} de nachtdienst van {when(night.start, 'nl')} tot "
            f"{when(night.end, 'nl')} is er geen consignatie of bereikbaarheid; hier blijft "
            f"{hours(left, 'nl')} over.",
            f"{hours(needed, 'en')} {side.en} the night shift from {when(night.start, 'en')} to "
            f"{when(night.end, 'en')} there is no standby or on-call; here {hours(left, 'en')} "
            "is left.",
        ),
        Text(
            f"Houd {when(free[0], 'nl')} tot {when(free[1], 'nl')} vrij van consignatie.",
            f"Keep {when(free[0], 'en')} to {when(free[1], 'en')} free of standby.",
        ),
    )


RULE = Rule(
    id="worktime.standby-near-nights",
    source_ref="S3",
    article="ATW 5:9(3)",
    title=Text("Geen consignatie rond een nacht", "No standby around a night"),
    doc=Text(
        "In de 11 uur voor en de 14 uur na een nachtdienst is er geen consignatie of "
        "bereikbaarheidsdienst.",
        "In the 11 hours before and the 14 hours after a night shift there is no standby or "
        "on-call spell.",
    ),
    group=Group.ADULTS,
    judge=_judge,
)
