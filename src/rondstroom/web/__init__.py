"""The desks: screens by audience. Read input, ask permission, one action or query, render."""
