"""Prices instead of limits: what everybody would take at them, and the bound that they prove."""
