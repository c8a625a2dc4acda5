"""One list of what contracts, call rules and the work code find, for the desks that act on it."""
