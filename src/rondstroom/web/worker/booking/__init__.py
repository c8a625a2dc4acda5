"""One shift: booking, asking, waiting, cancelling, and what came of it."""
