"""Reading the cascade: policies, who would be reached, and what was asked and answered."""

from rondstroom.rooms.matching.queries.cascade.forecast import (
    Expected,
    Forecast,
    cascade_forecast,
)
from rondstroom.rooms.matching.queries.cascade.hire import (
    HirePrice,
    cascade_step,
    hire_price,
    hire_waiting,
    rings_before,
)
from rondstroom.rooms.matching.queries.cascade.policies import (
    Policy,
    Supplier,
    cascade_policy,
    urgency_of,
)
from rondstroom.rooms.matching.queries.cascade.reading import (
    cascades_due,
    cascades_of_shift,
    living_offers,
    offer,
    offers_at,
    offers_of,
    offers_with_account,
    one_cascade,
    running_cascades,
    running_steps,
)

__all__ = [
    "Expected",
    "Forecast",
    "HirePrice",
    "Policy",
    "Supplier",
    "cascade_forecast",
    "cascade_policy",
    "cascade_step",
    "cascades_due",
    "cascades_of_shift",
    "hire_price",
    "hire_waiting",
    "living_offers",
    "offer",
    "offers_at",
    "offers_of",
    "offers_with_account",
    "one_cascade",
    "rings_before",
    "running_cascades",
    "running_steps",
    "urgency_of",
]
