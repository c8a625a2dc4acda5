"""The same care work in four forms, side by side, and the conversation about it."""
