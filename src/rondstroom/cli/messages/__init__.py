"""Messages of standards, as files."""
