"""`rondstroom pay benefits`: the benefits of a household, read from a file."""
