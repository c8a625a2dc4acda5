"""Closing periods, what waits, and what organisations owe each other."""
