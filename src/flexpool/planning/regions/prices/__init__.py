"""Prices of cover: how they are raised, and the rosters that are cheapest at them."""
