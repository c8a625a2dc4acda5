"""Self-rostering at the planner's desk: open, look, complete."""
