"""Invoices as UBL 2.1 by the Dutch rules (NLCIUS): written, and checked before they leave."""

from rondstroom.integrations.ubl.checking import Problem, problems
from rondstroom.integrations.ubl.document import Line, Original, Paper, Party, Tax
from rondstroom.integrations.ubl.reading import UnfitInvoice, paper_of, ubl_of
from rondstroom.integrations.ubl.writing import write

__all__ = [
    "Line",
    "Original",
    "Paper",
    "Party",
    "Problem",
    "Tax",
    "UnfitInvoice",
    "paper_of",
    "problems",
    "ubl_of",
    "write",
]
