"""Worked hours and who agrees to them; charges between organisations, invoices and balances."""
