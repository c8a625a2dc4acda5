"""The desk of the planner."""
