"""Availability from a file: read every line, then lay down per person what differs."""
