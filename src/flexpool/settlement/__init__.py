"""What one organisation charges another for lent hours, down to the invoice and the balance.

Both sides can recompute every amount: the same hours and terms give the same cents.
"""

from flexpool.settlement.balance import Debt, SetOff, positions, set_off
from flexpool.settlement.charge import Charge, charge_of, credited
from flexpool.settlement.explained import explained
from flexpool.settlement.invoice import Amount, Totals, VatGroup, totals_of
from flexpool.settlement.structural import Spell, structural_spells
from flexpool.settlement.terms import Terms, VatTerms
from flexpool.settlement.work import LentWork

__all__ = [
    "Amount",
    "Charge",
    "Debt",
    "LentWork",
    "SetOff",
    "Spell",
    "Terms",
    "Totals",
    "VatGroup",
    "VatTerms",
    "charge_of",
    "credited",
    "explained",
    "positions",
    "set_off",
    "structural_spells",
    "totals_of",
]
