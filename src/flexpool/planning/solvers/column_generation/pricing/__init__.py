"""Pricing: the cheapest roster of every worker at given prices, by dynamic programming."""
