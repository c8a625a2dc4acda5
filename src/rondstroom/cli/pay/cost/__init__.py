"""`rondstroom pay cost`: employment and hiring, read from a file."""
