"""Tables that leave as a file."""
