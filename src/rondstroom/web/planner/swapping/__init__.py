"""Swaps at the planner's desk: agreeing, doing it for somebody, and the rule of a team."""
