"""What organisations lend to and borrow from each other, and what waits for an answer."""
