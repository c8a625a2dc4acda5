"""A person's work laid on a line of time: bookings, spells, weeks and windows."""
