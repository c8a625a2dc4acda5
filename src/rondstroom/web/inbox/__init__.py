"""The desk of everybody who signs in: messages, how they come, and what waits for an answer."""
