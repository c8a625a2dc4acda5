"""Every working-time rule, in reading order: this list is the policy."""

from __future__ import annotations

from flexpool.worktime.reckoning.timeline import Timeline
from flexpool.worktime.rule import Group, Rule
from flexpool.worktime.rules import adults, nights, on_call, presence, protected, standby, youth

RULES: tuple[Rule, ...] = (
    adults.double_booked.RULE,
    adults.rolling_week.RULE,
    adults.shift_hours.RULE,
    adults.week_hours.RULE,
    adults.four_weeks.RULE,
    adults.long_average.RULE,
    adults.daily_rest.RULE,
    adults.weekly_rest.RULE,
    adults.breaks.RULE,
    adults.free_sundays.RULE,
    nights.long_nights.RULE,
    nights.night_average.RULE,
    nights.rest_after_night.RULE,
    nights.rest_after_series.RULE,
    nights.consecutive_shifts.RULE,
    nights.late_nights.RULE,
    standby.free_periods.RULE,
    standby.free_blocks.RULE,
    standby.near_nights.RULE,
    standby.work.RULE,
    standby.average.RULE,
    on_call.allowed.RULE,
    on_call.length.RULE,
    on_call.per_week.RULE,
    on_call.per_period.RULE,
    presence.allowed.RULE,
    presence.length.RULE,
    presence.per_period.RULE,
    presence.average.RULE,
    presence.rest.RULE,
    presence.weekly_rest.RULE,
    on_call.cumulation_per_week.RULE,
    on_call.cumulation_per_period.RULE,
    youth.daily_rest.RULE,
    youth.weekly_rest.RULE,
    youth.shift_hours.RULE,
    youth.week_hours.RULE,
    youth.four_weeks.RULE,
    youth.breaks.RULE,
    youth.no_on_call.RULE,
    protected.shift_hours.RULE,
    protected.four_weeks.RULE,
    protected.long_average.RULE,
    protected.no_nights.RULE,
    protected.time_off.RULE,
)

WINDOWED = frozenset(rule.id for rule in RULES if rule.windowed)
"""Names of the rules whose overlapping windows tell one story."""


def rules_for(timeline: Timeline) -> tuple[Rule, ...]:
    """Give the rules that apply to a person, in reading order."""
    own = Group.ADULTS if timeline.is_adult else Group.YOUTH
    return tuple(rule for rule in RULES if rule.group in (own, Group.EVERYONE))
