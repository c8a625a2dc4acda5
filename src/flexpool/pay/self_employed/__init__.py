"""What self-employment in care brings in: `self_employed_income(SelfEmployment(...))`.

Never a legal verdict: whether work may be done as self-employed is not judged here.
"""

from flexpool.pay.self_employed.income import self_employed_income
from flexpool.pay.self_employed.result import Presumption, SelfEmployedIncome
from flexpool.pay.self_employed.situation import SelfEmployment, WorkingYear

__all__ = [
    "Presumption",
    "SelfEmployedIncome",
    "SelfEmployment",
    "WorkingYear",
    "self_employed_income",
]
