"""Shifts that a worker was asked for: yes or no, until when, and how is chosen."""
