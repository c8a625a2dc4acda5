"""Shifts: what care needs, when and where, and how one may sign up."""
