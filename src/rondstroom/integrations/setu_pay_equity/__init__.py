"""SETU Inquiry Pay Equity v1: what a hirer pays, told to who lends (Waadi art. 8 and 12a)."""

from rondstroom.integrations.setu_pay_equity.inquiry import (
    PayEquity,
    PayNotKnown,
    TellingNotAllowed,
    pay_equity_of,
)

__all__ = ["PayEquity", "PayNotKnown", "TellingNotAllowed", "pay_equity_of"]
