"""Work on a call during standby: when calls count as one, and for how long (ATW 5:9(7))."""

from __future__ import annotations

from collections.abc import Iterable

from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.booked import Booked


def joined_calls(calls: Iterable[Booked], law: Law) -> list[Booked]:
    """Give the work on calls, in order.

    The time between two calls is work when it is shorter than half an hour, and a call counts
    for at least half an hour.
    """
    shortest = law["on_call.call_minutes_min"]
    joined: list[Booked] = []
    for call in calls:
        shift, start, end = call.shift, call.start, call.end
        if joined and start - joined[-1].end < shortest:
            earlier = joined.pop()
            shift, start, end = earlier.shift, earlier.start, max(earlier.end, end)
        joined.append(Booked(shift, start, max(end, start + shortest), 0))
    return joined
