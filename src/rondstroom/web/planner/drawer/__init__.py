"""One shift: who can work it and why, who asked for it, and what happened to it."""
