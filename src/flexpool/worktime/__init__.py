"""The Dutch working-time law, judged over all work of a person at all employers.

The public door. `check(shifts)` gives findings; a `WorkRecord` also answers, quickly, what one
more shift would cause (`findings_if_added`). `load_profile("care")` switches the variants of a
collective arrangement on. The list of rules is `flexpool.worktime.registry`.
"""

from flexpool.text import Text
from flexpool.worktime.explanation import Explanation
from flexpool.worktime.finding import Finding, Severity, Unit
from flexpool.worktime.profile import (
    DEFAULT_PROFILE,
    NoSuchProfile,
    Profile,
    load_profile,
    profile_names,
)
from flexpool.worktime.record import WorkRecord, check
from flexpool.worktime.restriction import Restriction

__all__ = [
    "DEFAULT_PROFILE",
    "Explanation",
    "Finding",
    "NoSuchProfile",
    "Profile",
    "Restriction",
    "Severity",
    "Text",
    "Unit",
    "WorkRecord",
    "check",
    "load_profile",
    "profile_names",
]
