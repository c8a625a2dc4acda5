"""When the regime of presence diensten replaces the usual rules (ATB 4.8:1(1))."""

from __future__ import annotations

from flexpool.staffing import ShiftKind
from flexpool.worktime.reckoning.spell import Spell
from flexpool.worktime.reckoning.timeline import Span, Timeline


def exempts(timeline: Timeline, spell: Spell) -> bool:
    """Tell whether a spell is judged by the rules for presence diensten instead."""
    return spell.has_presence and bool(timeline.law_at(spell.start)["on_call.presence_allowed"])


def has_presence(timeline: Timeline) -> bool:
    """Tell whether any presence dienst is known."""
    return bool(timeline.kinds[ShiftKind.PRESENCE])


def replaces(timeline: Timeline, window: Span) -> bool:
    """Tell whether a window holds a presence dienst that the arrangement allows."""
    presences = timeline.kinds[ShiftKind.PRESENCE]
    if not presences or not timeline.law_at(window[0])["on_call.presence_allowed"]:
        return False
    return any(p.start < window[1] and window[0] < p.end for p in presences)
