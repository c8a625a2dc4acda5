"""Systems let in for an organisation: keys that its administrator makes and withdraws."""
