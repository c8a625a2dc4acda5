"""Invoices sent and received: read, reckoned again, taken along as UBL and PDF."""
