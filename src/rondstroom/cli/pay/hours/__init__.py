"""`rondstroom pay hours`: what more or fewer hours bring in, read from a file."""
