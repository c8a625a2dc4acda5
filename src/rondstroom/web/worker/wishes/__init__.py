"""What the worker wants: when, where, how far; and work elsewhere."""
