"""Reaching people: what is due by the clock, and the key for web push."""
