"""Solve today: everything that waits for this planner in one list, and doing many at once."""
