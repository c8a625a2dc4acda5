"""The hours: what must still be told, in two taps, and what became of what was told."""
