"""The API for other systems: one file per resource, each endpoint one query or one action."""
