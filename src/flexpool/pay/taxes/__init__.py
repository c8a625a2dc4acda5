"""Tax on pay: withheld on a payslip, due over a year, the special rate, two jobs.

Rules and figures: docs/reference/pay/taxes.md and docs/reference/pay/figures.md.
"""

from flexpool.pay.taxes.age import AowInThisYear, TaxAge, tax_age, tax_age_of_year
from flexpool.pay.taxes.payslip import Payslip, payslip_tax
from flexpool.pay.taxes.special_rate import SpecialRate, special_rate_tax
from flexpool.pay.taxes.two_jobs import TwoJobs, two_jobs
from flexpool.pay.taxes.year import YearlyTax, yearly_tax

__all__ = [
    "AowInThisYear",
    "Payslip",
    "SpecialRate",
    "TaxAge",
    "TwoJobs",
    "YearlyTax",
    "payslip_tax",
    "special_rate_tax",
    "tax_age",
    "tax_age_of_year",
    "two_jobs",
    "yearly_tax",
]
