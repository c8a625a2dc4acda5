"""What an employee costs an employer: `employer_cost(EmployerSituation(...))`."""

from flexpool.pay.employer.cost import employer_cost
from flexpool.pay.employer.employment import (
    CareFund,
    EmployerSituation,
    Employment,
    OtherCosts,
    OtherScheme,
    PremiumTerms,
    Productivity,
)
from flexpool.pay.employer.result import CostElement, EmployerCost, WageOfYear
from flexpool.pay.employer.wage import wage_of_year

__all__ = [
    "CareFund",
    "CostElement",
    "EmployerCost",
    "EmployerSituation",
    "Employment",
    "OtherCosts",
    "OtherScheme",
    "PremiumTerms",
    "Productivity",
    "WageOfYear",
    "employer_cost",
    "wage_of_year",
]
