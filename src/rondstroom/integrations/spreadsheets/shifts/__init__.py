"""Shifts from a file into demand: read every row, then write what differs."""
