"""Founding organisations and their places, pools, postcodes, own estimates, columns of files."""

from rondstroom.rooms.organisations.actions.arrangements import (
    Arranged,
    UnableToArrange,
    write_arrangement,
    write_council_answer,
)
from rondstroom.rooms.organisations.actions.columns import keep_columns
from rondstroom.rooms.organisations.actions.costs import keep_cost_estimate
from rondstroom.rooms.organisations.actions.describing import (
    UnableToDescribe,
    describe_location,
    describe_team,
)
from rondstroom.rooms.organisations.actions.places import (
    UnableToFound,
    create_location,
    create_organisation,
    create_pool,
    create_region,
    create_team,
)
from rondstroom.rooms.organisations.actions.pools import UnableToJoinPool, join_pool, leave_pool
from rondstroom.rooms.organisations.actions.postcodes import (
    PostcodeRow,
    UnableToLoadPostcodes,
    load_postcodes,
)
from rondstroom.rooms.organisations.actions.swap_rules import set_swap_rule

__all__ = [
    "Arranged",
    "PostcodeRow",
    "UnableToArrange",
    "UnableToDescribe",
    "UnableToFound",
    "UnableToJoinPool",
    "UnableToLoadPostcodes",
    "create_location",
    "create_organisation",
    "create_pool",
    "create_region",
    "create_team",
    "describe_location",
    "describe_team",
    "join_pool",
    "keep_columns",
    "keep_cost_estimate",
    "leave_pool",
    "load_postcodes",
    "set_swap_rule",
    "write_arrangement",
    "write_council_answer",
]
