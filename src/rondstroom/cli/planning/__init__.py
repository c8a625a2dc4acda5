"""The commands on planning problems in files: make a roster, change it, explain it."""
