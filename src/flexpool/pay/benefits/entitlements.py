"""All four benefits of a household at once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flexpool.pay.benefits.benefit import Benefit, BenefitName
from flexpool.pay.benefits.child_budget import child_budget
from flexpool.pay.benefits.child_care import child_care_benefit
from flexpool.pay.benefits.health_care import health_care_benefit
from flexpool.pay.benefits.household import Household
from flexpool.pay.benefits.rent import rent_benefit

FORMULAS = MappingProxyType(
    {
        BenefitName.HEALTH_CARE: health_care_benefit,
        BenefitName.RENT: rent_benefit,
        BenefitName.CHILD_BUDGET: child_budget,
        BenefitName.CHILD_CARE: child_care_benefit,
    }
)


def benefits(household: Household) -> Mapping[BenefitName, Benefit]:
    """Give every benefit of a household.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known; the text names figure and year.
    """
    return {name: formula(household) for name, formula in FORMULAS.items()}
