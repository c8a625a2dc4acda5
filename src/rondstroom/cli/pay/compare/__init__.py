"""`rondstroom pay compare`: forms of work side by side, read from a file."""
