"""What is done once a day: the register is asked anew, all coming shifts are judged again.

What was kept of people for its term is deleted. And who works from the pool until a day that comes
near is reminded of it; finance and HR are reminded of agreements, papers, letters and work codes
that run out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rondstroom.integrations.big_register import from_settings
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.people import actions as people_actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as rosters_queries
from rondstroom.rooms.settlement import actions as settlement
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills import queries as skills_queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

BEFORE_SHIFT, FRESH = timedelta(days=2), timedelta(hours=20)
IN_TIME = timedelta(days=7)
"""So long before an answer grows too old it is asked for again: time for a person to look."""


def check_again(machine: Account, now: datetime, tell: Callable[[str], None]) -> None:
    """Ask the register when there is one, then judge; only the first time on a day.

    A register that is down keeps the old answers: those open nothing once they are too old.
    """
    if not rosters_queries.gate_recheck_due(now):
        return
    rosters.forget_signals(by=machine, at=now)
    forgotten = skills.forget_files(by=machine, at=now)
    forgotten["parts of days"] = people_actions.forget_availability(by=machine, at=now)
    forgotten["offers"] = matching.forget_offers(by=machine, at=now)
    if any(forgotten.values()):
        tell("Deleted after their term: " + _counted(forgotten) + ".")
    people_actions.remind_of_pool_terms(by=machine, at=now)
    settlement.remind_of_deadlines(by=machine, at=now)
    register = from_settings()
    if register is not None:
        asked = skills.check_registers(
            register=register, worker_ids=sorted(to_ask(now)), by=machine, at=now
        )
        tell(
            f"{asked.asked} registrations asked, {asked.changed} changed, "
            f"{asked.unreachable} without an answer."
        )
    done = rosters.recheck_gate_daily(by=machine, at=now)
    if done is not None:
        tell(f"{done.looked} assignments judged, {done.opened} opened, {done.closed} cured.")


def to_ask(now: datetime) -> set[int]:
    """Give whose answer grows old, and who works in two days and was not asked since yesterday.

    Of who left nothing is asked any more.
    """
    everybody = people.all_workers().exclude(pk__in=people.workers_who_left(now.date()))
    holds = timedelta(days=skills_queries.recheck_days(now.date()))
    growing_old = skills_queries.register_due(
        everybody.values_list("pk", flat=True), now, holds - IN_TIME
    )
    working = rosters_queries.workers_coming(now, now + BEFORE_SHIFT)
    return growing_old | skills_queries.register_due(working, now, FRESH)


def _counted(forgotten: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in forgotten.items() if count)
