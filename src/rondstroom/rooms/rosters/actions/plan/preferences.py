"""What the planning engine is asked to prefer, in penalty points. No law: that is never priced.

Points compare with each other only. An open place costs more than anything that could fill it;
then the dearer tier, then what people would rather not, then the road.
"""

from __future__ import annotations

from flexpool.planning import Contract, Limit, Terms
from rondstroom.rooms.people.states import Wish
from rondstroom.rooms.rosters.queries.placement import OWN_ORGANISATION, OWN_TEAM, POOL, Numbers

OPEN_PLACE = 20_000
FAIR_SHARE = 600
"""The height of the ladder in a plan of the region: less than what sets own people apart."""
TIER = {OWN_TEAM: 0, OWN_ORGANISATION: 300, POOL: 1_200}
RATHER_NOT = 500
NO_WORD = 40
BEYOND_AGREED = 900
"""Outside the agreed days and hours (BW 7:628b): a colleague who may not refuse comes first, but
somebody of another house after."""
WISHED = 800
"""A shift wished for in a round of self-rostering and not given; an open place weighs more."""
UNSOCIAL_SLACK, UNSOCIAL_PER_MINUTE = 240, 2
"""In such a round: minutes above the share of evenings, nights and weekends, and their price."""
"""Somebody who said nothing comes just after somebody who said to be available."""
NEVER_HERE = 60
PER_TRAVEL_MINUTE = 2
UNKNOWN_TRAVEL = 60
"""Counted as so many minutes, so that an unknown postcode is no advantage."""
HOURS_OWED_PER_MINUTE = 1
HOURS_BEYOND_PER_MINUTE = 3
WEEKEND_BEYOND_HALF = 400
SIXTH_DAY_IN_A_ROW = 600
MOST_DAYS_IN_A_ROW = 5
WEEK_MINUTES = 40 * 60
"""Nobody is proposed for more in a week, unless the contract says so; the law stops later."""


def price(numbers: Numbers) -> int:
    """Give the penalty of one assignment, without the wish of the day."""
    travel = UNKNOWN_TRAVEL if numbers.travel_minutes is None else numbers.travel_minutes
    familiarity = 0 if numbers.times_here else NEVER_HERE
    return TIER[numbers.tier] + familiarity + PER_TRAVEL_MINUTE * travel


def price_of_wish(wish: str) -> int:
    """Give the penalty of working against, or without, a word of the worker."""
    if wish == Wish.AVAILABLE:
        return 0
    return RATHER_NOT if wish == Wish.RATHER_NOT else NO_WORD


def terms() -> Terms:
    """Give what the engine adds by itself, beside the prices reckoned here."""
    return Terms(beyond_agreed=BEYOND_AGREED)


def annual_goal() -> Limit:
    """Give the prices of minutes owed and beyond, without bounds: annual hours have their own."""
    return Limit(under_weight=HOURS_OWED_PER_MINUTE, over_weight=HOURS_BEYOND_PER_MINUTE)


def contract(minutes_per_week: int, days: int, weekends: int) -> Contract:
    """Give the limits of a worker over a horizon.

    The agreed hours are a goal with a price on both sides. Who agreed none, such as people from
    the pool and on call, is only held to the week's most, the weekends and the days in a row.
    """
    agreed = round(minutes_per_week * days / 7)
    goal = Limit(
        minimum=agreed,
        maximum=agreed,
        under_weight=HOURS_OWED_PER_MINUTE,
        over_weight=HOURS_BEYOND_PER_MINUTE,
    )
    return Contract(
        minutes=goal if agreed else None,
        week_minutes=Limit(maximum=max(WEEK_MINUTES, minutes_per_week)),
        work_run=Limit(maximum=MOST_DAYS_IN_A_ROW, over_weight=SIXTH_DAY_IN_A_ROW),
        weekends=Limit(maximum=(weekends + 1) // 2, over_weight=WEEKEND_BEYOND_HALF),
    )
